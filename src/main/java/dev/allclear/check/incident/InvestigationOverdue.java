package dev.allclear.check.incident;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Location;
import dev.allclear.finding.Severity;
import dev.allclear.model.Course;
import dev.allclear.model.Figures;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.time.Instant;

/** {@code incident/investigation-overdue}. */
public final class InvestigationOverdue implements IncidentRule {

    private static final RuleCard CARD = new RuleCard(
            "incident/investigation-overdue",
            Severity.WARNING,
            "an investigation is closed within 14 days of the restoration",
            """
            While everything works again, nobody misses the cause; in the third week nobody remembers it either. As \
            long as the investigation is open, BAU is suspended.""",
            """
            status: open        # everything was restored three weeks ago
            """,
            """
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
        Instant restored = course.restoredAt();
        Investigation investigation = incident.investigation();
        // Where a decision says that BAU has resumed, the gate speaks of the investigation.
        if (restored == null
                || course.resumption() != null
                || (investigation != null && investigation.isClosed())
                || !context.isPast(restored.plus(Figures.INVESTIGATION))) {
            return;
        }
        Location at = investigation == null
                ? incident.document().top()
                : investigation.status().at();
        findings.report(
                "status",
                at,
                "Everything was restored at %s, and after %d days %s."
                        .formatted(
                                context.shown(restored),
                                Figures.INVESTIGATION.toDays(),
                                investigation == null
                                        ? "there is still no root-cause report"
                                        : "the investigation is still open"),
                "Find the cause and agree on the actions, then close it; until then BAU is suspended.");
    }
}
