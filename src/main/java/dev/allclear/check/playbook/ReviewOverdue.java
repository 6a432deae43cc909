package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Playbook;
import java.time.Duration;
import java.time.LocalDate;

/** {@code playbook/review-overdue}. */
public final class ReviewOverdue implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "playbook/review-overdue",
            Severity.WARNING,
            "a playbook has been read with care as often as it says it must be",
            """
            Host names, commands and people change without telling the playbook. The reader in the night is the wrong \
            person to find out.""",
            """
            reviewed: 2025-02-01
            review-every: 180d
            """,
            """
            reviewed: 2026-10-09
            review-every: 180d
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        LocalDate today = context.today();
        for (Playbook playbook : context.library().playbooks()) {
            LocalDate reviewed = playbook.reviewed().value();
            Duration every = playbook.reviewEvery().value();
            if (reviewed == null || every == null) {
                continue;
            }
            LocalDate due = reviewed.plusDays(every.toDays());
            if (due.isBefore(today)) {
                findings.report(
                        "reviewed",
                        playbook.reviewed().at(),
                        "The playbook was to be reviewed again by %s; it was last reviewed on %s."
                                .formatted(due, reviewed),
                        "Read it with care, mend what is no longer true, and write today's date.");
            }
        }
    }
}
