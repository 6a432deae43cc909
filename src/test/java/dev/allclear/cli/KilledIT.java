package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed at points that are known: at a call of the operating system, counted in each thread. {@code strace}
 * sends the signal before the call is done. Points that are met by chance are in {@link AtomicityIT}, {@link ReleaseIT} and
 * {@link TagsIT}.
 */
class KilledIT {

    /** Where the two folders change places: before it all is old, behind it all is new. */
    private static final String EXCHANGE = "renameat2:1";

    private static final List<String> BEFORE = List.of("mkdir:1", "mkdir:3", "link:1", "link:12", "link:40");

    /** What is removed when the new site stands; a library of ours removes a file of its own at first. */
    private static final List<String> BEHIND = List.of("unlink:8", "unlink:30", "rmdir:9", "rmdir:33");

    @TempDir
    private Path folder = Path.of("");

    private static Process killed(Path folder, String point, String... words) throws IOException {
        String[] parts = point.split(":", 2);
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=" + parts[0],
                "-e",
                "inject=%s:signal=KILL:when=%s".formatted(parts[0], parts[1]),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-jar",
                Tool.JAR.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    @Test
    void whateverThePointTheOldSiteIsThereOrTheNewOne() throws IOException, InterruptedException {
        Stage stage = new Stage(folder, Files.createDirectories(folder.resolve("kept")));
        Path site = Files.createDirectories(folder.resolve("at")).resolve("site");
        Stage.require(
                Stage.status("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=mkdir", "true") == 0,
                "follow the calls of a process (strace)");
        Map<String, String> before = Tool.digests(stage.site);
        for (String name : Stage.changes().keySet()) {
            Path elsewhere = Tool.copy(stage.site, folder.resolve("elsewhere-" + name));
            assertEquals(0, Tool.run(folder, stage.change(name, elsewhere)).status());
            Map<String, String> after = Tool.digests(elsewhere);
            assertNotEquals(before, after);
            List<String> points = new ArrayList<>(BEFORE);
            points.add(EXCHANGE);
            points.addAll(BEHIND);
            int old = 0;
            int renewed = 0;
            for (String point : points) {
                Stage.delete(site);
                Tool.copy(stage.site, site);
                Process process = killed(folder, point, stage.change(name, site));
                assertTrue(process.waitFor(2, TimeUnit.MINUTES));
                Map<String, String> found = Tool.digests(site);
                String at = name + ", killed at " + point;
                if (process.exitValue() == 0) {
                    // No thread came that far.
                    assertEquals(after, found, at);
                    continue;
                }
                assertTrue(found.equals(before) || found.equals(after), at + " left a mixture");
                if (BEFORE.contains(point) || point.equals(EXCHANGE)) {
                    assertEquals(before, found, at);
                }
                old += found.equals(before) && !Stage.beside(site).isEmpty() ? 1 : 0;
                renewed += found.equals(after) ? 1 : 0;
                if (BEFORE.contains(point) && BEFORE.indexOf(point) % 2 == 0) {
                    // What is cleared up after one of these is so after all.
                    continue;
                }
                Tool.Answer again = Tool.run(folder, stage.change(name, site));
                assertEquals(0, again.status(), at + ": " + again.err());
                assertEquals(after, Tool.digests(site), at);
                assertEquals(List.of(), Stage.beside(site), at);
            }
            assertTrue(old >= 3, name + ": only " + old + " kills in the middle of the writing");
            assertTrue(renewed >= 1, name + ": only " + renewed + " kills behind the exchange");
        }
    }
}
