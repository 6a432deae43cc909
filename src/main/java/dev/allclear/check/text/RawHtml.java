package dev.allclear.check.text;

import dev.allclear.check.FaultRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;

/** {@code text/raw-html}. */
public final class RawHtml extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "text/raw-html", Severity.WARNING, "raw HTML in a document is on the safe list", """
            Documents come from many hands, so scripts, styles, frames and forms are left out of the page. What the \
            author meant them to do does not happen, and the author should know.""", """
            <iframe src="https://status.example.com/"></iframe>
            """, """
            [The state of the provider](https://status.example.com/)
            """);

    /** Makes the rule. */
    public RawHtml() {
        super(FaultKind.RAW_HTML);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }
}
