package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.model.Incident;
import dev.allclear.model.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The incident is declared on 14 March 2026, at eleven hours before UTC. */
class TimelineTest {

    @TempDir
    private Path folder = Path.of("");

    private Incident incident(String body) throws IOException, ContentProblem {
        Path content = folder.resolve("content");
        Files.createDirectories(content.resolve("incidents/x"));
        Files.writeString(content.resolve("site.yaml"), "title: T\ntime-zone: Australia/Sydney\n");
        Files.writeString(
                content.resolve("incidents/x/incident.md"),
                "---\ntitle: X\nsystems: [x]\ndeclared: 2026-03-14 14:02\n---\n" + body);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            return LibraryReader.read(content, threads).incidents().get(0);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<TimelineEntry> timeline(String body) throws IOException, ContentProblem {
        return incident("## Timeline\n\n" + body).timeline();
    }

    private TimelineEntry row(String time) throws IOException, ContentProblem {
        return timeline("| Time | What |\n|---|---|\n| " + time + " | It broke |\n")
                .get(0);
    }

    private static @Nullable Instant utc(@Nullable String time) {
        return time == null ? null : Instant.parse("2026-03-" + time + ":00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14 13:47, 14T02:47,",
        "2026-03-14T13:47, 14T02:47,",
        "2026-03-14 13:47+00:00, 14T13:47,",
        "2026-03-14 13:47 UTC, 14T13:47,",
        "2026-03-14T13:47Z, 14T13:47,",
        "13:47, 14T02:47,",
        "9:05, 13T22:05,",
        "13:47:30, 14T02:47,",
        "14:10 - 14:25, 14T03:10, 14T03:25",
        "14:10–14:25, 14T03:10, 14T03:25",
        "14:10 to 14:25, 14T03:10, 14T03:25",
        "2026-03-14 23:50 - 2026-03-15 00:10, 14T12:50, 14T13:10",
        "**14:10**, 14T03:10,",
        "`14:10`, 14T03:10,"
    })
    void timesAndRanges(String time, String from, @Nullable String to) throws IOException, ContentProblem {
        TimelineEntry entry = row(time);
        assertEquals(utc(from), entry.from());
        assertEquals(utc(to), entry.to());
        assertFalse(entry.approximate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"~14:10", "~ 14:10", "≈14:10", "c. 14:10", "ca. 14:10", "about 14:10", "~2026-03-14 14:10"})
    void approximateTimes(String time) throws IOException, ContentProblem {
        TimelineEntry entry = row(time);
        assertTrue(entry.approximate());
        assertEquals(utc("14T03:10"), entry.from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "??",
                "???",
                "around noon",
                "25:00",
                "14:60",
                "14.10",
                "2026-03-14",
                "2026-02-30 14:10",
                "T+5",
                "—"
            })
    void whatIsNoTimeIsShownAsWrittenAndCountsForNothing(String time) throws IOException, ContentProblem {
        TimelineEntry entry = row(time);
        assertEquals(time, entry.written());
        assertNull(entry.from());
        assertNull(entry.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-05 02:30", "2026-10-04 02:30"})
    void aTimeThatTheClocksSkipOrShowTwiceIsNotGuessedAt(String time) throws IOException, ContentProblem {
        assertNull(row(time).from());
        assertEquals(
                Instant.parse("2026-04-04T15:30:00Z"),
                row("2026-04-05 02:30+11:00").from());
    }

    @Test
    void aRowWithoutADateHasThatOfTheRowBefore() throws IOException, ContentProblem {
        List<TimelineEntry> entries = timeline(
                "| Time | What |\n|---|---|\n| 23:50 | a |\n| 2026-03-15 00:10 | b |\n| ?? | c |\n| 00:20 | d |\n");
        assertEquals(utc("14T12:50"), entries.get(0).from());
        assertEquals(utc("14T13:10"), entries.get(1).from());
        assertNull(entries.get(2).from());
        assertEquals(utc("14T13:20"), entries.get(3).from());
    }

    @Test
    void theFirstColumnIsTheTimeAndTheOthersAreWhatHappened() throws IOException, ContentProblem {
        TimelineEntry entry = timeline("| Wann | Was | Wer |\n|---|---|---|\n| 14:10 | It *broke* | Sam |\n")
                .get(0);
        assertEquals("14:10", entry.written());
        assertTrue(entry.html().contains("It <em>broke</em>"), entry.html());
        assertTrue(entry.html().contains("Sam"), entry.html());
        assertEquals(10, entry.at().line());
        assertEquals(3, entry.at().column());
    }

    @Test
    void aListWhoseItemsBeginWithTimes() throws IOException, ContentProblem {
        List<TimelineEntry> entries = timeline(
                "- 13:47 First alert\n- **14:02**: declared\n- ~14:10 - 14:25 — looked around\n- ?? somebody pulled the plug\n- We were lucky.\n");
        assertEquals(
                List.of("13:47", "14:02", "~14:10 - 14:25", "??"),
                entries.stream().map(TimelineEntry::written).toList());
        assertEquals(utc("14T03:25"), entries.get(2).to());
    }

    @Test
    void headingsThatAreTimes() throws IOException, ContentProblem {
        List<TimelineEntry> entries = timeline(
                "### 13:47\n\nFirst alert.\n\n### ~14:10 The plug\n\nPulled.\n\n### Afterwards\n\nSilence.\n\n## Lessons\n\n### 15:00\n\nNot of the timeline.\n");
        assertEquals(
                List.of("13:47", "~14:10"),
                entries.stream().map(TimelineEntry::written).toList());
        assertTrue(entries.get(0).html().contains("First alert."));
    }

    @Test
    void aHeadingThatIsADateIsTheDayOfWhatStandsBelow() throws IOException, ContentProblem {
        List<TimelineEntry> entries = timeline("### 2026-03-15\n\n- 09:00 a\n\n### 2026-03-16\n\n- 09:00 b\n");
        assertEquals(utc("14T22:00"), entries.get(0).from());
        assertEquals(utc("15T22:00"), entries.get(1).from());
    }

    @Test
    void withoutATimelineThereIsNone() throws IOException, ContentProblem {
        assertFalse(incident("| Time | What |\n|---|---|\n| 14:10 | x |\n").hasTimeline());
        assertTrue(incident("## timeline\n\nNothing yet.\n").timeline().isEmpty());
    }
}
