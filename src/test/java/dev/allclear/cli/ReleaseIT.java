package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release in a process of its own that is killed, meets another, or finds no room: the version is there or it is not. */
class ReleaseIT {

    private static final String LATER = "2026-05-20T00:00:00Z";
    private static final int KILLS_BY_THE_CLOCK = 8;
    private static final int KILLS_WHILE_WRITING = 18;
    private static final int FILES = 600;

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");
    private Path site = Path.of("");

    @BeforeEach
    void makeContent() throws IOException {
        site = folder.resolve("site");
        content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        Path files = Files.createDirectories(content.resolve("pages/files"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(files.resolve(i + ".txt"), "file " + i);
        }
    }

    private String[] release(String label, String now) {
        return new String[] {
            "release", label, "--content", content.toString(), "--site", site.toString(), "--now", now, "--quiet"
        };
    }

    private void succeed(String... arguments) throws IOException, InterruptedException {
        Tool.Answer answer = Tool.run(folder, arguments);
        assertEquals(0, answer.status(), answer.out() + answer.err());
    }

    private void verify() throws IOException, InterruptedException {
        succeed("verify", site.toString());
    }

    private void change() throws IOException {
        for (int i = 0; i < FILES; i += 3) {
            Files.writeString(content.resolve("pages/files/" + i + ".txt"), "changed " + i);
        }
    }

    private List<String> leftOvers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith(".site"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aReleaseThatIsKilledLeavesNoHalfVersion() throws IOException, InterruptedException {
        succeed(release("1", InProcess.SMALL_NOW));
        change();
        Map<String, String> before = Tool.digests(site);
        Path kept = Tool.copy(site, folder.resolve("kept"));
        Path elsewhere = Tool.copy(site, folder.resolve("elsewhere"));
        long began = System.nanoTime();
        succeed("release", "2", "--content", content.toString(), "--site", elsewhere.toString(), "--now", LATER);
        long all = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Map<String, String> after = Tool.digests(elsewhere);
        assertNotEquals(before, after);

        Random random = new Random(3);
        int killed = 0;
        int inTheMiddle = 0;
        int done = 0;
        for (int i = 0; i < KILLS_BY_THE_CLOCK + KILLS_WHILE_WRITING; i++) {
            Process process = Tool.start(folder, List.of(), release("2", LATER));
            if (i < KILLS_BY_THE_CLOCK) {
                process.waitFor(all * (2 * i + 1) / (2 * KILLS_BY_THE_CLOCK), TimeUnit.MILLISECONDS);
            } else {
                List<String> old = leftOvers();
                while (process.isAlive() && old.containsAll(leftOvers())) {
                    Thread.sleep(1);
                }
                process.waitFor(random.nextLong(Math.max(20, all / 3)), TimeUnit.MILLISECONDS);
            }
            boolean alive = process.isAlive();
            process.destroyForcibly();
            killed += alive && process.waitFor() != 0 ? 1 : 0;
            inTheMiddle += leftOvers().isEmpty() ? 0 : 1;
            Map<String, String> found = Tool.digests(site);
            if (found.equals(after)) {
                done++;
                putBack(kept, before);
            } else {
                assertTrue(before.equals(found), "kill " + i + " left half a version");
            }
        }
        assertTrue(killed >= 15, "only " + killed + " releases were killed before they ended");
        assertTrue(inTheMiddle >= 5, "only " + inTheMiddle + " releases were killed while they wrote");
        succeed(release("2", LATER));
        assertEquals(after, Tool.digests(site), done + " were done before they were killed");
        assertEquals(List.of(), leftOvers());
        verify();
    }

    /** Puts the folder back as it was, from a copy. */
    private void putBack(Path copy, Map<String, String> before) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Tool.copy(copy, site);
        assertTrue(before.equals(Tool.digests(site)), "the site was not put back as it was");
    }

    @Test
    void twoReleasesAtOnceStandBehindEachOther() throws IOException, InterruptedException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        Process first = Tool.start(one, List.of(), release("a", InProcess.SMALL_NOW));
        Process second = Tool.start(two, List.of(), release("b", InProcess.SMALL_NOW));
        assertEquals(0, first.waitFor(), Files.readString(one.resolve("err.txt")));
        assertEquals(0, second.waitFor(), Files.readString(two.resolve("err.txt")));
        verify();
        assertTrue(Files.exists(site.resolve("v/a")) && Files.exists(site.resolve("v/b")));

        first = Tool.start(one, List.of(), release("c", LATER));
        second = Tool.start(two, List.of(), release("c", LATER));
        assertEquals(0, first.waitFor(), Files.readString(one.resolve("err.txt")));
        assertEquals(0, second.waitFor(), Files.readString(two.resolve("err.txt")));
        verify();
        assertEquals(List.of(), leftOvers());
    }

    @Test
    void sha256sumChecksAVersionWithoutThisTool() throws IOException, InterruptedException {
        Files.writeString(content.resolve("pages/files/with space.txt"), "x");
        Files.writeString(content.resolve("pages/files/ünï.txt"), "x");
        succeed(release("1", InProcess.SMALL_NOW));
        try {
            Process sums = new ProcessBuilder("sha256sum", "-c", "--quiet", "SHA256SUMS")
                    .directory(site.resolve("v/1").toFile())
                    .inheritIO()
                    .start();
            assertEquals(0, sums.waitFor());
        } catch (IOException e) {
            Assumptions.abort("there is no sha256sum here");
        }
    }

    @Test
    void aFullDiskLeavesWhatWasThere() throws IOException, InterruptedException {
        Path small = Files.createDirectories(folder.resolve("small"));
        Assumptions.assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", small.toString()) == 0,
                "only root can make a small disk");
        try {
            site = small.resolve("site");
            succeed(release("1", InProcess.SMALL_NOW));
            Map<String, String> before = Tool.digests(site);
            Files.write(content.resolve("pages/files/large.bin"), new byte[16 << 20]);
            Tool.Answer answer = Tool.run(folder, release("2", LATER));
            assertEquals(2, answer.status(), answer.out() + answer.err());
            assertTrue(answer.err().contains("No space left"), answer.err());
            assertEquals(1, answer.err().lines().count(), answer.err());
            assertEquals(before, Tool.digests(site));
            verify();
            Files.delete(content.resolve("pages/files/large.bin"));
            change();
            succeed(release("2", LATER));
            verify();
        } finally {
            assertEquals(0, command("umount", small.toString()));
        }
    }

    @Test
    void aFolderThatCantBeWrittenLeavesWhatWasThere() throws IOException, InterruptedException {
        Assumptions.assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        succeed(release("1", InProcess.SMALL_NOW));
        Map<String, String> before = Tool.digests(site);
        change();
        var rights = Files.getPosixFilePermissions(site);
        Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("r-xr-xr-x"));
        Tool.Answer answer = Tool.run(folder, release("2", LATER));
        Files.setPosixFilePermissions(site, rights);
        assertEquals(2, answer.status(), answer.err());
        assertEquals(before, Tool.digests(site));
    }

    /** On a copy, with nothing but the folder, and read-only at that. */
    @Test
    void verifyNeedsNothingButTheFolder() throws IOException, InterruptedException {
        succeed(release("1", InProcess.SMALL_NOW));
        Path stick =
                Tool.copy(site, Files.createDirectories(folder.resolve("stick")).resolve("copy"));
        Path nowhere = Files.createDirectories(folder.resolve("nowhere"));
        Tool.Answer answer = Tool.run(nowhere, "verify", stick.toString());
        assertEquals(0, answer.status(), answer.err());
        assertEquals("", answer.err());
        List<String> files = new ArrayList<>(Tool.digests(nowhere).keySet());
        files.removeAll(List.of("out.txt", "err.txt"));
        assertEquals(List.of(), files);
        Files.writeString(stick.resolve("v/1/pages/files/7.txt"), "file 8");
        answer = Tool.run(nowhere, "verify", stick.toString());
        assertEquals(1, answer.status());
        assertTrue(answer.out().startsWith("changed: v/1/pages/files/7.txt "), answer.out());
        assertFalse(answer.out().contains(stick.toString()));
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
