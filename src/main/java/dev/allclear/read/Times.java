package dev.allclear.read;

import dev.allclear.form.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Times, dates and durations as authors write them (ISO 8601, and the forms of the contract). */
public final class Times {

    /** What to write for a time. */
    public static final String TIME_FORM =
            "Write it as `2026-03-14 14:02` (in the site's time zone) or `2026-03-14T14:02+11:00`.";

    /** What to write for a date. */
    static final String DATE_FORM = "Write it as `2026-03-14`.";

    /** What to write for a duration. */
    static final String DURATION_FORM = "Write it as `45m`, `4h`, `1h30m` or `2d`.";

    private static final Pattern TIME = Pattern.compile(Type.TIME.pattern());
    private static final Pattern DATE = Pattern.compile(Type.DATE.pattern());
    private static final Pattern DURATION = Pattern.compile(Type.DURATION.pattern());

    private Times() {}

    /**
     * A time read, or why not.
     *
     * @param instant the moment, or null
     * @param help what to write instead, empty if it was read
     */
    public record Read(@Nullable Instant instant, String help) {}

    /** Reads a time; a local one in this zone, unless the zone skips it or has it twice. */
    public static Read time(String text, ZoneId zone) {
        Matcher m = TIME.matcher(text);
        if (!m.matches()) {
            return new Read(null, TIME_FORM);
        }
        try {
            LocalDateTime local = LocalDateTime.of(LocalDate.parse(m.group(1)), LocalTime.parse(m.group(2)));
            String offset = m.group(3);
            if (offset != null) {
                return new Read(local.toInstant(ZoneOffset.of(offset)), "");
            }
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (offsets.size() == 1) {
                return new Read(local.toInstant(offsets.get(0)), "");
            }
            return new Read(null, offsets.isEmpty() ? skipped(local, zone) : twice(text, offsets, zone));
        } catch (DateTimeException e) {
            return new Read(null, "There is no such time. " + TIME_FORM);
        }
    }

    private static String skipped(LocalDateTime local, ZoneId zone) {
        var gap = zone.getRules().getTransition(local);
        return "The clocks of %s skip this time. Write the time with its offset: `%s%s` is the same as `%s%s`."
                .formatted(zone, local, gap.getOffsetBefore(), local.plus(gap.getDuration()), gap.getOffsetAfter());
    }

    private static String twice(String text, List<ZoneOffset> offsets, ZoneId zone) {
        String written = text.strip().replace(' ', 'T');
        return "The clocks of %s show this time twice. Write which one: %s."
                .formatted(
                        zone, offsets.stream().map(o -> "`" + written + o + "`").collect(Collectors.joining(" or ")));
    }

    /** Reads a date, or gives null. */
    static @Nullable LocalDate date(String text) {
        try {
            return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads a duration longer than nothing, or gives null. */
    static @Nullable Duration duration(String text) {
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            return null;
        }
        return Duration.ofDays(number(m.group(1))).plusHours(number(m.group(2))).plusMinutes(number(m.group(3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
