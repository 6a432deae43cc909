package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.model.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of figures against the incidents that it counts. */
class FiguresPageTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Document page = new Document("");

    @BeforeAll
    static void build() throws IOException {
        Path site = folder.resolve("site");
        Tool.Answer answer =
                InProcess.run("build", "--content", Tool.DEMO.toString(), "--site", site.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        page = Jsoup.parse(Files.readString(site.resolve("figures.html")));
    }

    private static List<Duration> lengths(int column) {
        return page.select("table.lengths tbody tr").stream()
                .map(r -> Long.parseLong(r.child(column).attr("data-sort")))
                .filter(m -> m >= 0)
                .map(Duration::ofMinutes)
                .toList();
    }

    @Test
    void exercisesAreNotCounted() {
        assertEquals(6, page.select("table.lengths tbody tr").size());
        assertFalse(page.select("table.lengths").text().contains("Exercise"));
        assertTrue(page.select(".dot title").eachText().stream().noneMatch(t -> t.contains("Exercise")));
    }

    @Test
    void whatIsShownIsTheMedianOfTheRows() {
        List<String> shown = page.select(".figures strong").eachText();
        List<String> plotted = page.select(".plot figcaption .note").eachText();
        for (int stage = 0; stage < 4; stage++) {
            List<Duration> took = lengths(stage + 2);
            long minutes = page.select(".plot").get(stage).select(".dot").size();
            assertEquals(took.size(), minutes, "a dot for each");
            assertEquals(words(Objects.requireNonNull(Statistics.median(took))), shown.get(stage));
            assertEquals("median " + shown.get(stage), plotted.get(stage));
        }
        assertFalse(page.text().toLowerCase(java.util.Locale.ROOT).contains("average"));
    }

    private static String words(Duration length) {
        long minutes = length.toMinutes();
        long days = minutes / 1440;
        String hours = minutes / 60 % 24 + " h";
        return days > 0 ? days + " d " + hours : minutes >= 60 ? hours + " " + minutes % 60 + " min" : minutes + " min";
    }

    @Test
    void everyPictureSaysWhatItShowsAndHasItsTable() {
        for (Element plot : page.select(".plot svg")) {
            assertEquals("img", plot.attr("role"));
            assertTrue(plot.attr("aria-label").contains("median"), plot.attr("aria-label"));
        }
        // Bars stand in the tables whose numbers they draw.
        for (Element bar : page.select("svg.bar-of")) {
            assertEquals("true", bar.attr("aria-hidden"));
            assertTrue(bar.parents().select("tr > td").stream()
                    .anyMatch(c -> c.text().matches("\\d+|never")));
        }
        for (String section :
                List.of("ac.quarters", "ac.all", "ac.objectives", "ac.causes", "ac.actions", "ac.exercised")) {
            assertFalse(
                    page.select("section[aria-labelledby=" + section + "] table")
                            .isEmpty(),
                    section);
        }
    }

    @Test
    void aMedianIsTheMiddleAndNoMean() {
        Duration hour = Duration.ofHours(1);
        assertEquals(hour, Statistics.median(List.of(Duration.ofDays(21), hour, Duration.ofMinutes(1))));
        assertEquals(
                Duration.ofMinutes(90),
                Statistics.median(List.of(Duration.ofHours(2), hour, Duration.ofDays(21), Duration.ofMinutes(1))));
        assertEquals(null, Statistics.median(List.of()));
        assertEquals(LocalDate.of(2026, 10, 1), Statistics.quarter(LocalDate.of(2026, 12, 31)));
    }
}
