package dev.allclear.check.waiver;

import dev.allclear.check.Findings;
import dev.allclear.check.LastWord;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Waiver;
import java.util.Collection;

/** {@code waiver/unused}. */
public final class Unused implements LastWord {

    private static final RuleCard CARD =
            new RuleCard("waiver/unused", Severity.WARNING, "each waiver lets something pass", """
            A waiver that waives nothing is a door left open: the next fault of its kind walks through it unseen.""", """
            - {rule: action/overdue, reason: Vendor ships the fix in May, by: maria.lopez, until: 2027-05-31}   # nothing is overdue
            """, """
            waivers: []
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void conclude(Collection<Waiver> unused, Findings findings) {
        for (Waiver waiver : unused) {
            findings.report(
                    "waivers",
                    waiver.rule().at(),
                    "The waiver of `%s` lets nothing pass: the rule has nothing to say here."
                            .formatted(waiver.rule().or("")),
                    "Remove it. It holds for the document in which it stands; in an incident's record, for all three documents of the incident.");
        }
    }
}
