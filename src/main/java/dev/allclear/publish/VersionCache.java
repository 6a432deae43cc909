package dev.allclear.publish;

import dev.allclear.output.Carried;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import dev.allclear.output.Sha256;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Particulars;
import dev.allclear.versions.Sums;
import dev.allclear.versions.Verification;
import dev.allclear.versions.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Versions that were built before, each in a folder that is named by the digest of all that it was made from. An entry has
 * the form of a version that follows no other, and is taken only if every file in it is as it was written.
 */
public final class VersionCache {

    private static final Duration KEPT = Duration.ofDays(60);
    private static final String UNFINISHED = ".new-";

    private final Path folder;

    /** A cache in a folder, which need not exist yet. */
    public VersionCache(Path folder) {
        this.folder = folder;
    }

    /**
     * What was built from this before; empty if nothing was, or if it has been damaged since: then it is removed.
     *
     * @param key the digest of all that it was made from
     * @param label its label
     */
    public Optional<BuiltVersion> find(String key, String label, ExecutorService workers) {
        Path entry = folder.resolve(key);
        try {
            if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            Optional<Version> version =
                    Version.read(entry.resolve(label)).filter(v -> v.label().equals(label));
            if (version.isEmpty() || !Verification.of(version.get(), workers).isEmpty()) {
                Folders.delete(entry);
                return Optional.empty();
            }
            Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
            Manifest manifest = version.get().manifest();
            return Optional.of(new BuiltVersion(
                    new Particulars(
                            manifest.label(),
                            manifest.released(),
                            manifest.tool(),
                            manifest.commit(),
                            manifest.counts(),
                            manifest.content()),
                    entry.resolve(label),
                    manifest.files()));
        } catch (IOException e) {
            // What can't be read is built again.
            return Optional.empty();
        }
    }

    /**
     * Makes the files of a version and keeps them.
     *
     * @throws IOException if they can't be written
     */
    public BuiltVersion put(String key, OutputTree tree, Particulars particulars, ExecutorService workers)
            throws IOException {
        Files.createDirectories(folder);
        Path whole = Files.createTempDirectory(folder, UNFINISHED);
        try {
            Path next = Files.createDirectory(whole.resolve(particulars.label()));
            SortedMap<String, String> files = write(tree, next, workers);
            byte[] manifest = new Manifest(
                            particulars.label(),
                            1,
                            particulars.released(),
                            particulars.tool(),
                            null,
                            particulars.commit(),
                            particulars.counts(),
                            new TreeMap<>(),
                            particulars.content(),
                            files)
                    .bytes();
            Files.write(next.resolve(Manifest.FILE), manifest, StandardOpenOption.CREATE_NEW);
            Files.write(
                    next.resolve(Sums.FILE),
                    Sums.of(files, Map.of(Manifest.FILE, Sha256.of(manifest))),
                    StandardOpenOption.CREATE_NEW);
            Path entry = folder.resolve(key);
            if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
                // Somebody else has built the same meanwhile and may be reading it, or what stands there is damaged.
                Optional<BuiltVersion> other = find(key, particulars.label(), workers);
                if (other.isPresent()) {
                    return other.get();
                }
                Folders.delete(entry);
            }
            Files.move(whole, entry, StandardCopyOption.ATOMIC_MOVE);
            return new BuiltVersion(particulars, entry.resolve(particulars.label()), files);
        } finally {
            Folders.delete(whole);
        }
    }

    private static SortedMap<String, String> write(OutputTree tree, Path to, ExecutorService workers)
            throws IOException {
        Map<String, String> files = new ConcurrentHashMap<>();
        List<Future<?>> tasks = new ArrayList<>();
        for (Page page : tree.pages()) {
            tasks.add(workers.submit(() -> {
                byte[] bytes = page.content().bytes();
                Files.write(Tasks.place(to, page.path()), bytes, StandardOpenOption.CREATE_NEW);
                return files.put(page.path(), Sha256.of(bytes));
            }));
        }
        for (Carried carried : tree.carried()) {
            tasks.add(workers.submit(() -> {
                Path file = Tasks.place(to, carried.path());
                Files.copy(carried.source(), file);
                return files.put(carried.path(), Sha256.of(file));
            }));
        }
        Tasks.await(tasks);
        return new TreeMap<>(files);
    }

    /** Removes what nobody has asked for in sixty days, and what killed builds left. */
    public void clearUp() {
        Instant now = Instant.now();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                Duration kept = name.startsWith(UNFINISHED) ? Duration.ofDays(1) : KEPT;
                if ((Sha256.isDigest(name) || name.startsWith(UNFINISHED))
                        && Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(now.minus(kept))) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            // It can be cleared another time.
        }
    }
}
