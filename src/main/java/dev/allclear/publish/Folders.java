package dev.allclear.publish;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Whole folders with all that is in them; links are never followed. */
public final class Folders {

    private Folders() {}

    /** What is done with each folder of a tree: it is told the symbolic links in it, and what else is no folder. */
    interface Visit {
        void folder(Path folder, List<Path> links, List<Path> files) throws IOException;
    }

    /** Removes a folder if it is there; links in it are removed. */
    public static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            each(folder, (each, links, files) -> {
                delete(links);
                delete(files);
                Files.deleteIfExists(each);
            });
        } else {
            Files.deleteIfExists(folder);
        }
    }

    /** The same, several folders of it at once: a site with many versions has tens of thousands of files. */
    static void delete(Path folder, ExecutorService workers) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            List<Future<?>> tasks = new ArrayList<>();
            List<Path> folders = new ArrayList<>();
            try {
                each(folder, (each, links, files) -> {
                    folders.add(each);
                    tasks.add(workers.submit(() -> {
                        delete(links);
                        delete(files);
                        return null;
                    }));
                });
            } finally {
                Tasks.await(tasks);
            }
            delete(folders);
        } else {
            delete(folder);
        }
    }

    private static void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Visits each folder of a tree, the inner ones before those around them. */
    static void each(Path tree, Visit visit) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            private final Deque<List<Path>> links = new ArrayDeque<>();
            private final Deque<List<Path>> files = new ArrayDeque<>();

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                links.push(new ArrayList<>());
                files.push(new ArrayList<>());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                (attributes.isSymbolicLink() ? links : files).element().add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                visit.folder(folder, links.pop(), files.pop());
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
