package dev.allclear.check.content;

import dev.allclear.check.FaultRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;

/** {@code content/syntax}. */
public final class Syntax extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "content/syntax", Severity.ERROR, "every file is UTF-8, and its YAML can be read", """
            A file that can't be read says nothing, and nobody should have to guess what it was to say.""", """
            title: Checkout: offline
            """, """
            title: "Checkout: offline"
            """);

    /** Makes the rule. */
    public Syntax() {
        super(FaultKind.SYNTAX);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }
}
