package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small site, compared byte for byte with what the tool wrote when somebody last looked at it.
 * {@code -Dgoldens.record=true} writes it again, to be read.
 */
class GoldenSiteTest {

    private static final boolean RECORD = Boolean.getBoolean("goldens.record");
    private static final Path EXPECTED =
            Objects.requireNonNull(InProcess.SMALL.getParent()).resolve("expected");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void recordIfAsked(@TempDir Path folder) throws IOException {
        if (RECORD) {
            record(build(folder.resolve("recorded")));
        }
    }

    /** Builds a copy that stands in no repository: pages would name the commits of this project. */
    private static Path build(Path site) throws IOException {
        Path content = Tool.copy(
                InProcess.SMALL,
                site.resolveSibling(site.getFileName() + "-copy").resolve("content"));
        Tool.Answer answer = InProcess.run(
                "build", "--content", content.toString(), "--site", site.toString(), "--now", InProcess.SMALL_NOW);
        assertEquals(0, answer.status(), answer.err());
        return site;
    }

    private static Map<String, Path> files(Path root) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .forEach(f -> files.put(root.relativize(f).toString().replace('\\', '/'), f));
        }
        // The theme's own files are copied as they are.
        files.keySet().removeIf(f -> f.startsWith("theme/"));
        return files;
    }

    private static void record(Path site) throws IOException {
        if (Files.exists(EXPECTED)) {
            try (Stream<Path> old = Files.walk(EXPECTED)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, Path> file : files(site).entrySet()) {
            Path to = EXPECTED.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.copy(file.getValue(), to);
        }
    }

    private static void compare(Path site) throws IOException {
        Map<String, Path> expected = files(EXPECTED);
        Map<String, Path> found = files(site);
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()), "the files of the site");
        for (Map.Entry<String, Path> file : expected.entrySet()) {
            Path other = Objects.requireNonNull(found.get(file.getKey()));
            if (file.getKey().matches(".*\\.(html|css|json|svg)")) {
                assertEquals(Files.readString(file.getValue()), Files.readString(other), file.getKey());
            }
            assertArrayEquals(Files.readAllBytes(file.getValue()), Files.readAllBytes(other), file.getKey());
        }
    }

    @Test
    void isWhatItWasWhenSomebodyLastLooked() throws IOException {
        compare(build(folder.resolve("site")));
    }

    /** In Turkish the capital of i is İ; Kiritimati is fourteen hours ahead, so that its day is another one. */
    @Test
    void isTheSameInAnotherLocaleAndAFarTimeZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals("İ", "i".toUpperCase(Locale.getDefault()));
            compare(build(folder.resolve("far")));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void holdsEachKindOfPage() throws IOException {
        List<String> paths = List.copyOf(files(EXPECTED).keySet());
        for (String kind : List.of(
                "index.html",
                "incidents/index.html",
                "incidents/[^/]+/incident.html",
                "incidents/[^/]+/decisions.html",
                "incidents/[^/]+/root-cause.html",
                "incidents/[^/]+/card.txt",
                "playbooks/index.html",
                "playbooks/[^/]+/[^/]+.html",
                "systems/index.html",
                "systems/lending.html",
                "pages/index.html",
                "pages/notices.html",
                "people.html",
                "record.json")) {
            assertTrue(paths.stream().anyMatch(p -> p.matches(kind)), kind);
        }
    }
}
