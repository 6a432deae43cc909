package dev.allclear.check.content;

import dev.allclear.check.FaultRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;

/** {@code content/missing-section}. */
public final class MissingSection extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "content/missing-section",
            Severity.ERROR,
            "a root-cause report has the sections Summary, Impact, Root cause and Actions",
            """
            Whoever reads a report looks for these four things in these four places, and misses what is not there.""",
            """
            ## Summary
            ## Root cause
            """,
            """
            ## Summary
            ## Impact
            ## Root cause
            ## Actions
            """);

    /** Makes the rule. */
    public MissingSection() {
        super(FaultKind.MISSING_SECTION);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }
}
