package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.Playbook;
import dev.allclear.model.PlaybookRef;
import java.util.List;

/** {@code content/unknown-playbook}. */
public final class UnknownPlaybook implements IncidentRule {

    private static final RuleCard CARD = new RuleCard(
            "content/unknown-playbook",
            Severity.ERROR,
            "every playbook that an incident names is there",
            """
            What was followed, and in which version, is part of the evidence; a name that leads nowhere is none.""",
            """
            playbooks: [restore-databse@3]
            """,
            """
            playbooks: [restore-database@3]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Context context, Findings findings) {
        incident.playbooks().or(List.of()).forEach(r -> check("playbooks", r, context, findings));
        for (Decision decision : incident.decisions()) {
            PlaybookRef ref = decision.playbook().value();
            if (ref != null) {
                check("playbook", ref, context, findings);
            }
        }
    }

    private static void check(String subject, PlaybookRef ref, Context context, Findings findings) {
        if (context.library().playbook(ref.id()).isEmpty()) {
            List<String> ids =
                    context.library().playbooks().stream().map(Playbook::id).toList();
            findings.report(
                    subject,
                    ref.word().at(),
                    "There is no playbook `%s`.".formatted(ref.word().text()),
                    Spelling.didYouMean(ref.id(), ids)
                            + "Write its path below playbooks/, without `.md`, and if you like `@` and its version.");
        }
    }
}
