package dev.allclear.check.text;

import dev.allclear.check.FaultRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;

/** {@code text/no-alt}. */
public final class NoAlt extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "text/no-alt", Severity.WARNING, "each image has a text that says what it shows", """
            Some readers can't see it: because they are blind, because the printer was out of ink, because the file did \
            not make it onto the stick. The text is also what the search finds.""", """
            ![](three-servers.svg)
            """, """
            ![The primary archives to two repositories; the restore reads the second](three-servers.svg)
            """);

    /** Makes the rule. */
    public NoAlt() {
        super(FaultKind.NO_ALT);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }
}
