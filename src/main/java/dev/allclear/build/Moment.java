package dev.allclear.build;

import dev.allclear.read.Times;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody wrote, or why it can't be read.
 *
 * @param instant the moment, or null
 * @param help what to write instead, empty if it was read
 */
public record Moment(@Nullable Instant instant, String help) {

    /** Reads a time as documents have it; a local one in this zone. */
    public static Moment read(String text, ZoneId zone) {
        Times.Read read = Times.time(text.strip(), zone);
        return new Moment(read.instant(), read.help());
    }
}
