package dev.allclear.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Lets one process at a time write a site; a second one waits. The lock file stands in the temporary folder. */
final class SiteLock implements AutoCloseable {

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
        return new SiteLock(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** Waits until no other process holds it. */
    void hold() throws IOException {
        FileLock lock = channel.lock();
        if (!lock.isValid()) {
            throw new IOException("the lock on the site was lost");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
