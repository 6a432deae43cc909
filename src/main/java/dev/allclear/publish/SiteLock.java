package dev.allclear.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time write a site; a second one waits and learns for whom. The lock file stands in the temporary
 * folder and outlives the lock: the operating system gives the lock back when its holder ends, however it ends, and what the
 * file says of a holder counts only while somebody holds the lock and that process is alive.
 */
final class SiteLock implements AutoCloseable {

    /** Longer than most builds take: who waits for less than that need not know. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Behind all that is written in the file: on Windows what is locked can't be read by others. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private static final int LONGEST = 4096;

    private final FileChannel channel;

    private SiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the lock of a site folder. */
    static SiteLock of(Path site) throws IOException {
        UUID name = UUID.nameUUIDFromBytes(site.toString().getBytes(StandardCharsets.UTF_8));
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "allclear-" + System.getProperty("user.name") + "-" + name + ".lock");
        return new SiteLock(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * Waits until no other process holds it.
     *
     * @param what what it is wanted for, such as {@code a build}: those who wait are told
     * @param waiting is told, once, if it takes longer than a moment, who holds it
     */
    void hold(String what, Consumer<String> waiting) throws IOException {
        long begun = System.nanoTime();
        boolean told = false;
        FileLock lock = tried();
        while (lock == null) {
            if (!told && System.nanoTime() - begun > PATIENCE.toNanos()) {
                waiting.accept(holder());
                told = true;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            lock = tried();
        }
        if (!lock.isValid()) {
            throw new IOException("the lock on the site was lost");
        }
        sign(what);
    }

    private @Nullable FileLock tried() throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false);
        } catch (OverlappingFileLockException e) {
            // Another build of this very process has it.
            return null;
        }
    }

    /** Says who holds it now. That it can't be said is no reason to stop. */
    private void sign(String what) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        String text = "%d\n%s\n%s\n%s\n"
                .formatted(self.pid(), started(self), Instant.now().truncatedTo(ChronoUnit.SECONDS), what);
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            // A full disk: the lock holds all the same.
            channel.truncate(0);
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("?");
    }

    /** Who holds it, as far as that can be known. */
    private String holder() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        int length = channel.read(bytes, 0);
        String[] lines = new String(bytes.array(), 0, Math.max(0, length), StandardCharsets.UTF_8).split("\n", -1);
        String unknown = "another process";
        if (lines.length < 5) {
            return unknown;
        }
        try {
            long pid = Long.parseLong(lines[0]);
            // Whoever took the lock just now may not have signed yet, and what stands there is of one that is gone.
            Optional<ProcessHandle> process =
                    ProcessHandle.of(pid).filter(p -> started(p).equals(lines[1]));
            return process.isEmpty()
                    ? unknown
                    : "%s (process %d, since %s)".formatted(lines[3], pid, Instant.parse(lines[2]));
        } catch (NumberFormatException | DateTimeException e) {
            return unknown;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
