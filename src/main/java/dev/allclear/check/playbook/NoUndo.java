package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.How;
import dev.allclear.model.Playbook;
import dev.allclear.model.Step;

/** {@code playbook/no-undo}. */
public final class NoUndo implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "playbook/no-undo",
            Severity.WARNING,
            "each step that somebody does by hand says how to take it back",
            """
            A wrong turn is part of every recovery. Whoever knows the way back dares to take a step; whoever does not \
            makes it up under pressure. A step that changes nothing says just that.""",
            """
            how: manual
            check: "`curl -s /health` answers `maintenance`"
            """,
            """
            how: manual
            check: "`curl -s /health` answers `maintenance`"
            undo: "Remove the flag `maintenance`"
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            for (Step step : playbook.steps()) {
                // Without a record the step lacks more than this, and one finding says so.
                if (Steps.hasRecord(step)
                        && step.how().value() != How.AUTOMATIC
                        && !step.undo().isPresent()) {
                    findings.report(
                            "undo",
                            step.at(),
                            "The step is done by hand and does not say how to take it back.",
                            "Write `undo:` in its record; if it changes nothing, write that.");
                }
            }
        }
    }
}
