package dev.allclear.build;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one tag.
 *
 * @param label its name
 * @param commit the id of the commit that it names
 * @param how how its version was come by
 * @param took how long that took
 * @param refused what the rules say of its content, if that keeps it from being published; else null
 * @param content the folder that findings name files in; gone when the build is closed; null if there are none
 */
public record TagOutcome(
        String label,
        String commit,
        How how,
        Duration took,
        @Nullable Outcome refused,
        @Nullable Path content) {

    /** How a version was come by. */
    public enum How {
        /** It stood in the site's folder. */
        KEPT,
        /** It was built before. */
        CACHED,
        /** It was built now. */
        BUILT
    }

    static TagOutcome kept(String label, String commit) {
        return new TagOutcome(label, commit, How.KEPT, Duration.ZERO, null, null);
    }

    /** Whether findings keep it from being published. */
    public boolean isRefused() {
        return refused != null;
    }
}
