package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @ParameterizedTest
    @CsvSource({
        "2026-03-14 14:02, 2026-03-14T03:02:00Z",
        "2026-03-14T14:02, 2026-03-14T03:02:00Z",
        "2026-03-14T14:02+11:00, 2026-03-14T03:02:00Z",
        "2026-03-14T03:02Z, 2026-03-14T03:02:00Z",
        "2026-03-14 14:02:30 -0500, 2026-03-14T19:02:30Z",
        "2026-07-14 14:02, 2026-07-14T04:02:00Z",
        "2026-04-05T02:30+11:00, 2026-04-04T15:30:00Z",
        "2026-04-05T02:30+10:00, 2026-04-04T16:30:00Z"
    })
    void timesAreReadInTheirZone(String text, String instant) {
        assertEquals(Instant.parse(instant), Times.time(text, SYDNEY).instant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14:02",
                "2026-03-14",
                "2026-02-30 10:00",
                "2026-03-14 24:00",
                "14.03.2026 14:02",
                "now",
                "2026-03-14 2:02",
                "2026-03-14T14:02+25:00"
            })
    void whatIsNoTimeIsNotGuessedAt(String text) {
        Times.Read read = Times.time(text, SYDNEY);
        assertNull(read.instant());
        assertTrue(read.help().contains("2026-03-14 14:02"), read.help());
    }

    @Test
    void aTimeThatTheClocksSkipOrShowTwiceNeedsAnOffset() {
        Times.Read twice = Times.time("2026-04-05 02:30", SYDNEY);
        assertNull(twice.instant());
        assertEquals(
                "The clocks of Australia/Sydney show this time twice. Write which one: `2026-04-05T02:30+11:00` or `2026-04-05T02:30+10:00`.",
                twice.help());
        Times.Read skipped = Times.time("2026-10-04 02:30", SYDNEY);
        assertNull(skipped.instant());
        assertTrue(skipped.help().contains("skip this time"), skipped.help());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 00:59, 2026-03-29T00:59:00Z",
        "2026-03-29 02:00, 2026-03-29T01:00:00Z",
        "2026-10-25 00:59, 2026-10-24T23:59:00Z",
        "2026-10-25 02:00, 2026-10-25T02:00:00Z",
        "2026-10-25 01:30+01:00, 2026-10-25T00:30:00Z",
        "2026-10-25T01:30+00:00, 2026-10-25T01:30:00Z"
    })
    void aroundTheChangesOfLisbonsClocks(String text, String instant) {
        assertEquals(Instant.parse(instant), Times.time(text, LISBON).instant());
    }

    @Test
    void lisbonSkipsAnHourAndHasOneTwice() {
        assertEquals(
                "The clocks of Europe/Lisbon skip this time. Write the time with its offset: `2026-03-29T01:30Z` is the same as `2026-03-29T02:30+01:00`.",
                Times.time("2026-03-29 01:30", LISBON).help());
        assertEquals(
                "The clocks of Europe/Lisbon show this time twice. Write which one: `2026-10-25T01:30+01:00` or `2026-10-25T01:30Z`.",
                Times.time("2026-10-25 01:30", LISBON).help());
        assertNull(Times.time("2026-03-29 01:00", LISBON).instant());
        assertNull(Times.time("2026-10-25 01:00", LISBON).instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29 01:30", "2026-10-25 01:30", "2026-04-05 02:30", "2026-10-04 02:30"})
    void whatTheHelpSaysToWriteCanBeRead(String text) {
        for (ZoneId zone : new ZoneId[] {LISBON, SYDNEY}) {
            String help = Times.time(text, zone).help();
            String[] quoted = help.split("`", -1);
            for (int i = 1; i < quoted.length; i += 2) {
                assertNotNull(Times.time(quoted[i], zone).instant(), help);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"45m, PT45M", "4h, PT4H", "1h30m, PT1H30M", "2d, PT48H", "1d2h3m, PT26H3M", "90m, PT1H30M"})
    void durations(String text, String duration) {
        assertEquals(Duration.parse(duration), Times.duration(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4 h", "h", "1.5h", "30s", "-1h", "30m1h", "PT1H", "9999999d"})
    void whatIsNoDuration(String text) {
        assertNull(Times.duration(text));
    }

    @Test
    void dates() {
        assertEquals(LocalDate.of(2026, 3, 14), Times.date("2026-03-14"));
        assertNull(Times.date("2026-02-29"));
        assertNull(Times.date("14 March"));
    }
}
