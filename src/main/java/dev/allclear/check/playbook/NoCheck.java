package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Playbook;
import dev.allclear.model.Step;

/** {@code playbook/no-check}. */
public final class NoCheck implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "playbook/no-check",
            Severity.WARNING,
            "each step of a playbook says how to tell that it worked",
            """
            A step that ends without an error has not always worked. Whoever can't check it goes on, and finds out four \
            steps later.""",
            """
            who: on-call
            how: manual
            """,
            """
            who: on-call
            how: manual
            check: "`curl -s /health` answers `maintenance`"
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            if (Steps.areKept(playbook)) {
                for (Step step : playbook.steps()) {
                    if (!step.check().isPresent()) {
                        findings.report(
                                "check",
                                step.at(),
                                Steps.hasRecord(step)
                                        ? "The step does not say how to tell that it worked."
                                        : "The step has no record: who does it, how to tell that it worked, how to take it back.",
                                Steps.hasRecord(step)
                                        ? "Write `check:` in its record: what to look at, and what to see there."
                                        : "Write a fence ```step directly under the heading, with `who`, `how`, `within`, `check` and `undo`.");
                    }
                }
            }
        }
    }
}
