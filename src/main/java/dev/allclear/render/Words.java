package dev.allclear.render;

import dev.allclear.model.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times and durations as people read them.
 *
 * @param zone the site's time zone
 */
record Words(ZoneId zone) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final TimeView NONE = new TimeView("", "");

    TimeView time(@Nullable Instant instant) {
        return instant == null ? NONE : new TimeView(instant.toString(), SHOWN.format(instant.atZone(zone)));
    }

    /** A time, or what was written in its place. */
    TimeView time(Field<Instant> field) {
        return field.value() != null
                ? time(field.value())
                : new TimeView("", field.isPresent() ? String.valueOf(field.written()) : "no time");
    }

    /** In days, hours and minutes: {@code 2 d 3 h}, {@code 1 h 30 min}. */
    static String length(Duration duration) {
        long minutes = duration.abs().toMinutes();
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

    /** A sentence of a finding as safe HTML, with what it quotes as code. */
    static String html(String sentence) {
        String escaped = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return QUOTED.matcher(escaped).replaceAll("<code>$1</code>");
    }

    static String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? "not stated" : text;
    }
}
