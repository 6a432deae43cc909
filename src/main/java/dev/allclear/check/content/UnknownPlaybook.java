package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.PlaybookRef;
import java.util.LinkedHashSet;
import java.util.Set;

/** {@code content/unknown-playbook}. */
public final class UnknownPlaybook implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "content/unknown-playbook",
            Severity.ERROR,
            "every playbook that an incident names is there, or is in a published version",
            """
            What was followed, and in which version, is part of the evidence; a name that leads nowhere is none.""",
            """
            playbooks: [restore-databse@3]
            """,
            """
            playbooks: [restore-database@3]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        Set<String> known = new LinkedHashSet<>();
        context.library().playbooks().forEach(p -> known.add(p.id()));
        Followed.each(this, context, findings, (f, about) -> {
            if (!isPublished(f.ref(), context)) {
                check(f.field(), f.ref(), known, about);
            }
        });
    }

    /** What was followed was there, even if it has been renamed or removed since. */
    private static boolean isPublished(PlaybookRef ref, Context context) {
        return context.published().stream()
                .map(v -> v.playbooks().get(ref.id()))
                .anyMatch(p -> p != null && (ref.version() == 0 || ref.version() == p.version()));
    }

    private static void check(String subject, PlaybookRef ref, Set<String> known, Findings findings) {
        if (!known.contains(ref.id())) {
            findings.report(
                    subject,
                    ref.word().at(),
                    "There is no playbook `%s`.".formatted(ref.word().text()),
                    Spelling.didYouMean(ref.id(), known)
                            + "Write its path below playbooks/, without `.md`, and if you like `@` and its version.");
        }
    }
}
