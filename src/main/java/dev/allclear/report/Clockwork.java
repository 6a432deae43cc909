package dev.allclear.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as people read them. */
final class Clockwork {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Clockwork() {}

    static String at(Instant instant, ZoneId zone) {
        return SHOWN.format(instant.atZone(zone));
    }

    /** A duration in days, hours and minutes: {@code 2 d 3 h}, {@code 1 h 30 min}. */
    static String length(Duration duration) {
        long minutes = duration.toMinutes();
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        long rest = minutes % 60;
        if (days > 0) {
            return hours == 0 ? days + " d" : days + " d " + hours + " h";
        }
        if (hours > 0) {
            return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
        }
        return rest + " min";
    }
}
