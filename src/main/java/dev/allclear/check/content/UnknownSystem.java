package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Playbook;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.util.List;

/** {@code content/unknown-system}. */
public final class UnknownSystem implements IncidentRule {

    private static final RuleCard CARD = new RuleCard(
            "content/unknown-system",
            Severity.ERROR,
            "every system that is named stands in systems.yaml",
            """
            A system that nobody knows has no owner and no objective: nobody decides its state, and no time is measured \
            against anything.""",
            """
            systems: [chekout]
            """,
            """
            systems: [checkout]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        if (!context.knowsSystems() && !context.library().incidents().isEmpty()) {
            return;
        }
        for (SystemUnderCare system : context.systems().values()) {
            system.dependsOn().forEach(w -> check("depends-on", w, context, findings));
        }
        for (Playbook playbook : context.library().playbooks()) {
            playbook.systems().forEach(w -> check("systems", w, context, findings));
            playbook.needs().forEach(w -> check("needs", w, context, findings));
        }
        IncidentRule.super.check(context, findings);
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        incident.systems().or(List.of()).forEach(w -> check("systems", w, context, findings));
    }

    private static void check(String subject, Word word, Premises context, Findings findings) {
        if (!context.systems().containsKey(word.text())) {
            findings.report(
                    subject,
                    word.at(),
                    "`%s` is not a known system.".formatted(word.text()),
                    Spelling.didYouMean(word.text(), context.systems().keySet())
                            + "Write an id of systems.yaml, or add it there.");
        }
    }
}
