package dev.allclear.read;

import dev.allclear.output.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** What a content folder holds, as digests: two folders with the same ones give the same site. */
public final class ContentDigests {

    private ContentDigests() {}

    /**
     * The SHA-256 of every file that is read, by its path below the folder.
     *
     * @throws ContentProblem if the folder or a file in it can't be read
     */
    public static SortedMap<String, String> of(Path content, ExecutorService workers) throws ContentProblem {
        ContentTree tree = ContentTree.walk(content);
        Map<String, Path> files = new TreeMap<>();
        tree.documents().forEach(e -> files.put(e.path(), e.file()));
        tree.others().forEach(e -> files.put(e.path(), e.file()));
        for (String name : ContentTree.SETTINGS) {
            Path file = tree.root().resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                files.put(name, file);
            }
        }
        List<String> paths = new ArrayList<>(files.keySet());
        List<Future<String>> tasks = new ArrayList<>();
        files.values().forEach(f -> tasks.add(workers.submit(() -> Sha256.of(f))));
        SortedMap<String, String> digests = new TreeMap<>();
        for (int i = 0; i < paths.size(); i++) {
            digests.put(paths.get(i), result(tasks.get(i), files.getOrDefault(paths.get(i), content)));
        }
        return Collections.unmodifiableSortedMap(digests);
    }

    private static String result(Future<String> task, Path file) throws ContentProblem {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContentProblem("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw new ContentProblem(ContentTree.unreadable(file, io));
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
