package dev.allclear.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WrittenTimeTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Test
    void aTimeIsWrittenAsTheClocksOfTheZoneShowIt() {
        assertEquals("2026-07-14 15:02", WrittenTime.of(Instant.parse("2026-07-14T14:02:00Z"), LISBON));
        assertEquals("2026-07-14 15:02:09", WrittenTime.of(Instant.parse("2026-07-14T14:02:09Z"), LISBON));
        assertEquals("2026-07-14 15:02:00.5", WrittenTime.of(Instant.parse("2026-07-14T14:02:00.5Z"), LISBON));
    }

    @Test
    void aTimeThatTheClocksShowTwiceHasItsOffset() {
        assertEquals("2026-10-25T01:30+01:00", WrittenTime.of(Instant.parse("2026-10-25T00:30:00Z"), LISBON));
        assertEquals("2026-10-25T01:30Z", WrittenTime.of(Instant.parse("2026-10-25T01:30:00Z"), LISBON));
    }

    @Test
    void secondsAreWrittenOnlyWhereTheMinuteWouldComeTooEarly() {
        Instant now = Instant.parse("2026-07-14T14:02:40Z");
        assertEquals(Instant.parse("2026-07-14T14:02:00Z"), WrittenTime.rounded(now, null));
        assertEquals(
                Instant.parse("2026-07-14T14:02:00Z"), WrittenTime.rounded(now, Instant.parse("2026-07-14T14:02:00Z")));
        assertEquals(now, WrittenTime.rounded(now, Instant.parse("2026-07-14T14:02:30Z")));
    }
}
