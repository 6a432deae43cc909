package dev.allclear.versions;

import dev.allclear.output.Sha256;
import dev.allclear.versions.Discrepancy.Kind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes everything that versions say of themselves. Needs nothing but the folder: what a manifest names is looked
 * up among the files that are there, and no name in it is ever opened.
 */
public final class Verification {

    private static final Comparator<Discrepancy> ORDER = Comparator.comparing(Discrepancy::path)
            .thenComparing(Discrepancy::kind)
            .thenComparing(Discrepancy::message);

    /** Unchanged files are the same file in many versions: each is read once. */
    private final Map<Object, String> digests = new ConcurrentHashMap<>();

    private final AtomicInteger files = new AtomicInteger();
    private final ExecutorService workers;

    private Verification(ExecutorService workers) {
        this.workers = workers;
    }

    /**
     * What was found.
     *
     * @param versions the versions, oldest first
     * @param files how many files were read
     * @param discrepancies what is not as it was released, by path
     */
    public record Result(List<Version> versions, int files, List<Discrepancy> discrepancies) {

        /** Whether everything is as it was released. */
        public boolean holds() {
            return discrepancies.isEmpty();
        }
    }

    /** Verifies all versions of a chain. */
    public static Result of(Chain chain, ExecutorService workers) throws IOException {
        Verification verification = new Verification(workers);
        List<Discrepancy> found = new ArrayList<>(chain.breaks());
        for (Version version : chain.versions()) {
            for (Discrepancy each : verification.files(version)) {
                // That a withdrawal is gone a later manifest may have said already.
                if (found.stream()
                        .noneMatch(f -> f.kind() == each.kind() && f.path().equals(each.path()))) {
                    found.add(each);
                }
            }
        }
        found.sort(ORDER);
        return new Result(chain.versions(), verification.files.get(), List.copyOf(found));
    }

    /** What is off in the folder of one version, its place in the chain aside. */
    public static List<Discrepancy> of(Version version, ExecutorService workers) throws IOException {
        return new Verification(workers).files(version);
    }

    /** A file to be compared. */
    private record Found(String path, Path file, @Nullable Object key) {}

    private List<Discrepancy> files(Version version) throws IOException {
        SortedMap<String, String> withdrawn = withdrawn(version);
        SortedMap<String, String> expected = new TreeMap<>(withdrawn.isEmpty() ? version.expected() : withdrawn);
        Walk walk = new Walk(version, Set.copyOf(expected.keySet()));
        Files.walkFileTree(version.folder(), walk);
        List<Discrepancy> off = walk.off;
        List<Future<@Nullable Discrepancy>> tasks = new ArrayList<>();
        for (Found found : walk.found) {
            String digest = expected.remove(found.path());
            if (found.path().equals(Sums.FILE) && !withdrawn.isEmpty()) {
                files.incrementAndGet();
            } else if (found.path().equals(Sums.FILE)) {
                tasks.add(workers.submit((Callable<@Nullable Discrepancy>) () -> sums(version, found)));
            } else if (digest == null) {
                // Of a withdrawal that can't be read the chain has told already.
                if (!found.path().equals(Withdrawal.FILE)) {
                    off.add(at(version, Kind.ADDED, found.path(), "was not released"));
                }
            } else {
                tasks.add(workers.submit((Callable<@Nullable Discrepancy>) () -> compare(version, found, digest)));
            }
        }
        for (Future<@Nullable Discrepancy> task : tasks) {
            Discrepancy each = result(task);
            if (each != null) {
                off.add(each);
            }
        }
        if (walk.found.stream().noneMatch(f -> f.path().equals(Sums.FILE))) {
            expected.put(Sums.FILE, "");
        }
        for (String path : expected.keySet()) {
            if (!walk.isReported(path)) {
                off.add(at(
                        version,
                        Kind.REMOVED,
                        path,
                        withdrawn.containsKey(path) && path.equals(Withdrawal.FILE)
                                ? "is not there, and %s says that this version was withdrawn".formatted(Sums.FILE)
                                : "is not there"));
            }
        }
        if (version.withdrawal() != null) {
            Withdrawal withdrawal = version.withdrawal();
            if (!withdrawal.manifest().equals(version.digest())
                    || !withdrawal.label().equals(version.label())) {
                off.add(at(version, Kind.CHAIN, Withdrawal.FILE, "is not the withdrawal of this version"));
            }
        }
        return off;
    }

    /**
     * What stands in a version that was withdrawn and whose withdrawal is gone, as its sums have it: compared with what was
     * released, each notice would be a fault, and people would put back what was taken back. Empty if it is not so.
     */
    private static SortedMap<String, String> withdrawn(Version version) throws IOException {
        Path sums = version.folder().resolve(Sums.FILE);
        if (version.withdrawal() != null
                || Files.exists(version.folder().resolve(Withdrawal.FILE), LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(sums, LinkOption.NOFOLLOW_LINKS)
                || !Files.isReadable(sums)
                || Files.size(sums) > Chain.LARGEST) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> files = Sums.read(Files.readAllBytes(sums));
        return files.containsKey(Withdrawal.FILE) && version.digest().equals(files.get(Manifest.FILE))
                ? files
                : Collections.emptySortedMap();
    }

    private @Nullable Discrepancy compare(Version version, Found found, String digest) {
        try {
            files.incrementAndGet();
            return digest(found).equals(digest)
                    ? null
                    : at(version, Kind.CHANGED, found.path(), "does not hold what was released");
        } catch (IOException e) {
            return at(version, Kind.UNREADABLE, found.path(), "can't be read");
        }
    }

    private String digest(Found found) throws IOException {
        Object key = found.key();
        String known = key == null ? null : digests.get(key);
        if (known != null) {
            return known;
        }
        String digest = Sha256.of(found.file());
        if (key != null) {
            digests.put(key, digest);
        }
        return digest;
    }

    private @Nullable Discrepancy sums(Version version, Found found) {
        try {
            files.incrementAndGet();
            byte[] expected = version.sums();
            byte[] bytes = Files.size(found.file()) == expected.length ? Files.readAllBytes(found.file()) : new byte[0];
            if (Arrays.equals(bytes, expected)) {
                return null;
            }
            // Where the sums agree with all that was released, it is the manifest that was touched.
            String other = Sums.onlyDifferent(bytes, expected);
            return other.equals(Manifest.FILE) || other.equals(Withdrawal.FILE)
                    ? at(version, Kind.CHANGED, other, "is not the one that " + Sums.FILE + " names")
                    : at(version, Kind.CHANGED, Sums.FILE, "does not say what the manifest says");
        } catch (IOException e) {
            return at(version, Kind.UNREADABLE, Sums.FILE, "can't be read");
        }
    }

    private static Discrepancy at(Version version, Kind kind, String path, String message) {
        return new Discrepancy(kind, version.name(), Chain.FOLDER + "/" + version.name() + "/" + path, message);
    }

    private static @Nullable Discrepancy result(Future<@Nullable Discrepancy> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Lists what stands in a version's folder, and follows no link. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Version version;
        private final List<Found> found = new ArrayList<>();
        private final List<Discrepancy> off = new ArrayList<>();
        private final Set<String> reported = new HashSet<>();
        private final Set<String> expected;
        private final Set<String> folders = new HashSet<>(Set.of(""));
        private final Deque<Integer> begun = new ArrayDeque<>();

        Walk(Version version, Set<String> expected) {
            this.version = version;
            this.expected = expected;
            for (String path : expected) {
                for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
                    folders.add(path.substring(0, i));
                }
            }
        }

        private String path(Path file) {
            return version.folder()
                    .relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
        }

        /** Whether a line on this place, or on a folder around it, says enough. */
        boolean isReported(String path) {
            if (reported.contains(path)) {
                return true;
            }
            int slash = path.lastIndexOf('/');
            return slash >= 0 && isReported(path.substring(0, slash));
        }

        private void report(Kind kind, String path, String message) {
            reported.add(path);
            off.add(at(version, kind, path, message));
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String path = path(folder);
            if (expected.contains(path)) {
                report(Kind.CHANGED, path, "is a folder, where a file was released");
            }
            begun.push(seen());
            return FileVisitResult.CONTINUE;
        }

        /** What stands in a folder that was added is named file by file; an empty one has only its own name. */
        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            String path = path(folder);
            boolean empty = begun.pop() == seen();
            if (e != null) {
                report(Kind.UNREADABLE, path, "can't be read");
            } else if (empty && !folders.contains(path) && !isReported(path)) {
                report(Kind.ADDED, path, "is a folder that was not released");
            }
            return FileVisitResult.CONTINUE;
        }

        private int seen() {
            return found.size() + off.size();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = path(file);
            boolean ofChain = path.equals(Manifest.FILE) || path.equals(Withdrawal.FILE);
            if (attributes.isSymbolicLink()) {
                if (ofChain) {
                    reported.add(path);
                } else {
                    report(Kind.LINK, path, "is a symbolic link");
                }
            } else if (!attributes.isRegularFile()) {
                if (ofChain) {
                    reported.add(path);
                } else {
                    report(
                            folders.contains(path) || expected.contains(path) ? Kind.CHANGED : Kind.ADDED,
                            path,
                            "is neither a file nor a folder");
                }
            } else {
                found.add(new Found(path, file, attributes.fileKey()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            report(Kind.UNREADABLE, path(file), "can't be read");
            return FileVisitResult.CONTINUE;
        }
    }
}
