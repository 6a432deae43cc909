package dev.allclear.model;

import java.util.List;

/**
 * What the record and the gate say of one incident today.
 *
 * @param incident the incident
 * @param course its course
 * @param figures what its times say
 * @param bau resumed only if a decision resumes it and no gate rule objects to anything in the incident
 * @param blockedBy the ids of the rules that stand between the incident and BAU, in the order in which they have to be
 *     met; empty once BAU has resumed
 * @param blockers the same in plain words, one for each
 */
public record Account(
        Incident incident, Course course, Figures figures, Bau bau, List<String> blockedBy, List<String> blockers) {

    /** Keeps unchangeable copies. */
    public Account {
        blockedBy = List.copyOf(blockedBy);
        blockers = List.copyOf(blockers);
    }

    /** Whether BAU is still suspended. */
    public boolean isOpen() {
        return bau == Bau.SUSPENDED;
    }

    /** What the system is for its users now. */
    public SystemState state(String system) {
        return isOpen() ? course.states().getOrDefault(system, SystemState.DECLARED) : SystemState.OPERATIONAL;
    }
}
