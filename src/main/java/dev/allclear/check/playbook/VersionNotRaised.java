package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Playbook;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedVersion;

/** {@code playbook/version-not-raised}. */
public final class VersionNotRaised implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "playbook/version-not-raised",
            Severity.ERROR,
            "a playbook whose steps differ from the published ones has a higher version",
            """
            An incident says which version of a playbook was followed, and a printed copy says which one it is. Both \
            mean nothing if two different procedures bear the same number.""",
            """
            version: 3          # published as version 3 with other steps
            """,
            """
            version: 4
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            Integer version = playbook.version().value();
            if (version != null) {
                check(playbook, version, context, findings);
            } else if (!playbook.version().isPresent() && context.publishedVersion(playbook.id()) > 0) {
                // Without its number it would no longer be held against what was published.
                check(playbook, 0, context, findings);
            }
        }
    }

    private static void check(Playbook playbook, int version, Context context, Findings findings) {
        int highest = 0;
        String label = "";
        boolean same = false;
        for (PublishedVersion published : context.published()) {
            PublishedPlaybook old = published.playbooks().get(playbook.id());
            if (old == null || old.version() < highest) {
                continue;
            }
            same = (old.version() == highest && same) || old.digest().equals(playbook.digest());
            highest = old.version();
            label = published.label();
        }
        if (version <= highest && !(same && version == highest)) {
            findings.report(
                    "version",
                    playbook.version().at(),
                    version == 0
                            ? "The playbook does not say its version, and %s has published its version %d."
                                    .formatted(label, highest)
                            : version < highest
                                    ? "The playbook is at version %d, but %s has published its version %d."
                                            .formatted(version, label, highest)
                                    : "The steps differ from those that %s has published as version %d."
                                            .formatted(label, version),
                    "Write `version: %d`.".formatted(version == 0 && same ? highest : highest + 1));
        }
    }
}
