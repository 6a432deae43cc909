package dev.allclear.check.text;

import dev.allclear.check.FaultRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;

/** {@code text/placeholder}. */
public final class Filler extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "text/placeholder",
            Severity.WARNING,
            "no words stand in the text or in a record that only hold a place",
            """
            What somebody meant to write is what the reader in the night needed. `TODO`, `TBD`, `FIXME` and "lorem \
            ipsum" are found in prose and in values, not in code. Each hint that `allclear new` leaves begins with `TODO:`.""",
            """
            Call the provider (number: TBD).
            """,
            """
            Call the provider, +351 210 000 000, customer number 4711.
            """);

    /** Makes the rule. */
    public Filler() {
        super(FaultKind.PLACEHOLDER);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }
}
