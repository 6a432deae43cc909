package dev.allclear.render;

import dev.allclear.model.Field;
import dev.allclear.model.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times, durations and sentences as people read them, in the site's language and time zone. */
final class Words {

    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final TimeView NONE = new TimeView("", "");

    private final ZoneId zone;
    private final Messages messages;
    private final DateTimeFormatter times;
    private final DateTimeFormatter dates;

    Words(ZoneId zone, Messages messages) {
        this.zone = zone;
        this.messages = messages;
        // A pattern of a theme may have names of months in it.
        Locale locale = Locale.forLanguageTag(messages.language());
        this.times = DateTimeFormatter.ofPattern(messages.say("format.time"), locale);
        this.dates = DateTimeFormatter.ofPattern(messages.say("format.date"), locale);
    }

    ZoneId zone() {
        return zone;
    }

    Messages messages() {
        return messages;
    }

    /** A message with what is put in. */
    String say(String key, Object... with) {
        return messages.say(key, with);
    }

    TimeView time(@Nullable Instant instant) {
        return instant == null ? NONE : new TimeView(instant.toString(), times.format(instant.atZone(zone)));
    }

    /** A time, or what was written in its place. */
    TimeView time(Field<Instant> field) {
        return field.value() != null
                ? time(field.value())
                : new TimeView("", field.isPresent() ? String.valueOf(field.written()) : say("none"));
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    /** The quarter of a day, such as {@code 2026-Q1}. */
    String quarter(LocalDate day) {
        return say("format.quarter", day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** The day of a time. */
    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** In days, hours and minutes: {@code 2 d 3 h}, {@code 1 h 30 min}. */
    String length(Duration duration) {
        long minutes = duration.abs().toMinutes();
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        long rest = minutes % 60;
        if (days > 0) {
            return hours == 0 ? days(days) : days(days) + " " + hours(hours);
        }
        if (hours > 0) {
            return rest == 0 ? hours(hours) : hours(hours) + " " + say("length.minutes", rest);
        }
        return say("length.minutes", rest);
    }

    private String days(long days) {
        return say("length.days", days);
    }

    private String hours(long hours) {
        return say("length.hours", hours);
    }

    /** Whether an objective was met, in words. */
    String verdict(Measure measure, Duration objective) {
        return say(measure.missed() ? "objective.was-missed" : "objective.was-met", length(objective));
    }

    /** A sentence of a finding as safe HTML, with what it quotes as code. */
    static String html(String sentence) {
        String escaped = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return QUOTED.matcher(escaped).replaceAll("<code>$1</code>");
    }

    String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? say("none") : text;
    }
}
