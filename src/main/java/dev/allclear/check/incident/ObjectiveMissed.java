package dev.allclear.check.incident;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import dev.allclear.model.Course;
import dev.allclear.model.Figures;
import dev.allclear.model.Incident;
import dev.allclear.model.Measure;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code incident/objective-missed}. */
public final class ObjectiveMissed implements IncidentRule {

    private static final RuleCard CARD = new RuleCard(
            "incident/objective-missed",
            Severity.WARNING,
            "each system was restored within its objective, counted from the declaration",
            """
            An objective that is missed without a word is no objective. The finding asks for an answer: what made it \
            slow, or why the promise was wrong. A waiver is a good place for the answer.""",
            """
            declared: 2026-04-21 06:58      # boarding, rto: 1h, was restored at 09:44
            """,
            """
            declared: 2026-04-21 06:58      # boarding, rto: 1h, was restored at 07:49
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Measure restore = Figures.of(incident, course, context.systems()).restore();
        Instant declared = incident.declared().value();
        if (restore == null || !restore.missed() || declared == null) {
            return;
        }
        List<Word> missed = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<Related> related = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Word word : incident.systems().or(List.of())) {
            SystemUnderCare system = context.systems().get(word.text());
            Duration rto = system == null ? null : system.rto().value();
            Instant at = course.restoredAt(word.text());
            if (system != null && rto != null && at != null && seen.add(word.text())) {
                Duration took = Duration.between(declared, at);
                if (took.compareTo(rto) > 0) {
                    missed.add(word);
                    told.add("`%s` was restored %s after the declaration, and its objective is %s"
                            .formatted(word.text(), context.shown(took), context.shown(rto)));
                    related.add(new Related(system.rto().at(), "the objective of `%s`".formatted(word.text())));
                }
            }
        }
        if (!missed.isEmpty()) {
            findings.report(
                    "systems",
                    missed.get(0).at(),
                    String.join("; ", told) + ".",
                    "Say in the root-cause report what made it slow, and agree on an action or on another objective.",
                    related.toArray(Related[]::new));
        }
    }
}
