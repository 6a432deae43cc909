package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.model.FaultKind;

/** {@code gate/unknown-field}. */
public final class UnknownFieldOfTheRecord implements Rule {

    private static final RuleCard CARD = GateCard.of(
            "unknown-field",
            "an incident, a decision or a root-cause report has no field that is unknown",
            """
            A misspelt field is not read, and what its author meant does not happen. A `status` that somebody typed \
            would claim what only the decisions can show.""",
            """
            title: Checkout offline
            status: resolved
            """,
            """
            title: Checkout offline
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        FaultFindings.report(FaultKind.FIELD_OF_THE_RECORD, context, findings);
    }
}
