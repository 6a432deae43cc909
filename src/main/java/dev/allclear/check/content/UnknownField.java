package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.FaultRule;
import dev.allclear.check.Findings;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.FaultKind;
import java.util.List;

/** {@code content/unknown-field}. */
public final class UnknownField extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "content/unknown-field", Severity.WARNING, "a document has no field that is unknown", """
            A field that is not known is not read: what it says is lost without a word.""", """
            reviewd: 2026-02-01
            """, """
            reviewed: 2026-02-01
            """);

    /** Makes the rule. */
    public UnknownField() {
        super(FaultKind.UNKNOWN_FIELD);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        super.check(context, findings);
        List<String> known =
                context.rules().stream().filter(r -> !r.startsWith("gate/")).toList();
        context.library().site().rules().forEach((rule, setting) -> {
            if (!rule.startsWith("gate/") && !known.contains(rule)) {
                findings.report(
                        "rules",
                        setting.at(),
                        "There is no rule `%s`.".formatted(rule),
                        Spelling.didYouMean(rule, known) + "`allclear rules` lists them all.");
            }
        });
    }
}
