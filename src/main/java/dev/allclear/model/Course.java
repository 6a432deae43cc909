package dev.allclear.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The course of an incident: every decision with the states before and after it.
 *
 * @param turns one for each decision, in the order of the log
 * @param states each system's state at the end, in the incident's order
 * @param unclear the systems whose state can't be told
 * @param firstOwner the Product Owner at the declaration, by id, or null if that can't be told
 * @param owner the Product Owner at the end
 * @param sprint the sprint at the end
 * @param resumption the first decision that says that BAU has resumed, or null
 */
public record Course(
        List<Turn> turns,
        Map<String, SystemState> states,
        Set<String> unclear,
        @Nullable String firstOwner,
        @Nullable String owner,
        SprintState sprint,
        @Nullable Turn resumption) {

    /** Whether every system of the incident is restored, and there is one. */
    public boolean isRestored() {
        return !states.isEmpty()
                && unclear.isEmpty()
                && states.values().stream().allMatch(s -> s == SystemState.RESTORED);
    }

    /** When a system became restored for good, or null if it is not restored now. */
    public @Nullable Instant restoredAt(String system) {
        if (states.get(system) != SystemState.RESTORED || unclear.contains(system)) {
            return null;
        }
        Instant at = null;
        for (Turn turn : turns) {
            if (turn.before().get(system) != SystemState.RESTORED
                    && turn.after().get(system) == SystemState.RESTORED) {
                at = turn.decision().at().value();
            }
        }
        return at;
    }

    /** When the last of the systems became restored for good, or null if one is not restored now. */
    public @Nullable Instant restoredAt() {
        if (!isRestored()) {
            return null;
        }
        Instant last = null;
        for (String system : states.keySet()) {
            Instant at = restoredAt(system);
            if (at == null) {
                return null;
            }
            last = last == null || at.isAfter(last) ? at : last;
        }
        return last;
    }
}
