package dev.allclear.check.gate;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Refusal;
import dev.allclear.model.StateSetting;
import dev.allclear.model.SystemState;
import dev.allclear.model.Turn;
import java.util.HashSet;
import java.util.Set;

/** {@code gate/transition}. */
public final class Transition implements IncidentRule {

    private static final RuleCard CARD =
            GateCard.of("transition", "the new state may follow the old one", """
            Restored is what comes after restoring, and nothing else: a system that jumps from offline to restored was \
            not restored by anybody. After BAU has resumed no decision follows: what breaks then is a new incident. A \
            sprint can be cancelled once.""", """
            system: offline
            …
            system: restored
            """, """
            system: offline
            …
            system: restoring
            …
            system: restored
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        if (!context.hasRecord(incident)) {
            return;
        }
        for (Turn turn : course.turns()) {
            Set<Location> said = new HashSet<>();
            for (Refusal refusal : turn.refusals()) {
                Location at = place(turn, refusal);
                if (said.add(at)) {
                    report(incident, course, turn, refusal, at, findings);
                }
            }
        }
    }

    private static Location place(Turn turn, Refusal refusal) {
        StateSetting setting = refusal.setting();
        if (setting != null) {
            return setting.state().at();
        }
        return refusal.reason() == Refusal.Reason.AFTER_BAU
                ? turn.decision().heading()
                : turn.decision().sprint().at();
    }

    private static void report(
            Incident incident, Course course, Turn turn, Refusal refusal, Location at, Findings findings) {
        Turn resumption = course.resumption();
        SystemState from = refusal.from();
        switch (refusal.reason()) {
            case NOT_RESTORING_BEFORE ->
                findings.report(
                        "system",
                        at,
                        "`%s` can't become restored from %s: restored may follow only restoring."
                                .formatted(refusal.system(), from == null ? "nothing" : from.word()),
                        "Record the decision that set it to `restoring`, in its place.");
            case NOT_A_DECISION ->
                findings.report(
                        "system",
                        at,
                        "`%s` can't be set: it is a conclusion, not a decision.".formatted(setState(refusal)),
                        "Set one of degraded, read-only, maintenance, offline, restoring or restored; a system is operational once BAU has resumed.");
            case AFTER_BAU -> {
                Related[] related = resumption == null
                        ? new Related[0]
                        : new Related[] {
                            new Related(resumption.decision().bau().at(), "BAU is said to have resumed here")
                        };
                findings.report(
                        "bau",
                        at,
                        "The decision `%s` follows after BAU is said to have resumed."
                                .formatted(turn.decision().title()),
                        "What breaks after BAU has resumed is a new incident; a correction belongs before, with its own time.",
                        related);
            }
            case CANCELLED_TWICE ->
                findings.report(
                        "sprint", at, "The sprint is cancelled a second time.", "Remove `sprint: cancelled` here.");
            case CONTINUES_AFTER_CANCELLED ->
                findings.report(
                        "sprint",
                        at,
                        "The sprint can't continue: it was cancelled before.",
                        "Remove `sprint: continues`; plan a new sprint once BAU has resumed.");
            case NO_SPRINT ->
                findings.report(
                        "sprint",
                        at,
                        incident.sprint().isUnreadable()
                                ? "The decision speaks of the sprint, but the one that the incident names can't be read: %s."
                                        .formatted(incident.sprint().quoted())
                                : "The decision speaks of the sprint, but the incident names none.",
                        "Write in incident.md which sprint was under way, as in `sprint: Sprint 41`.");
        }
    }

    private static String setState(Refusal refusal) {
        StateSetting setting = refusal.setting();
        return setting == null ? "" : String.valueOf(setting.state().written());
    }
}
