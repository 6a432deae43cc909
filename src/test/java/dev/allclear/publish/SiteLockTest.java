package dev.allclear.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for a site learns for whom, and is told nothing that is not so. */
class SiteLockTest {

    @TempDir
    private Path folder = Path.of("");

    private Path site = Path.of("");

    /** The lock's file is named by the site's place; this finds it among others. */
    private Path file = Path.of("");

    @BeforeEach
    void findTheFile() throws IOException {
        site = folder.resolve("site");
        List<Path> before = locks();
        SiteLock.of(site).close();
        file = locks().stream().filter(f -> !before.contains(f)).findFirst().orElseThrow();
    }

    private static List<Path> locks() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(f -> f.getFileName().toString().matches("allclear-.*\\.lock"))
                    .toList();
        }
    }

    private record Waiting(CompletableFuture<Void> done, List<String> told) {}

    private Waiting waiting(SiteLock lock, String what) {
        List<String> told = new CopyOnWriteArrayList<>();
        return new Waiting(
                CompletableFuture.runAsync(() -> {
                    try {
                        lock.hold(what, told::add);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                told);
    }

    private static void untilTold(Waiting waiting) throws InterruptedException {
        for (int i = 0; i < 600 && waiting.told().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertEquals(1, waiting.told().size());
        assertTrue(!waiting.done().isDone());
    }

    @Test
    void whoeverWaitsIsToldOnceForWhomAndGoesOnWhenThatIsDone()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (SiteLock second = SiteLock.of(site)) {
            Waiting waiting;
            try (SiteLock first = SiteLock.of(site)) {
                first.hold("the release of version `4`", who -> {});
                waiting = waiting(second, "a build");
                untilTold(waiting);
                assertTrue(
                        waiting.told()
                                .get(0)
                                .matches("the release of version `4` \\(process "
                                        + ProcessHandle.current().pid() + ", since 20\\S+Z\\)"),
                        waiting.told().get(0));
            }
            waiting.done().get(1, TimeUnit.MINUTES);
            assertTrue(Files.readString(file).endsWith("\na build\n"));
        }
    }

    /** One that took the lock a moment ago, or can't write: what stands in the file is of another, long gone. */
    @Test
    void aHolderThatIsGoneIsNotNamed() throws IOException, InterruptedException {
        long other = ProcessHandle.current().pid();
        for (Map.Entry<String, String> stale : Map.of(
                        "a process that is not there any more", "999999999\n2026-01-01T00:00:00Z\n",
                        "a process that has the number of one that ended", other + "\n2026-01-01T00:00:00Z\n",
                        "what is no number", "x\ny\n",
                        "nothing", "")
                .entrySet()) {
            try (SiteLock second = SiteLock.of(site)) {
                Waiting waiting;
                try (SiteLock first = SiteLock.of(site)) {
                    first.hold("a build", who -> {});
                    Files.writeString(file, stale.getValue() + "2026-01-01T00:00:00Z\na build\n");
                    waiting = waiting(second, "a build");
                    untilTold(waiting);
                    assertEquals("another process", waiting.told().get(0), stale.getKey());
                }
                waiting.done().join();
            }
        }
    }

    @Test
    void nobodyIsToldOfAWaitThatIsNone() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (SiteLock lock = SiteLock.of(site)) {
                lock.hold("a build", who -> {
                    throw new AssertionError(who);
                });
            }
        }
    }
}
