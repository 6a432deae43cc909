package dev.allclear.check.text;

import dev.allclear.check.FaultRule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;

/** {@code text/secret}. */
public final class Secret extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "text/secret",
            Severity.ERROR,
            "no key, token or password stands in a document or a file beside it",
            """
            A site is made to be copied: to a stick, to paper, to every version. A secret that was published once can't \
            be called back, only revoked. Known forms of keys and tokens are found, passwords in addresses and \
            commands, and what is called a password and looks like one. `$PASSWORD`, `<password>` and the like are \
            left alone.""",
            """
            export GITHUB_TOKEN=ghp_…       # with all of its characters
            """,
            """
            export GITHUB_TOKEN="$(vault read -field=token secret/deploy)"
            """);

    /** Makes the rule. */
    public Secret() {
        super(FaultKind.SECRET);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }
}
