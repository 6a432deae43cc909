package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Findings;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Turn;
import java.util.Optional;

/** {@code gate/investigation-open}. */
public final class InvestigationOpen implements Condition {

    private static final RuleCard CARD = GateCard.of(
            "investigation-open", "the investigation beside a decision that resumes BAU is closed", """
            Until the root cause is known and acted on, business as usual has not resumed. An open investigation says \
            that it is not known yet.""", """
            # root-cause.md
            status: open

            # decisions.md
            bau: resumed
            """, """
            # root-cause.md
            status: closed
            closed: 2026-03-20 16:00
            closed-by: maria.lopez
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Turn resumption = course.resumption();
        Investigation investigation = incident.investigation();
        if (resumption != null && investigation != null && !investigation.isClosed()) {
            findings.report(
                    "status",
                    resumption.decision().bau().at(),
                    "BAU is said to have resumed, but the investigation is not closed: its status is %s."
                            .formatted(read(investigation)),
                    "Close the investigation (`status: closed`) once the cause is known and the actions are agreed, or remove `bau: resumed`.",
                    new Related(investigation.status().at(), "the investigation's status"));
        }
    }

    private static String read(Investigation investigation) {
        if (!investigation.readable()) {
            return "not to be read";
        }
        return investigation.status().isPresent() ? investigation.status().quoted() : "not stated";
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Premises context) {
        Investigation investigation = incident.investigation();
        return investigation != null && !investigation.isClosed()
                ? Optional.of("The investigation is not closed: its status is %s.".formatted(read(investigation)))
                : Optional.empty();
    }
}
