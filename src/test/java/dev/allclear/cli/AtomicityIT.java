package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build in a process of its own that is killed, or meets another: the site is the old one or the new one, whole. */
class AtomicityIT {

    private static final int KILLS_BY_THE_CLOCK = 8;
    private static final int KILLS_WHILE_WRITING = 18;
    private static final int FILES = 800;

    @TempDir
    private Path folder = Path.of("");

    private Path site = Path.of("");

    @BeforeEach
    void makeTwoContents() throws IOException {
        site = folder.resolve("site");
        for (String name : List.of("a", "b")) {
            Path content = Tool.copy(InProcess.SMALL, folder.resolve(name).resolve("content"));
            Path files = Files.createDirectories(content.resolve("pages/files"));
            // Many small files make the moment of writing a long one.
            for (int i = 0; i < FILES; i++) {
                Files.writeString(files.resolve(i + ".txt"), (i % 3 == 0 ? "both " : name) + i);
            }
        }
    }

    private String[] build(String name, Path into) {
        return new String[] {
            "build",
            "--content",
            folder.resolve(name).resolve("content").toString(),
            "--site",
            into.toString(),
            "--now",
            InProcess.SMALL_NOW,
            "--quiet"
        };
    }

    private void succeed(String name, Path into) throws IOException, InterruptedException {
        Tool.Answer answer = Tool.run(folder, build(name, into));
        assertEquals(0, answer.status(), answer.err());
    }

    private void putWhatIsNotOurs(Path into, Path record) throws IOException {
        Files.createDirectories(into.resolve("v/1"));
        Files.writeString(into.resolve("README.md"), "mine");
        Files.copy(record, into.resolve("v/1/record.json"));
        Files.writeString(into.resolve("v/1/index.html"), "frozen");
    }

    private List<String> leftOvers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith(".site"))
                    .sorted()
                    .toList();
        }
    }

    /** Waits until the process has begun to write; false if it ended before. */
    private boolean untilItWrites(Process process, List<String> before) throws IOException, InterruptedException {
        while (process.isAlive()) {
            if (!before.containsAll(leftOvers())) {
                return true;
            }
            Thread.sleep(1);
        }
        return false;
    }

    @Test
    void aBuildThatIsKilledLeavesTheOldSiteOrTheNewOne() throws IOException, InterruptedException {
        Path record = folder.resolve("plain").resolve("record.json");
        succeed("a", folder.resolve("plain"));
        for (String name : List.of("a", "b")) {
            putWhatIsNotOurs(folder.resolve("site-" + name), record);
            succeed(name, folder.resolve("site-" + name));
        }
        Map<String, Map<String, String>> whole = Map.of(
                "a", Tool.digests(folder.resolve("site-a")),
                "b", Tool.digests(folder.resolve("site-b")));
        assertNotEquals(whole.get("a"), whole.get("b"));
        assertTrue(Tool.digests(folder.resolve("site-a")).containsKey("v/1/index.html"));

        putWhatIsNotOurs(site, record);
        succeed("a", site);
        long began = System.nanoTime();
        Process reference = Tool.start(folder, List.of(), build("b", site));
        assertTrue(untilItWrites(reference, List.of()));
        long wrote = System.nanoTime();
        assertEquals(0, reference.waitFor());
        long writing = Math.max(20, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - wrote));
        long all = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

        Random random = new Random(7);
        String now = "b";
        int killed = 0;
        int inTheMiddle = 0;
        for (int i = 0; i < KILLS_BY_THE_CLOCK + KILLS_WHILE_WRITING; i++) {
            String other = now.equals("a") ? "b" : "a";
            List<String> before = leftOvers();
            Process process = Tool.start(folder, List.of(), build(other, site));
            if (i < KILLS_BY_THE_CLOCK) {
                process.waitFor(all * (2 * i + 1) / (2 * KILLS_BY_THE_CLOCK), TimeUnit.MILLISECONDS);
            } else if (untilItWrites(process, before)) {
                process.waitFor(random.nextLong(writing), TimeUnit.MILLISECONDS);
            }
            boolean alive = process.isAlive();
            process.destroyForcibly();
            int status = process.waitFor();
            killed += alive && status != 0 ? 1 : 0;
            inTheMiddle += leftOvers().isEmpty() ? 0 : 1;
            Map<String, String> found = Tool.digests(site);
            if (found.equals(whole.get(other))) {
                now = other;
            } else {
                assertEquals(whole.get(now), found, "kill " + i + " left a mixture");
                assertNotEquals(0, status, "a build that says that it is done has written the new site");
            }
        }
        assertTrue(killed >= 15, "only " + killed + " builds were killed before they ended");
        assertTrue(inTheMiddle >= 5, "only " + inTheMiddle + " builds were killed while they wrote");

        succeed("b", site);
        assertEquals(whole.get("b"), Tool.digests(site));
        assertEquals(List.of(), leftOvers());
    }

    @Test
    void twoBuildsAtOnceBothEndWell() throws IOException, InterruptedException {
        succeed("a", folder.resolve("alone"));
        Map<String, String> alone = Tool.digests(folder.resolve("alone"));
        for (String at : List.of("where there is none", "over the one that is there")) {
            Process one = Tool.start(Files.createDirectories(folder.resolve("one")), List.of(), build("a", site));
            Process two = Tool.start(Files.createDirectories(folder.resolve("two")), List.of(), build("a", site));
            assertEquals(0, one.waitFor(), Files.readString(folder.resolve("one/err.txt")));
            assertEquals(0, two.waitFor(), Files.readString(folder.resolve("two/err.txt")));
            assertEquals(alone, Tool.digests(site), at);
            assertEquals(List.of(), leftOvers());
        }
    }

    /** Where folders can't be exchanged in one step, the two renames must not lose the site when they are cut apart. */
    @Test
    void withoutTheExchangeOfFoldersTheSiteIsWrittenToo() throws IOException, InterruptedException {
        List<String> withoutLibrary = List.of("-Djna.nosys=true", "-Djna.nounpack=true");
        succeed("a", site);
        Files.writeString(site.resolve("README.md"), "mine");
        Tool.Answer answer = Tool.run(folder, withoutLibrary, build("b", site));
        assertEquals(0, answer.status(), answer.err());
        assertEquals("b1", Files.readString(site.resolve("pages/files/1.txt")));
        assertEquals("mine", Files.readString(site.resolve("README.md")));
        assertEquals(List.of(), leftOvers());
    }
}
