package dev.allclear.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Pieces of the writing that run side by side. */
final class Tasks {

    private Tasks() {}

    /** The place of a file below a folder, with the folders around it. */
    static Path place(Path folder, String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException("the page " + path + " would leave the site");
        }
        Path around = file.getParent();
        if (around != null) {
            Files.createDirectories(around);
        }
        return file;
    }

    /** Waits for all, for nobody may still write when the folder is swapped in or removed; throws what failed first. */
    static void await(List<? extends Future<?>> tasks) throws IOException {
        Throwable failure = null;
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new IOException("interrupted", e);
            }
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof UncheckedIOException io) {
            throw io.getCause();
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
