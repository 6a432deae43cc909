package dev.allclear.check.gate;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Location;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.SprintChange;
import dev.allclear.model.StateSetting;
import dev.allclear.model.Turn;
import dev.allclear.model.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code gate/not-consulted}. */
public final class NotConsulted implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "not-consulted",
            "a decision that makes a system `restored`, cancels the sprint or resumes BAU consulted somebody else",
            """
            One person decides, but not alone: the three decisions that cannot easily be taken back are taken after \
            asking somebody who can say no.""",
            """
            by: maria.lopez
            bau: resumed
            consulted: [maria.lopez]
            """,
            """
            by: maria.lopez
            bau: resumed
            consulted: [li.security, sam.ops]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        if (!context.knowsPeople()) {
            return;
        }
        for (Turn turn : course.turns()) {
            Decision decision = turn.decision();
            Location trigger = trigger(decision);
            if (trigger == null || decision.consulted().isUnreadable() || consulted(decision, context)) {
                continue;
            }
            findings.report(
                    "consulted",
                    decision.consulted().isPresent() ? decision.consulted().at() : trigger,
                    decision.consulted().isPresent()
                            ? "The decision consulted no known person other than the decider: what was read is %s."
                                    .formatted(decision.consulted().quoted())
                            : "The decision consulted nobody.",
                    "Ask somebody who can say no before you %s, and write who under `consulted:`."
                            .formatted(what(decision)));
        }
    }

    private static @Nullable Location trigger(Decision decision) {
        StateSetting restored = decision.restoredSetting();
        if (decision.resumesBau()) {
            return decision.bau().at();
        }
        if (restored != null) {
            return restored.state().at();
        }
        return decision.sprint().value() == SprintChange.CANCELLED
                ? decision.sprint().at()
                : null;
    }

    private static String what(Decision decision) {
        if (decision.resumesBau()) {
            return "resume BAU";
        }
        return decision.restores() ? "call a system restored" : "cancel the sprint";
    }

    private static boolean consulted(Decision decision, Premises context) {
        String by = decision.by().or("");
        for (Word word : decision.consulted().or(List.of())) {
            if (context.peopleNamed(word.text()).stream().anyMatch(p -> !p.equals(by))) {
                return true;
            }
        }
        return false;
    }
}
