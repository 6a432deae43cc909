package dev.allclear.check.action;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Action;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import java.time.LocalDate;

/** {@code action/overdue}. */
public final class Overdue implements IncidentRule {

    private static final RuleCard CARD = new RuleCard(
            "action/overdue", Severity.WARNING, "no action is open after the day on which it was due", """
            What was agreed after the last disaster and not done is the first line of the next root-cause report. Do it, \
            agree on another day, or write a waiver that says why it waits.""", """
            | Action            | Kind    | Owner   | Due        | Done |
            |-------------------|---------|---------|------------|------|
            | Three-node store  | prevent | sam.ops | 2026-04-15 |      |
            """, """
            | Action            | Kind    | Owner   | Due        | Done       |
            |-------------------|---------|---------|------------|------------|
            | Three-node store  | prevent | sam.ops | 2026-04-15 | 2026-04-11 |
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        LocalDate today = context.today();
        Actions.each(incident, row -> {
            Action action = row.action();
            LocalDate due = action.due().value();
            // One that blocks BAU must be done before the investigation is closed: the gate says that.
            boolean said = row.closed() && action.blocks();
            if (due != null && due.isBefore(today) && !action.done().isPresent() && !said) {
                findings.report(
                        "due",
                        action.due().at(),
                        "The action `%s` was due on %s and is still open."
                                .formatted(Actions.shortened(action.text()), due),
                        "Do it and write the day under Done, or agree on another day.");
            }
        });
    }
}
