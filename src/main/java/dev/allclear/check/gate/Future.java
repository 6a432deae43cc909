package dev.allclear.check.gate;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.model.Action;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.time.Instant;
import java.time.LocalDate;

/** {@code gate/future}. */
public final class Future implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "future",
            "no declaration, decision, closing or done-date is later than the time of the build",
            """
            What has not happened yet can't be evidence. A time in the future is a slip of the pen or a decision \
            written down in advance, and neither may count.""",
            """
            at: 2062-03-21 09:00
            bau: resumed
            """,
            """
            at: 2026-03-21 09:00
            bau: resumed
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        checkTime("declared", "The declaration", incident.declared(), context, findings);
        for (Decision decision : incident.decisions()) {
            checkTime("at", "The decision `" + decision.title() + "`", decision.at(), context, findings);
        }
        Investigation investigation = incident.investigation();
        if (investigation != null) {
            checkTime("closed", "The closing of the investigation", investigation.closed(), context, findings);
            for (Action action : investigation.actions()) {
                LocalDate done = action.done().value();
                if (done != null && done.isAfter(context.today())) {
                    findings.report(
                            "done",
                            action.done().at(),
                            "The action `%s` was done on %s, which is later than today, %s."
                                    .formatted(action.text(), done, context.today()),
                            "Correct the date, or leave it empty until it is done.");
                }
            }
        }
    }

    private static void checkTime(String name, String what, Field<Instant> field, Premises context, Findings findings) {
        Instant at = field.value();
        if (at != null && context.isFuture(at)) {
            findings.report(
                    name,
                    field.at(),
                    "%s is at %s, which is later than the time of this build, %s."
                            .formatted(what, context.shown(at), context.shown(context.now())),
                    "Correct the time.");
        }
    }
}
