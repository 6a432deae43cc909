package dev.allclear.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an incident's state is folded from its decisions, in the order of the log. A change that may not happen is
 * still shown, beside the refusal: what somebody claimed is part of the record; whether it holds is the gate's business.
 */
public final class Lifecycle {

    private static final Set<SystemState> DISRUPTED = Collections.unmodifiableSet(EnumSet.of(
            SystemState.DEGRADED,
            SystemState.READ_ONLY,
            SystemState.MAINTENANCE,
            SystemState.OFFLINE,
            SystemState.RESTORING));

    private final Map<String, SystemState> states = new LinkedHashMap<>();
    private final Set<String> unclear = new LinkedHashSet<>();
    private final Incident incident;
    private final Set<String> people;
    private @Nullable String owner;
    private SprintState sprint;
    private @Nullable Turn resumption;

    private Lifecycle(Incident incident, @Nullable String owner, Set<String> people) {
        this.people = people;
        this.incident = incident;
        this.owner = owner;
        this.sprint = incident.sprint().isPresent() ? SprintState.RUNNING : SprintState.NONE;
        incident.systemIds().forEach(id -> states.put(id, SystemState.DECLARED));
    }

    /**
     * Folds an incident's decisions.
     *
     * @param systems the systems by id, for their Product Owners
     * @param people the ids of the people who are known: an incident is handed over to nobody else
     */
    public static Course fold(Incident incident, Map<String, SystemUnderCare> systems, Set<String> people) {
        String first = firstOwner(incident, systems);
        Lifecycle lifecycle = new Lifecycle(incident, first, people);
        List<Turn> turns = new ArrayList<>();
        for (Decision decision : incident.decisions()) {
            turns.add(lifecycle.take(decision));
        }
        return new Course(
                List.copyOf(turns),
                Collections.unmodifiableMap(lifecycle.states),
                Collections.unmodifiableSet(lifecycle.unclear),
                first,
                lifecycle.owner,
                lifecycle.sprint,
                lifecycle.resumption);
    }

    /** The Product Owner at the declaration: the one named, else the one whom all known systems have; null if neither. */
    private static @Nullable String firstOwner(Incident incident, Map<String, SystemUnderCare> systems) {
        if (incident.productOwner().isPresent()) {
            return incident.productOwner().value();
        }
        Set<String> owners = new HashSet<>();
        for (String id : incident.systemIds()) {
            SystemUnderCare system = systems.get(id);
            if (system != null) {
                String of = system.productOwner().value();
                if (of == null) {
                    return null;
                }
                owners.add(of);
            }
        }
        return owners.size() == 1 ? owners.iterator().next() : null;
    }

    private Turn take(Decision decision) {
        Map<String, SystemState> before = new LinkedHashMap<>(states);
        String ownerBefore = owner;
        List<Refusal> refusals = new ArrayList<>();
        if (resumption != null) {
            refusals.add(new Refusal(Refusal.Reason.AFTER_BAU, null, null, null));
        }
        setStates(decision, refusals);
        setSprint(decision, refusals);
        String next = decision.owner().value();
        owner = next == null || !people.contains(next) ? owner : next;
        Turn turn = new Turn(
                decision,
                Collections.unmodifiableMap(before),
                Collections.unmodifiableMap(new LinkedHashMap<>(states)),
                Set.copyOf(unclear),
                ownerBefore,
                owner,
                sprint,
                List.copyOf(refusals));
        if (decision.resumesBau() && resumption == null) {
            resumption = turn;
        }
        return turn;
    }

    private void setStates(Decision decision, List<Refusal> refusals) {
        if (decision.system().isUnreadable()) {
            unclear.addAll(states.keySet());
        }
        for (StateSetting setting : decision.system().or(List.of())) {
            Word only = setting.system();
            for (String system : only == null ? List.copyOf(states.keySet()) : List.of(only.text())) {
                if (states.containsKey(system)) {
                    set(system, setting, refusals);
                }
            }
        }
    }

    private void set(String system, StateSetting setting, List<Refusal> refusals) {
        SystemState next = setting.state().value();
        if (next == null) {
            unclear.add(system);
            return;
        }
        SystemState from = states.get(system);
        boolean wasUnclear = unclear.remove(system);
        if (!next.canBeDecided()) {
            refusals.add(new Refusal(Refusal.Reason.NOT_A_DECISION, system, from, setting));
            unclear.add(system);
            return;
        }
        // From an unclear state nothing is refused here: the unreadable value has its own finding already.
        if (!DISRUPTED.contains(next) && from != SystemState.RESTORING && !wasUnclear) {
            refusals.add(new Refusal(Refusal.Reason.NOT_RESTORING_BEFORE, system, from, setting));
        }
        states.put(system, next);
    }

    private void setSprint(Decision decision, List<Refusal> refusals) {
        SprintChange change = decision.sprint().value();
        if (change == null) {
            return;
        }
        if (incident.sprint().value() == null) {
            refusals.add(new Refusal(Refusal.Reason.NO_SPRINT, null, null, null));
        } else if (sprint == SprintState.CANCELLED) {
            refusals.add(new Refusal(
                    change == SprintChange.CANCELLED
                            ? Refusal.Reason.CANCELLED_TWICE
                            : Refusal.Reason.CONTINUES_AFTER_CANCELLED,
                    null,
                    null,
                    null));
        } else if (change == SprintChange.CANCELLED) {
            sprint = SprintState.CANCELLED;
        }
    }
}
