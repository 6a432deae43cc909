package dev.allclear.serve;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches folders, and hands over what was touched in them. Hidden files and folders are not watched. A folder that is
 * gone is watched again when it is back.
 */
final class Watch implements AutoCloseable {

    /** A save is two events or more, and an editor that renames makes another two: they come together. */
    private static final long QUIET_MILLIS = 6;

    private static final long LONGEST_MILLIS = 20;

    /** A file is cut to nothing before its new text is written: one that is empty is given so long to be filled. */
    private static final long EMPTY_MILLIS = 200;

    /**
     * What was touched.
     *
     * @param places files and folders, as real paths
     * @param everything whether events were lost, or a folder was gone: then anything may have been touched
     */
    record Touched(Set<Path> places, boolean everything) {

        boolean isNothing() {
            return places.isEmpty() && !everything;
        }
    }

    /** One event; without a place, anything may have been touched. */
    private record Event(@Nullable Path place) {}

    private final List<Path> folders;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<Path, Object> identities = new HashMap<>();
    private @Nullable DirectoryWatcher watcher;
    private @Nullable CompletableFuture<Void> watching;

    private Watch(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Begins to watch.
     *
     * @throws IOException if the system can't watch so much
     */
    static Watch of(List<Path> folders) throws IOException {
        Watch watch = new Watch(folders);
        watch.begin();
        return watch;
    }

    private void begin() throws IOException {
        List<Path> there = new ArrayList<>();
        identities.clear();
        for (Path folder : folders) {
            Object identity = identity(folder);
            if (identity != null) {
                there.add(folder.toRealPath());
                identities.put(folder, identity);
            }
        }
        if (there.isEmpty()) {
            watcher = null;
            watching = null;
            return;
        }
        DirectoryWatcher begun = DirectoryWatcher.builder()
                .paths(there)
                .fileHashing(false)
                .fileTreeVisitor(Watch::visit)
                .listener(new Listener())
                .build();
        watcher = begun;
        watching = begun.watchAsync(task -> {
            Thread thread = new Thread(task, "allclear-watch");
            thread.setDaemon(true);
            thread.start();
        });
        if (watching.isCompletedExceptionally()) {
            Throwable cause = watching.handle((nothing, e) -> e).join();
            close();
            throw new IOException(reason(cause), cause);
        }
    }

    private static String reason(Throwable cause) {
        Throwable at = cause;
        while ((at instanceof UncheckedIOException || at.getMessage() == null) && at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }

    /** What tells this folder from another that may take its place; null if there is none. */
    private static @Nullable Object identity(Path folder) {
        try {
            Path real = folder.toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? List.of(real, Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime()))
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Walks a folder without what is hidden; what vanishes meanwhile is left out. */
    private static void visit(Path start, FileTreeVisitor.Callback onFolder, FileTreeVisitor.Callback onFile)
            throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(start)
                        && String.valueOf(folder.getFileName()).startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                try {
                    onFolder.call(folder);
                } catch (NoSuchFileException e) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                onFile.call(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // A folder that may not be looked into is refused by whoever reads the content.
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private final class Listener implements DirectoryChangeListener {

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            boolean lost = event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW;
            events.add(new Event(lost ? null : event.path()));
        }

        @Override
        public void onException(Exception e) {
            events.add(new Event(null));
        }
    }

    /**
     * Waits until something is touched, and a moment longer for what belongs to it.
     *
     * @param millis how long to wait at most
     * @return nothing if that was too long
     */
    Touched await(long millis) throws InterruptedException, IOException {
        Set<Path> places = new LinkedHashSet<>();
        boolean everything = false;
        Event event = events.poll(millis, TimeUnit.MILLISECONDS);
        long begun = System.nanoTime();
        while (event != null) {
            if (event.place() == null) {
                everything = true;
            } else {
                places.add(event.place());
            }
            boolean unfilled = places.stream().anyMatch(Watch::isEmpty);
            long longest = TimeUnit.MILLISECONDS.toNanos(unfilled ? EMPTY_MILLIS : LONGEST_MILLIS);
            long quiet = unfilled ? longest : TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
            long left = Math.min(quiet, begun + longest - System.nanoTime());
            event = left <= 0 ? events.poll() : events.poll(left, TimeUnit.NANOSECONDS);
        }
        if (isElsewhere()) {
            close();
            begin();
            everything = true;
        }
        return new Touched(places, everything);
    }

    private static boolean isEmpty(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() && attributes.size() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a folder is gone, back, or another than the one that is watched. */
    private boolean isElsewhere() {
        for (Path folder : folders) {
            if (!Objects.equals(identity(folder), identities.get(folder))) {
                return true;
            }
        }
        return watching != null && watching.isDone();
    }

    @Override
    public void close() throws IOException {
        if (watcher != null) {
            watcher.close();
        }
    }
}
