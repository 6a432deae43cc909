package dev.allclear.check.gate;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Turn;
import java.time.Instant;

/** {@code gate/investigation-late}. */
public final class InvestigationLate implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "investigation-late",
            "the investigation was closed at or before the decision that resumes BAU",
            """
            A decision rests on what was known when it was taken. An investigation that was closed afterwards was \
            still open then, and the decision was taken without it.""",
            """
            closed: 2026-03-22 10:00      # root-cause.md
            at: 2026-03-21 09:00          # decisions.md, with `bau: resumed`
            """,
            """
            closed: 2026-03-20 16:00
            at: 2026-03-21 09:00
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Turn resumption = course.resumption();
        Investigation investigation = incident.investigation();
        if (resumption == null || investigation == null || !investigation.isClosed()) {
            return;
        }
        Instant closed = investigation.closed().value();
        Instant decided = resumption.decision().at().value();
        if (closed != null && decided != null && closed.isAfter(decided)) {
            findings.report(
                    "closed",
                    resumption.decision().bau().at(),
                    "BAU is said to have resumed at %s, but the investigation was closed only at %s."
                            .formatted(context.shown(decided), context.shown(closed)),
                    "Resume BAU by a decision that is taken after the investigation was closed.",
                    new Related(investigation.closed().at(), "closed here"));
        }
    }
}
