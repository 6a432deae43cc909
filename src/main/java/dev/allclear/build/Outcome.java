package dev.allclear.build;

import dev.allclear.check.Verdict;
import dev.allclear.model.Library;
import dev.allclear.publish.Published;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a check or a build.
 *
 * @param library what was read
 * @param verdict what the rules say of it
 * @param now the time of the build
 * @param published what was written, or null if nothing was
 */
public record Outcome(
        Library library,
        Verdict verdict,
        Instant now,
        @Nullable Published published) {}
