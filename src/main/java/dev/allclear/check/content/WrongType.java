package dev.allclear.check.content;

import dev.allclear.check.FaultRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;

/** {@code content/wrong-type}. */
public final class WrongType extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "content/wrong-type",
            Severity.ERROR,
            "every value has the form that its field wants: a time, a date, a duration, a number, a list",
            """
            A value of another form can't be compared or added up, and a guess at what was meant would be wrong one \
            day.""",
            """
            rto: four hours
            systems: checkout
            """,
            """
            rto: 4h
            systems: [checkout]
            """);

    /** Makes the rule. */
    public WrongType() {
        super(FaultKind.WRONG_TYPE);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }
}
