package dev.allclear.check.action;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Action;

/** {@code action/no-owner}. */
public final class UnownedAction implements Rule {

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
    public void check(Context context, Findings findings) {
        Actions.each(context, findings, (row, about) -> {
            Action action = row.action();
            if (!action.owner().isPresent() && Actions.hasColumn(action.owner(), action)) {
                about.report(
                        "Owner",
                        action.owner().at(),
                        "The action `%s` has no owner.".formatted(Actions.shortened(action.text())),
                        "Write the id of one person of people.yaml.");
            }
        });
    }
}
