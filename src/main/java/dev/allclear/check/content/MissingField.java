package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.FaultRule;
import dev.allclear.check.Findings;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Playbook;
import java.util.ArrayList;
import java.util.List;

/** {@code content/missing-field}. */
public final class MissingField extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "content/missing-field", Severity.ERROR, "every field that a document must have is there", """
            What a document leaves out the site can't show and no rule can check. Of a playbook it is a warning, so \
            that a folder of existing runbooks can be dropped in as it is.""", """
            title: Checkout offline
            kind: security
            """, """
            title: Checkout offline
            kind: security
            severity: critical
            systems: [checkout]
            declared: 2026-03-14 14:02
            """);

    /** Makes the rule. */
    public MissingField() {
        super(FaultKind.MISSING_FIELD);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        super.check(context, findings);
        for (Playbook playbook : context.library().playbooks()) {
            List<String> missing = new ArrayList<>();
            // Of one that was published with its version, playbook/version-not-raised says it.
            if (!playbook.version().isPresent() && context.publishedVersion(playbook.id()) == 0) {
                missing.add("version");
            }
            if (playbook.systems().isEmpty()) {
                missing.add("systems");
            }
            if (!missing.isEmpty()) {
                findings.reportAs(
                        Severity.WARNING,
                        "",
                        playbook.document().top(),
                        "The playbook does not say its %s.".formatted(String.join(" and its ", missing)),
                        missing.contains("version")
                                ? "Write in its front matter `version: 1`, and `systems:` with what it restores."
                                : "Write in its front matter `systems:` with what it restores.",
                        null);
            }
        }
    }
}
