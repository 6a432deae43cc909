package dev.allclear.author;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A moment as an author would write it in a record. */
public final class WrittenTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** A fraction that was given is kept: a record that is read again must tell the same moment. */
    private static final DateTimeFormatter FRACTION = new DateTimeFormatterBuilder()
            .append(SECOND)
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .toFormatter(Locale.ROOT);

    private WrittenTime() {}

    /** The minute that a moment is in; the second, if the minute begins before a time that it must not precede. */
    public static Instant rounded(Instant moment, @Nullable Instant notBefore) {
        Instant minute = moment.truncatedTo(ChronoUnit.MINUTES);
        return notBefore != null && minute.isBefore(notBefore) ? moment.truncatedTo(ChronoUnit.SECONDS) : minute;
    }

    /** The time on the clocks of a zone, with its offset where they show it twice. */
    public static String of(Instant moment, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(moment);
        LocalDateTime local = LocalDateTime.ofInstant(moment, offset);
        DateTimeFormatter exact = local.getSecond() == 0 ? MINUTE : SECOND;
        String text = (local.getNano() == 0 ? exact : FRACTION).format(local);
        return zone.getRules().getValidOffsets(local).size() == 1 ? text : text.replace(' ', 'T') + offset;
    }
}
