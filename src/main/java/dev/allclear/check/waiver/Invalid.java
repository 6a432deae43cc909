package dev.allclear.check.waiver;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Placeholder;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Location;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Document;
import dev.allclear.model.Field;
import dev.allclear.model.Waiver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code waiver/invalid}. */
public final class Invalid implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "waiver/invalid",
            Severity.ERROR,
            "a waiver names a rule that may be waived, a reason, a known person and an end",
            """
            A rule may be broken knowingly, not quietly: everybody can see which one, why, who answers for it and until \
            when. The gate can't be waived at all.""",
            """
            waivers:
              - {rule: action/overdue, reason: TBD}
            """,
            """
            waivers:
              - {rule: action/overdue, reason: Vendor ships the fix in May, by: maria.lopez, until: 2026-05-31}
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Document document : context.documents()) {
            for (Waiver waiver : document.waivers()) {
                new Defects(waiver, context).report(findings);
            }
        }
    }

    /** What is wrong with one waiver, told in one finding. What is unreadable has a finding of its own. */
    private static final class Defects {

        private final Waiver waiver;
        private final List<String> told = new ArrayList<>();
        private final List<String> help = new ArrayList<>();
        private @Nullable Location first;

        Defects(Waiver waiver, Context context) {
            this.waiver = waiver;
            rule(context);
            reason();
            person(context);
            if (!waiver.until().isPresent()) {
                add(waiver.until(), "has no end", "Write `until:` with the last day on which it holds.");
            }
        }

        private void rule(Context context) {
            String rule = waiver.rule().value();
            if (!waiver.rule().isPresent()) {
                add(waiver.rule(), "names no rule", "Write `rule:` with the id that stands in the finding.");
            } else if (rule != null && rule.startsWith("gate/")) {
                add(
                        waiver.rule(),
                        "is for `%s`, and nothing waives a rule of the gate".formatted(rule),
                        "Remove it, and meet the rule.");
            } else if (rule != null && rule.startsWith("waiver/")) {
                add(waiver.rule(), "is for `%s`, a rule on waivers".formatted(rule), "Remove it.");
            } else if (rule != null && !context.rules().contains(rule)) {
                add(
                        waiver.rule(),
                        "is for `%s`, which is no rule".formatted(rule),
                        Spelling.didYouMean(
                                        rule,
                                        context.rules().stream()
                                                .filter(r -> !r.startsWith("gate/"))
                                                .toList())
                                + "`allclear rules` lists them all.");
            }
        }

        private void reason() {
            String reason = waiver.reason().value();
            if (!waiver.reason().isPresent()) {
                add(waiver.reason(), "has no reason", "Write `reason:` in words that a reader understands.");
            } else if (reason != null && !Placeholder.saysSomething(List.of(reason.split("\\s+", -1)))) {
                add(
                        waiver.reason(),
                        "gives no reason: what was read is `%s`".formatted(reason),
                        "Say why the rule can't be met now, in words that a reader understands.");
            }
        }

        private void person(Context context) {
            String by = waiver.by().value();
            if (!waiver.by().isPresent()) {
                add(waiver.by(), "names nobody who answers for it", "Write `by:` with the id of one person.");
            } else if (by != null && !context.isPerson(by)) {
                add(
                        waiver.by(),
                        "is by `%s`, who is not a known person".formatted(by),
                        Spelling.didYouMean(by, context.library().people().keySet())
                                + "Write an id of people.yaml, or add it there.");
            }
        }

        private void add(Field<?> field, String what, String mend) {
            first = first == null ? (field.isPresent() ? field.at() : waiver.at()) : first;
            told.add(what);
            help.add(mend);
        }

        void report(Findings findings) {
            if (first != null) {
                findings.report(
                        "waivers",
                        first,
                        "The waiver %s.".formatted(String.join(", and ", told)),
                        String.join(" ", help));
            }
        }
    }
}
