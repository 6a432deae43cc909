package dev.allclear.check.action;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Action;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;

/** {@code action/no-owner}. */
public final class UnownedAction implements IncidentRule {

    private static final RuleCard CARD =
            new RuleCard("action/no-owner", Severity.ERROR, "each action has an owner", """
            An action that nobody owns is a wish. One person answers for it, even where many hands do the work.""", """
            | Action            | Kind   | Owner | Due        | Done |
            |-------------------|--------|-------|------------|------|
            | Alert on the size | detect |       | 2026-04-15 |      |
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
            if (!action.owner().isPresent() && Actions.hasColumn(action.owner(), action)) {
                findings.report(
                        "Owner",
                        action.owner().at(),
                        "The action `%s` has no owner.".formatted(Actions.shortened(action.text())),
                        "Write the id of one person of people.yaml.");
            }
        });
    }
}
