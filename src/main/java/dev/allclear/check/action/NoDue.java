package dev.allclear.check.action;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Action;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;

/** {@code action/no-due}. */
public final class NoDue implements IncidentRule {

    private static final RuleCard CARD =
            new RuleCard("action/no-due", Severity.ERROR, "each action has a due date", """
            Without a day, an action is never late, and what is never late is never done.""", """
            | Action            | Kind   | Owner   | Due | Done |
            |-------------------|--------|---------|-----|------|
            | Alert on the size | detect | sam.ops |     |      |
            """, """
            | Action            | Kind   | Owner   | Due        | Done |
            |-------------------|--------|---------|------------|------|
            | Alert on the size | detect | sam.ops | 2026-04-15 |      |
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Actions.each(incident, row -> {
            Action action = row.action();
            if (!action.due().isPresent() && Actions.hasColumn(action.due(), action)) {
                findings.report(
                        "due",
                        action.due().at(),
                        "The action `%s` has no due date.".formatted(Actions.shortened(action.text())),
                        "Write the day by which it is done, as in `2026-04-15`.");
            }
        });
    }
}
