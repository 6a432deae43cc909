package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import dev.allclear.model.Playbook;
import dev.allclear.model.PlaybookRef;
import java.util.HashMap;
import java.util.Map;

/** {@code content/unknown-playbook-version}. */
public final class UnknownPlaybookVersion implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "content/unknown-playbook-version",
            Severity.ERROR,
            "no incident names a version of a playbook that has not been written yet",
            """
            Which version was followed decides what the incident teaches about the playbook. A version that nobody has \
            written was followed by nobody.""",
            """
            playbooks: [restore-database@7]     # the playbook is at version 4
            """,
            """
            playbooks: [restore-database@4]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        Map<String, Playbook> playbooks = new HashMap<>();
        context.library().playbooks().forEach(p -> playbooks.put(p.id(), p));
        Followed.each(this, context, findings, (f, about) -> check(f.field(), f.ref(), playbooks, context, about));
    }

    private static void check(
            String subject, PlaybookRef ref, Map<String, Playbook> playbooks, Context context, Findings findings) {
        Playbook playbook = playbooks.get(ref.id());
        Integer current = playbook == null ? null : playbook.version().value();
        // Who followed a version that was published followed it, whatever the playbook says today.
        if (playbook != null
                && current != null
                && ref.version() > current
                && ref.version() > context.publishedVersion(ref.id())) {
            findings.report(
                    subject,
                    ref.word().at(),
                    "There is no version %d of the playbook `%s` yet: it is at version %d."
                            .formatted(ref.version(), ref.id(), current),
                    "Write the version that was followed, or raise the playbook's own.",
                    new Related(playbook.version().at(), "the playbook's version"));
        }
    }
}
