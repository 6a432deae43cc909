package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Playbook;

/** {@code playbook/no-owner}. */
public final class UnownedPlaybook implements Rule {

    private static final RuleCard CARD =
            new RuleCard("playbook/no-owner", Severity.WARNING, "a playbook has an owner", """
            What belongs to everybody is reviewed by nobody. The owner need not follow the playbook, but answers for \
            its being true.""", """
            title: Restore the database
            """, """
            title: Restore the database
            owner: sam.ops
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            if (!playbook.owner().isPresent()) {
                findings.report(
                        "owner",
                        playbook.owner().at(),
                        "The playbook has no owner.",
                        "Write `owner:` with the id of the person who keeps it.");
            }
        }
    }
}
