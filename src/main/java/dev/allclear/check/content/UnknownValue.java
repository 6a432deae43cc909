package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.FaultRule;
import dev.allclear.check.Findings;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.RuleSetting;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code content/unknown-value}. */
public final class UnknownValue extends FaultRule {

    private static final RuleCard CARD = new RuleCard(
            "content/unknown-value", Severity.ERROR, "a value of a closed list is one of the list", """
            The lists are short so that figures can be added up over years. A word that is not on the list falls out of \
            every figure.""", """
            severity: critcal
            """, """
            severity: critical
            """);

    /** Makes the rule. */
    public UnknownValue() {
        super(FaultKind.UNKNOWN_VALUE);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        super.check(context, findings);
        context.library().site().rules().forEach((rule, setting) -> checkSetting(rule, setting, findings));
        Set<String> ids =
                context.library().incidents().stream().map(Incident::id).collect(Collectors.toSet());
        for (Incident incident : context.library().incidents()) {
            Field<String> before = incident.recurrenceOf();
            String id = before.value();
            if (id != null && (!ids.contains(id) || id.equals(incident.id()))) {
                findings.report(
                        "recurrence-of",
                        before.at(),
                        id.equals(incident.id())
                                ? "The incident is said to be a recurrence of itself."
                                : "There is no incident `%s`.".formatted(id),
                        Spelling.didYouMean(id, ids.stream().sorted().toList())
                                + "Write the name of the earlier incident's folder.");
            }
        }
    }

    private static void checkSetting(String rule, Field<RuleSetting> setting, Findings findings) {
        if (rule.startsWith("gate/")) {
            findings.report(
                    "rules",
                    setting.at(),
                    "`%s` can't be set: nothing turns a rule of the gate off or changes its severity.".formatted(rule),
                    "Remove the line.");
        }
    }
}
