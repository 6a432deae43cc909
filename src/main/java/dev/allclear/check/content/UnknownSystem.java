package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Incident;
import dev.allclear.model.Playbook;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.util.List;

/** {@code content/unknown-system}. */
public final class UnknownSystem implements Rule {

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
        for (SystemUnderCare system : context.library().systems().values()) {
            system.dependsOn().forEach(w -> check("depends-on", w, context, findings));
        }
        for (Playbook playbook : context.library().playbooks()) {
            playbook.systems().forEach(w -> check("systems", w, context, findings));
            playbook.needs().forEach(w -> check("needs", w, context, findings));
        }
        for (Incident incident : context.library().incidents()) {
            Findings about = findings.about(incident.id());
            incident.systems().or(List.of()).forEach(w -> check("systems", w, context, about));
        }
    }

    private static void check(String subject, Word word, Context context, Findings findings) {
        if (!context.library().systems().containsKey(word.text())) {
            findings.report(
                    subject,
                    word.at(),
                    "`%s` is not a known system.".formatted(word.text()),
                    Spelling.didYouMean(word.text(), context.library().systems().keySet())
                            + "Write an id of systems.yaml, or add it there.");
        }
    }
}
