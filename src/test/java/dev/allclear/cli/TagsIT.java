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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build of a history in a process of its own that is killed: the old site is there or the new one, with all versions. */
class TagsIT {

    private static final int VERSIONS = 6;
    private static final int KILLS_WHILE_BUILDING = 5;
    private static final int KILLS_WHILE_WRITING = 8;

    @TempDir
    private Path folder = Path.of("");

    private String[] build(Path content, Path site, Path cache) {
        return new String[] {
            "build",
            "--content",
            content.toString(),
            "--site",
            site.toString(),
            "--tags",
            "v*",
            "--tags-cache",
            cache.toString(),
            "--now",
            "2026-05-20T12:00:00Z",
            "--quiet"
        };
    }

    @Test
    void aBuildThatIsKilledLeavesTheOldSiteOrTheNewOne() throws Exception {
        try (Tagged repository = new Tagged(folder.resolve("repository"))) {
            for (int i = 0; i < VERSIONS; i++) {
                Files.writeString(repository.content.resolve("pages/p" + i + ".md"), "# Page\n\nText\n");
                repository.commit("text " + i);
                repository.tag("v" + i, i % 2 == 0);
            }
            Path site = folder.resolve("site");
            Tool.Answer first = Tool.run(
                    folder,
                    "build",
                    "--content",
                    repository.content.toString(),
                    "--site",
                    site.toString(),
                    "--now",
                    "2026-05-20T12:00:00Z");
            assertEquals(0, first.status(), first.err());
            Map<String, String> before = Tool.digests(site);
            Path elsewhere = folder.resolve("elsewhere");
            Tool.Answer all = Tool.run(folder, build(repository.content, elsewhere, folder.resolve("other-cache")));
            assertEquals(0, all.status(), all.err());
            Map<String, String> after = Tool.digests(elsewhere);
            assertNotEquals(before, after);
            Map<String, String> work = Tool.digests(repository.place);

            Path cache = folder.resolve("cache");
            Random random = new Random(5);
            int killed = 0;
            int inTheMiddle = 0;
            boolean done = false;
            for (int i = 0; i < KILLS_WHILE_BUILDING + KILLS_WHILE_WRITING && !done; i++) {
                Process process = Tool.start(folder, List.of(), build(repository.content, site, cache));
                int wanted = i + 1;
                List<String> old = staged();
                while (process.isAlive()
                        && (i < KILLS_WHILE_BUILDING ? cached(cache) < wanted : old.containsAll(staged()))) {
                    Thread.sleep(1);
                }
                process.waitFor(random.nextLong(i < KILLS_WHILE_BUILDING ? 20 : 150), TimeUnit.MILLISECONDS);
                boolean alive = process.isAlive();
                process.destroyForcibly();
                killed += process.waitFor() != 0 && alive ? 1 : 0;
                inTheMiddle += staged().isEmpty() ? 0 : 1;
                Map<String, String> found = Tool.digests(site);
                done = found.equals(after);
                assertTrue(done || found.equals(before), "kill " + i + " left half a history");
            }
            assertTrue(killed >= KILLS_WHILE_BUILDING, "only " + killed + " builds were killed before they ended");
            assertTrue(inTheMiddle >= 1, "no build was killed while it wrote");
            Tool.Answer last = Tool.run(folder, build(repository.content, site, cache));
            assertEquals(0, last.status(), last.err());
            assertEquals(after, Tool.digests(site));
            assertEquals(0, Tool.run(folder, "verify", site.toString()).status());
            assertEquals(work, Tool.digests(repository.place));
        }
    }

    /** The folders in which a killed build was writing the site. */
    private List<String> staged() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith(".site.next-"))
                    .sorted()
                    .toList();
        }
    }

    private static int cached(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(cache)) {
            return (int) entries.filter(e -> !e.getFileName().toString().startsWith("."))
                    .count();
        }
    }
}
