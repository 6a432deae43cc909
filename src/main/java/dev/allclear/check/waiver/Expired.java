package dev.allclear.check.waiver;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Document;
import dev.allclear.model.Waiver;
import java.time.LocalDate;

/** {@code waiver/expired}. */
public final class Expired implements Rule {

    private static final RuleCard CARD =
            new RuleCard("waiver/expired", Severity.ERROR, "no waiver has ended", """
            A waiver is a promise with a date. When the date has come, either the promise was kept and the waiver goes, \
            or somebody decides again and signs it.""", """
            - {rule: action/overdue, reason: Vendor ships the fix in May, by: maria.lopez, until: 2025-05-31}
            """, """
            - {rule: action/overdue, reason: Vendor ships the fix in May, by: maria.lopez, until: 2027-05-31}
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        LocalDate today = context.today();
        for (Document document : context.documents()) {
            for (Waiver waiver : document.waivers()) {
                LocalDate until = waiver.until().value();
                if (until != null && until.isBefore(today)) {
                    findings.report(
                            "until",
                            waiver.until().at(),
                            "The waiver of `%s` ended on %s."
                                    .formatted(waiver.rule().or("?"), until),
                            "Meet the rule and remove the waiver, or sign it again with another end.");
                }
            }
        }
    }
}
