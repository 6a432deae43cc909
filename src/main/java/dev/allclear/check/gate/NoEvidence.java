package dev.allclear.check.gate;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Placeholder;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Location;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Evidence;
import dev.allclear.model.Incident;
import dev.allclear.model.StateSetting;
import dev.allclear.model.Turn;
import java.util.List;

/** {@code gate/no-evidence}. */
public final class NoEvidence implements IncidentRule {

    private static final RuleCard CARD =
            GateCard.of("no-evidence", "a decision that makes a system `restored` says what was tested", """
            "It should be fine now" has ended more careers than disasters. Restored is a claim about the system, and \
            somebody must have looked.""", """
            system: restored
            """, """
            system: restored
            evidence:
              - "Smoke tests against the standby: 214 of 214 passed"
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        for (Turn turn : course.turns()) {
            Decision decision = turn.decision();
            StateSetting restored = decision.restoredSetting();
            if (restored == null || decision.evidence().isUnreadable() || says(decision)) {
                continue;
            }
            Location at = decision.evidence().isPresent()
                    ? place(decision)
                    : restored.state().at();
            findings.report(
                    "evidence",
                    at,
                    decision.evidence().isPresent()
                            ? "A system is said to be restored, but the evidence says nothing: what was read is %s."
                                    .formatted(decision.evidence().quoted())
                            : "A system is said to be restored, but there is no evidence.",
                    "Write under `evidence:` what was tested and what came out, in words.");
        }
    }

    /** From the first thing in the list to the last. */
    private static Location place(Decision decision) {
        List<Evidence> all = decision.evidence().or(List.of());
        if (all.isEmpty()) {
            return decision.evidence().at();
        }
        Location first = all.get(0).at();
        Location last = all.get(all.size() - 1).at();
        return new Location(first.file(), first.line(), first.column(), last.endLine(), last.endColumn());
    }

    private static boolean says(Decision decision) {
        return decision.evidence().or(List.of()).stream().anyMatch(e -> Placeholder.saysSomething(e.words()));
    }
}
