package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import dev.allclear.model.Playbook;
import java.time.Duration;
import java.util.List;

/** {@code playbook/near-objective}. */
public final class NearObjective implements Rule {

    private static final int PERCENT = 80;

    private static final RuleCard CARD = new RuleCard(
            "playbook/near-objective",
            Severity.WARNING,
            "the steps of a playbook leave a fifth of each objective for noticing, deciding and what goes wrong",
            """
            The clock of the objective starts at the declaration, not at the first step. A plan that uses all of it has \
            no minute for finding out, for deciding and for the step that fails.""",
            """
            systems: [payments]     # rto: 2h; the steps take 1h50m together
            """,
            """
            systems: [payments]     # rto: 2h; the steps take 1h30m together
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            Duration within = playbook.within();
            List<Objectives.Objective> all = Objectives.of(playbook, context);
            // Beyond the objective it is another rule's finding.
            boolean over = all.stream().anyMatch(o -> within.compareTo(o.rto()) > 0);
            List<Objectives.Objective> near =
                    all.stream().filter(o -> isNear(within, o.rto())).toList();
            if (!over && !near.isEmpty()) {
                Objectives.Objective first = near.get(0);
                findings.report(
                        "systems",
                        first.word().at(),
                        "The steps may take %s together, more than %d %% of the objective of `%s`, %s."
                                .formatted(
                                        context.shown(within),
                                        PERCENT,
                                        first.word().text(),
                                        context.shown(first.rto())),
                        "Leave time for deciding and for what goes wrong: shorten the procedure, or prepare part of it.",
                        near.stream().map(Objectives.Objective::related).toArray(Related[]::new));
            }
        }
    }

    private static boolean isNear(Duration within, Duration rto) {
        return within.multipliedBy(100).compareTo(rto.multipliedBy(PERCENT)) > 0;
    }
}
