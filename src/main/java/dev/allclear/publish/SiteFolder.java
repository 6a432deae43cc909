package dev.allclear.publish;

import dev.allclear.model.PublishedVersion;
import dev.allclear.output.Carried;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import dev.allclear.record.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder that a site is published in. A new site is written beside it and swapped in, so that a build that fails
 * or is killed leaves the old site; a file that did not change keeps its inode. What this tool did not write there
 * stays.
 */
public final class SiteFolder {

    /** Lists what each file of the site was made from; by it the tool knows its own files again. */
    static final String INPUTS = ".allclear-inputs";

    private final Path site;
    private final Path parent;

    private SiteFolder(Path site, Path parent) {
        this.site = site;
        this.parent = parent;
    }

    /**
     * Opens the folder, which need not exist yet.
     *
     * @param content the content folder, which must be neither inside nor around it
     * @throws PublishProblem if no site can be written there
     */
    public static SiteFolder open(Path folder, Path content) throws PublishProblem {
        try {
            Path site = Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            if (Files.exists(site) && !Files.isDirectory(site)) {
                throw new PublishProblem(
                        "`%s` is not a folder. Name the site's folder with --site DIR.".formatted(folder));
            }
            // That there is no content is said by whoever reads it.
            Path source = Files.exists(content)
                    ? content.toRealPath()
                    : content.toAbsolutePath().normalize();
            Path parent = site.getParent();
            if (parent == null || source.startsWith(site) || site.startsWith(source)) {
                throw new PublishProblem(
                        "The site can't be written to `%s`: it must be a folder of its own, neither inside nor around the content. Name another with --site DIR."
                                .formatted(folder));
            }
            SiteFolder opened = new SiteFolder(site, parent);
            opened.putBack();
            return opened;
        } catch (IOException e) {
            throw problem(folder, e);
        }
    }

    /**
     * Where folders can't be exchanged in one step, a build that was killed between two renames has left the site
     * standing aside, with every published version in it: it goes back before anybody reads or clears up.
     */
    private void putBack() throws IOException {
        if (Files.exists(site) || asides().isEmpty()) {
            return;
        }
        try (SiteLock lock = SiteLock.of(site)) {
            lock.hold();
            for (Path aside : asides()) {
                if (Files.notExists(site)) {
                    Files.move(aside, site, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private List<Path> asides() throws IOException {
        return beside(Exchange.ASIDE);
    }

    /** The folders beside the site that a build made to write it, those whose names end so. */
    private List<Path> beside(String end) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            // No glob: the site's name may hold characters that mean something in one.
            try (DirectoryStream<Path> all = Files.newDirectoryStream(parent)) {
                for (Path each : all) {
                    String name = String.valueOf(each.getFileName());
                    if (name.startsWith(stem()) && name.endsWith(end)) {
                        found.add(each);
                    }
                }
            }
        }
        return found;
    }

    private String stem() {
        return "." + site.getFileName() + ".next-";
    }

    /**
     * The versions that have been published in a site's folder, by label. Nothing is written there, so it need not be one
     * that a site can be written to.
     *
     * @throws PublishProblem if the record of a version can't be read: history that can't be read can't be kept
     */
    public static List<PublishedVersion> versionsIn(Path site) throws PublishProblem {
        Path folder = site.resolve("v");
        TreeMap<String, PublishedVersion> versions = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> labels = Files.newDirectoryStream(folder)) {
                for (Path label : labels) {
                    Path record = label.resolve("record.json");
                    if (Files.isRegularFile(record)) {
                        String name = String.valueOf(label.getFileName());
                        PublishedVersion version = RecordJson.read(name, Files.readAllBytes(record));
                        if (version == null) {
                            throw new PublishProblem(
                                    "The record of the published version `%s` can't be read (%s). Restore it from a copy."
                                            .formatted(name, record));
                        }
                        versions.put(name, version);
                    }
                }
            } catch (IOException e) {
                throw problem(folder, e);
            }
        }
        return List.copyOf(versions.values());
    }

    /**
     * Writes the site, whole or not at all.
     *
     * @throws PublishProblem if it can't be written; the old site stands then
     */
    public Published publish(OutputTree tree, ExecutorService workers) throws PublishProblem {
        try {
            Files.createDirectories(parent);
            try (SiteLock lock = SiteLock.of(site)) {
                lock.hold();
                return publishLocked(tree, workers);
            }
        } catch (IOException e) {
            throw problem(site, e);
        }
    }

    private Published publishLocked(OutputTree tree, ExecutorService workers) throws IOException {
        // A folder that its owner may not write to was made read-only on purpose.
        if (Files.exists(site) && !Files.isWritable(site)) {
            throw new AccessDeniedException(site.toString());
        }
        removeLeftOvers();
        Path next = Files.createTempDirectory(parent, stem());
        try {
            Published published = new Staging(next, tree, workers).write();
            if (Files.exists(site)) {
                Exchange.swap(next, site);
            } else {
                Files.move(next, site, StandardCopyOption.ATOMIC_MOVE);
            }
            return published;
        } finally {
            delete(next);
        }
    }

    /** What a killed build left behind. Nobody else writes here now: the lock is ours. */
    private void removeLeftOvers() throws IOException {
        for (Path folder : beside("")) {
            delete(folder);
        }
    }

    /** A piece of the writing. */
    private interface Work {
        void run() throws IOException;
    }

    /** The new site on its way, beside the old one. */
    private final class Staging {

        private final Path next;
        private final OutputTree tree;
        private final ExecutorService workers;
        private final Set<Path> folders = ConcurrentHashMap.newKeySet();
        private final AtomicInteger written = new AtomicInteger();
        private final AtomicBoolean failed = new AtomicBoolean();

        Staging(Path next, OutputTree tree, ExecutorService workers) {
            this.next = next;
            this.tree = tree;
            this.workers = workers;
        }

        Published write() throws IOException {
            Set<String> ours = new HashSet<>(Set.of(INPUTS));
            List<Future<?>> tasks = new ArrayList<>();
            for (Page page : tree.pages()) {
                ours.add(page.path());
                tasks.add(submit(() -> put(page.path(), page.content().bytes())));
            }
            for (Carried carried : tree.carried()) {
                ours.add(carried.path());
                tasks.add(submit(() -> carry(carried)));
            }
            await(tasks);
            int before = written.get();
            put(INPUTS, inputs());
            int changedInputs = written.get() - before;
            keepWhatIsNotOurs(ours);
            if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        next,
                        Files.exists(site)
                                ? Files.getPosixFilePermissions(site)
                                : java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return new Published(ours.size() - 1, written.get() - changedInputs);
        }

        /** After one has failed the others need not begin. */
        private Future<?> submit(Work work) {
            return workers.submit(() -> {
                if (!failed.get()) {
                    try {
                        work.run();
                    } catch (IOException | RuntimeException e) {
                        failed.set(true);
                        throw e;
                    }
                }
                return null;
            });
        }

        private void put(String path, byte[] bytes) throws IOException {
            Path old = site.resolve(path);
            Path file = place(path);
            if (isSame(old, bytes)) {
                Files.createLink(file, old);
            } else {
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
                written.incrementAndGet();
            }
        }

        private void carry(Carried carried) throws IOException {
            if (!Files.isReadable(carried.source())) {
                // Else it would look as if the site could not be written.
                throw new IOException("`%s` can't be read".formatted(carried.source()));
            }
            Path old = site.resolve(carried.path());
            Path file = place(carried.path());
            if (Files.isRegularFile(old, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                    && Files.mismatch(old, carried.source()) < 0) {
                Files.createLink(file, old);
            } else {
                Files.copy(carried.source(), file);
                written.incrementAndGet();
            }
        }

        private Path place(String path) throws IOException {
            Path file = next.resolve(path).normalize();
            if (!file.startsWith(next) || file.equals(next)) {
                throw new IOException("the page " + path + " would leave the site");
            }
            Path folder = file.getParent();
            if (folder != null && !folders.contains(folder)) {
                Files.createDirectories(folder);
                folders.add(folder);
            }
            return file;
        }

        private boolean isSame(Path old, byte[] bytes) throws IOException {
            return Files.isRegularFile(old, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                    && Files.size(old) == bytes.length
                    && Arrays.equals(Files.readAllBytes(old), bytes);
        }

        private byte[] inputs() {
            StringBuilder text =
                    new StringBuilder("# What each file of this site was made from. Written by allclear; format 1.\n");
            TreeMap<String, String> lines = new TreeMap<>();
            for (Page page : tree.pages()) {
                lines.put(
                        page.path(),
                        "%s\tsources %s\ttemplates %s\tsettings %s\tnamed %s"
                                .formatted(
                                        page.path(),
                                        page.inputs().sources(),
                                        page.inputs().template(),
                                        page.inputs().settings(),
                                        page.inputs().named()));
            }
            for (Carried carried : tree.carried()) {
                lines.put(carried.path(), carried.path() + "\tcarried");
            }
            lines.values().forEach(l -> text.append(l).append('\n'));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private void keepWhatIsNotOurs(Set<String> ours) throws IOException {
            if (!Files.isDirectory(site)) {
                return;
            }
            Set<String> before = ownFiles();
            Files.walkFileTree(site, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String path = site.relativize(file).toString().replace('\\', '/');
                    if (!ours.contains(path) && !before.contains(path)) {
                        Path kept = place(path);
                        if (attributes.isSymbolicLink()) {
                            Files.createSymbolicLink(kept, Files.readSymbolicLink(file));
                        } else {
                            Files.createLink(kept, file);
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }

        private Set<String> ownFiles() throws IOException {
            Set<String> own = new HashSet<>();
            Path inputs = site.resolve(INPUTS);
            if (Files.isRegularFile(inputs)) {
                for (String line : Files.readAllLines(inputs)) {
                    int tab = line.indexOf('\t');
                    if (tab > 0) {
                        own.add(line.substring(0, tab));
                    }
                }
            }
            return own;
        }
    }

    /** Waits for all, for nobody may still write when the folder is swapped in or removed; throws what failed first. */
    private static void await(List<Future<?>> tasks) throws IOException {
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

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path each, java.io.@org.jspecify.annotations.Nullable IOException e) throws IOException {
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static PublishProblem problem(Path folder, IOException e) {
        return new PublishProblem("The site can't be written to `%s`: %s.".formatted(folder, why(e)), e);
    }

    private static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException || e instanceof FileAlreadyExistsException) {
            return "no folder can be made there";
        }
        return e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : String.valueOf(e.getMessage());
    }
}
