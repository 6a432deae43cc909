package dev.allclear.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small site, compared byte for byte with what was read and found good; built again under a Turkish locale in a far
 * time zone. {@code -Dgoldens.record=true} writes it again, to be read.
 */
class GoldenSiteTest {

    private static final Path CONTENT = Path.of("src/test/resources/rules/base");
    private static final Path EXPECTED = Path.of("src/test/resources/sites/base");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSiteIsTheGoldenOne() throws IOException, BuildProblem {
        Map<String, String> site = build("one", 1);
        if (Boolean.getBoolean("goldens.record")) {
            for (Map.Entry<String, String> file : site.entrySet()) {
                Path golden = EXPECTED.resolve(file.getKey());
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, file.getValue());
            }
        }
        assertEquals(texts(EXPECTED), site);
    }

    @Test
    void localeAndTimeZoneOfTheMachineChangeNothing() throws IOException, BuildProblem {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(texts(EXPECTED), build("two", 4));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private Map<String, String> build(String name, int jobs) throws IOException, BuildProblem {
        Path site = folder.resolve(name);
        Path content = outsideOfGit(name);
        Outcome outcome = new SiteBuild(new Settings(
                        content,
                        site,
                        null,
                        new BuildTime("2026-06-01T00:00:00Z", null, Clock.systemUTC()),
                        jobs,
                        false,
                        "golden"))
                .build();
        assertNotNull(outcome.published(), () -> outcome.verdict().findings().toString());
        return texts(site);
    }

    /** A copy in no repository: pages would name the commits of this project. */
    private Path outsideOfGit(String name) throws IOException {
        Path copy = folder.resolve(name + "-content").resolve("base");
        try (Stream<Path> files = Files.walk(CONTENT)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(CONTENT.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }

    /** The files that differ from theme to theme aside: the style sheet is looked at, not compared. */
    private static Map<String, String> texts(Path site) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = site.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("theme/")) {
                    texts.put(path, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
