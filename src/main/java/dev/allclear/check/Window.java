package dev.allclear.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The times of a build at which every question that was asked about the time is answered as it was. It begins with all
 * times, and each answer narrows it.
 */
final class Window {

    private Instant from = Instant.MIN;
    private Instant until = Instant.MAX;

    boolean contains(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** Whether a time is later than now. */
    boolean isAfter(Instant time, Instant now) {
        boolean after = time.isAfter(now);
        if (after) {
            endAt(time);
        } else {
            beginAt(time);
        }
        return after;
    }

    /** Whether a time is earlier than now. */
    boolean isBefore(Instant time, Instant now) {
        boolean before = time.isBefore(now);
        if (before) {
            beginAt(time.plusNanos(1));
        } else {
            endAt(time.plusNanos(1));
        }
        return before;
    }

    /** The day of now. */
    LocalDate day(Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        beginAt(day.atStartOfDay(zone).toInstant());
        endAt(day.plusDays(1).atStartOfDay(zone).toInstant());
        return day;
    }

    /** Now itself: no other time gives the same answer. */
    Instant now(Instant now) {
        beginAt(now);
        endAt(now.plusNanos(1));
        return now;
    }

    private void beginAt(Instant time) {
        from = time.isAfter(from) ? time : from;
    }

    private void endAt(Instant time) {
        until = time.isBefore(until) ? time : until;
    }
}
