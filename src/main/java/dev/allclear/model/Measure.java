package dev.allclear.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A duration against its objective.
 *
 * @param took how long it took
 * @param objective how long it may take, or null if nobody said
 */
public record Measure(Duration took, @Nullable Duration objective) {

    /** Whether it took longer than it may. */
    public boolean missed() {
        return objective != null && took.compareTo(objective) > 0;
    }
}
