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

/** {@code playbook/over-objective}. */
public final class OverObjective implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "playbook/over-objective",
            Severity.ERROR,
            "the steps of a playbook take no longer together than the objective of each system that it restores",
            """
            A procedure that can't be done in the time there is misses the objective before anybody has begun. That is \
            better known today than in the night when it counts.""",
            """
            systems: [payments]     # rto: 2h; the steps say within: 90m and within: 45m
            """,
            """
            systems: [payments]     # rto: 2h; the steps say within: 60m and within: 35m
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            Duration within = playbook.within();
            List<Objectives.Objective> passed = Objectives.of(playbook, context).stream()
                    .filter(o -> within.compareTo(o.rto()) > 0)
                    .toList();
            if (!passed.isEmpty()) {
                Objectives.Objective first = passed.get(0);
                findings.report(
                        "systems",
                        first.word().at(),
                        "The steps may take %s together, longer than the objective of `%s`, %s."
                                .formatted(context.shown(within), first.word().text(), context.shown(first.rto())),
                        "Shorten or split the procedure, or agree on a longer `rto` with the system's Product Owner.",
                        passed.stream().map(Objectives.Objective::related).toArray(Related[]::new));
            }
        }
    }
}
