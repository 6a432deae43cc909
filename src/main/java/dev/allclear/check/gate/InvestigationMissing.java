package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Findings;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Turn;
import java.util.Optional;

/** {@code gate/investigation-missing}. */
public final class InvestigationMissing implements Condition {

    private static final RuleCard CARD = GateCard.of(
            "investigation-missing", "a decision that resumes BAU has a root-cause report beside it", """
            To patch the system and go back to sprint planning is an error of judgement: what nobody has looked into \
            will happen again, and the next time everybody will have believed that it was over.""", """
            incidents/2026-03-14-checkout/
              incident.md
              decisions.md        a decision says `bau: resumed`
            """, """
            incidents/2026-03-14-checkout/
              incident.md
              decisions.md
              root-cause.md       status: closed
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Turn resumption = course.resumption();
        if (resumption != null && incident.investigation() == null) {
            findings.report(
                    "bau",
                    resumption.decision().bau().at(),
                    "BAU is said to have resumed, but the incident has no root-cause.md.",
                    "Investigate the root cause to a close and write the report, or remove `bau: resumed`.");
        }
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Premises context) {
        return incident.investigation() == null
                ? Optional.of("There is no root-cause report: open the investigation (root-cause.md).")
                : Optional.empty();
    }
}
