package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.model.FaultKind;

/** {@code gate/identity}. */
public final class Identity implements Rule {

    private static final RuleCard CARD = GateCard.of(
            "identity",
            "no two incidents share an id, no key stands twice, and nothing brings in what was written elsewhere",
            """
            What a reader sees must be what the tool reads. Two folders that look alike, a key that stands twice, an \
            alias, a merge key or a link make it possible to read one thing and mean another.""",
            """
            at: 2026-03-14 17:00
            by: ana.silva
            by: maria.lopez
            """,
            """
            at: 2026-03-14 17:00
            by: maria.lopez
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        FaultFindings.report(FaultKind.IDENTITY, context, findings);
    }
}
