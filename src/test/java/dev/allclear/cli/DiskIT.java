package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, has no more inodes or becomes read-only half-way: the old site stands, and one sentence says why. */
class DiskIT {

    private static final int TRIES = 12;

    @TempDir
    private Path folder = Path.of("");

    private Path disk = Path.of("");

    /** A small disk; needs the rights of root, which containers that run tests mostly have. */
    private Stage on(String options) throws IOException, InterruptedException {
        disk = Files.createDirectories(folder.resolve("disk"));
        Stage.require(
                Stage.status("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()) == 0,
                "mount a small tmpfs (root)");
        Stage stage = new Stage(folder, disk);
        assertEquals(0, Tool.run(folder, "verify", stage.site.toString()).status());
        return stage;
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (!disk.toString().isEmpty()) {
            Stage.status("umount", disk.toString());
        }
    }

    private static void refuses(Stage stage, String name, String why) throws IOException, InterruptedException {
        Map<String, String> before = Tool.digests(stage.site);
        Tool.Answer answer = Tool.run(stage.folder, stage.change(name, stage.site));
        Stage.saysOneSentence(answer, why);
        assertEquals(before, Tool.digests(stage.site), name);
        assertEquals(List.of(), Stage.beside(stage.site), name);
    }

    /** From a disk on which nothing more can be written to one on which nearly all could. */
    @Test
    void aFullDiskLeavesWhatWasThere() throws IOException, InterruptedException {
        Stage stage = on("size=12m");
        Path filler = disk.resolve("filler");
        for (int left : List.of(0, 60, 200, 300)) {
            fill(filler, left);
            refuses(stage, "build", "No space left");
            refuses(stage, "release", "No space left");
            if (left == 0) {
                refuses(stage, "withdrawal", "No space left");
            }
        }
        Files.delete(filler);
        endsWell(stage);
    }

    /** Takes all of the disk but some kilobytes. */
    private void fill(Path filler, int left) throws IOException {
        Files.deleteIfExists(filler);
        long size = Files.getFileStore(disk).getUsableSpace() - left * 1024L;
        byte[] zeros = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long done = 0; done + zeros.length <= size; done += zeros.length) {
                out.write(zeros);
            }
        }
    }

    @Test
    void aDiskWithoutInodesLeavesWhatWasThere() throws IOException, InterruptedException {
        Stage stage = on("size=64m,nr_inodes=2000");
        Path fillers = Files.createDirectories(disk.resolve("fillers"));
        int number = 0;
        try {
            for (; number < 2000; number++) {
                Files.createFile(fillers.resolve(String.valueOf(number)));
            }
        } catch (IOException e) {
            // That was the last one.
        }
        for (int left : List.of(0, 3, 20, 60)) {
            for (int i = 0; i < left; i++) {
                Files.deleteIfExists(fillers.resolve(String.valueOf(--number)));
            }
            refuses(stage, "build", "No space left");
            refuses(stage, "release", "No space left");
        }
        Stage.delete(fillers);
        endsWell(stage);
    }

    @Test
    void whatIsTakenOutOfARepositoryNeedsRoomToo() throws Exception {
        Path site = folder.resolve("site");
        try (Tagged repository = new Tagged(folder.resolve("repository"))) {
            repository.commit("x");
            repository.tag("v1", true);
            disk = Files.createDirectories(folder.resolve("disk"));
            Stage.require(
                    Stage.status("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) == 0,
                    "mount a small tmpfs (root)");
            Tool.Answer answer = Tool.run(
                    folder,
                    List.of("-Djava.io.tmpdir=" + disk),
                    "build",
                    "--content",
                    repository.content.toString(),
                    "--site",
                    site.toString(),
                    "--tags",
                    "v*",
                    "--tags-cache",
                    disk.resolve("cache").toString(),
                    "--now",
                    "2026-05-21T00:00:00Z",
                    "--quiet");
            Stage.saysOneSentence(answer, "No space left");
            assertTrue(Files.notExists(site));
        }
    }

    /** The moment at which it happens is that of a writing that has begun; it is looked for until it is met. */
    @Test
    void aDiskThatBecomesReadOnlyHalfWayLeavesWhatWasThere() throws IOException, InterruptedException {
        Stage stage = on("size=64m");
        Map<String, String> before = Tool.digests(stage.site);
        int met = 0;
        for (int i = 0; i < TRIES && met < 2; i++) {
            String name = i % 2 == 0 ? "build" : "release";
            List<String> old = Stage.beside(stage.site);
            Process process = Tool.start(folder, List.of(), stage.change(name, stage.site));
            boolean locked = false;
            while (process.isAlive() && !locked) {
                if (!old.containsAll(Stage.beside(stage.site))) {
                    // Refused as long as a file is open for writing, which is most of the time.
                    locked = Stage.status("mount", "-o", "remount,ro", disk.toString()) == 0;
                }
            }
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
            Map<String, String> found = Tool.digests(stage.site);
            Stage.status("mount", "-o", "remount,rw", disk.toString());
            if (process.exitValue() == 2) {
                met++;
                assertEquals(before, found, name);
                String said = Files.readString(folder.resolve("err.txt"));
                assertTrue(
                        said.contains("Read-only file system") && said.lines().count() == 1, said);
            } else {
                assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err.txt")));
                Stage.delete(disk.resolve("site"));
                Stage.delete(folder.resolve("content"));
                stage = new Stage(folder, disk);
                assertEquals(before, Tool.digests(stage.site));
            }
        }
        assertTrue(met > 0, "it was never met in the middle");
        endsWell(stage);
    }

    private static void endsWell(Stage stage) throws IOException, InterruptedException {
        for (String name : List.of("build", "release", "withdrawal")) {
            Tool.Answer answer = Tool.run(stage.folder, stage.change(name, stage.site));
            assertEquals(0, answer.status(), Arrays.toString(stage.change(name, stage.site)) + answer.err());
        }
        assertEquals(0, Tool.run(stage.folder, "verify", stage.site.toString()).status());
        assertEquals(List.of(), Stage.beside(stage.site));
    }
}
