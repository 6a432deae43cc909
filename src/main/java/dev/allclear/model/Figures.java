package dev.allclear.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be computed from an incident's times. Each is null where a time is missing or can't be read, or where the
 * later one stands before the earlier.
 *
 * @param declare from the beginning of harm to the declaration
 * @param restore from the declaration until the last system was restored, against the RTO that was met worst
 * @param close from the declaration until the investigation was closed, against the restoration plus 14 days
 * @param resume from the declaration until the decision that BAU has resumed
 */
public record Figures(
        @Nullable Measure declare,
        @Nullable Measure restore,
        @Nullable Measure close,
        @Nullable Measure resume) {

    /** How long an investigation may stay open after the systems are restored. */
    public static final Duration INVESTIGATION = Duration.ofDays(14);

    /** Computes them. */
    public static Figures of(Incident incident, Course course, Map<String, SystemUnderCare> systems) {
        Instant declared = incident.declared().value();
        Instant restored = course.restoredAt();
        Investigation investigation = incident.investigation();
        Instant closed = investigation == null || !investigation.isClosed()
                ? null
                : investigation.closed().value();
        Turn resumption = course.resumption();
        return new Figures(
                measure(incident.started().value(), declared, null),
                restore(declared, course, systems),
                measure(
                        declared,
                        closed,
                        declared == null || restored == null
                                ? null
                                : Duration.between(declared, restored).plus(INVESTIGATION)),
                measure(
                        declared,
                        resumption == null ? null : resumption.decision().at().value(),
                        null));
    }

    private static @Nullable Measure restore(
            @Nullable Instant declared, Course course, Map<String, SystemUnderCare> systems) {
        Instant all = course.restoredAt();
        if (declared == null || all == null) {
            return null;
        }
        Measure worst = null;
        for (String id : course.states().keySet()) {
            SystemUnderCare system = systems.get(id);
            Duration rto = system == null ? null : system.rto().value();
            Measure one = measure(declared, course.restoredAt(id), rto);
            if (one != null && rto != null && (worst == null || margin(one).compareTo(margin(worst)) < 0)) {
                worst = one;
            }
        }
        return worst != null && worst.missed()
                ? worst
                : measure(declared, all, worst == null ? null : objectiveOfLast(declared, course, systems));
    }

    private static @Nullable Duration objectiveOfLast(
            Instant declared, Course course, Map<String, SystemUnderCare> systems) {
        Duration objective = null;
        Instant all = course.restoredAt();
        for (String id : course.states().keySet()) {
            SystemUnderCare system = systems.get(id);
            Duration rto = system == null ? null : system.rto().value();
            Instant at = course.restoredAt(id);
            if (rto != null && at != null && at.equals(all) && !at.isBefore(declared)) {
                objective = objective == null || rto.compareTo(objective) < 0 ? rto : objective;
            }
        }
        return objective;
    }

    private static Duration margin(Measure measure) {
        Duration objective = measure.objective();
        return objective == null ? measure.took().negated() : objective.minus(measure.took());
    }

    private static @Nullable Measure measure(
            @Nullable Instant from, @Nullable Instant to, @Nullable Duration objective) {
        return from == null || to == null || to.isBefore(from)
                ? null
                : new Measure(Duration.between(from, to), objective);
    }
}
