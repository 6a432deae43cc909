package dev.allclear.build;

import dev.allclear.read.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The time of a build: what was asked for, else {@code SOURCE_DATE_EPOCH}, else the clock; never later than the clock. */
public final class BuildTime {

    private final @Nullable String asked;
    private final @Nullable String epoch;
    private final Clock clock;

    /**
     * Keeps what was asked for until the site's time zone is known.
     *
     * @param asked {@code --now}, or null
     * @param epoch the value of {@code SOURCE_DATE_EPOCH} (seconds, as reproducible-builds.org has it), or null
     */
    public BuildTime(@Nullable String asked, @Nullable String epoch, Clock clock) {
        this.asked = asked;
        this.epoch = epoch == null || epoch.isBlank() ? null : epoch;
        this.clock = clock;
    }

    /** The time, with a local one read in this zone. */
    public Instant in(ZoneId zone) throws BuildProblem {
        Instant clockTime = clock.instant();
        if (asked == null && epoch == null) {
            return clockTime.truncatedTo(ChronoUnit.SECONDS);
        }
        String source = asked != null ? "--now " + asked : "SOURCE_DATE_EPOCH " + epoch;
        Instant time = asked != null ? read(asked, zone) : readEpoch(epoch == null ? "" : epoch);
        if (time.isAfter(clockTime)) {
            throw new BuildProblem("%s is later than the clock (%s). A build can't be done in the future."
                    .formatted(source, clockTime.truncatedTo(ChronoUnit.SECONDS)));
        }
        return time;
    }

    /** Whether a time is later than the clock. */
    boolean isLater(Instant time) {
        return time.isAfter(clock.instant());
    }

    /** A time that is known, by the same clock. */
    BuildTime at(Instant time) {
        return new BuildTime(time.toString(), null, clock);
    }

    private static Instant read(String text, ZoneId zone) throws BuildProblem {
        Times.Read read = Times.time(text.strip(), zone);
        Instant instant = read.instant();
        if (instant == null) {
            throw new BuildProblem("--now %s can't be read as a time. %s".formatted(text, read.help()));
        }
        return instant;
    }

    private static Instant readEpoch(String text) throws BuildProblem {
        try {
            return Instant.ofEpochSecond(Long.parseLong(text.strip()));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new BuildProblem("SOURCE_DATE_EPOCH `%s` is not a number of seconds.".formatted(text), e);
        }
    }
}
