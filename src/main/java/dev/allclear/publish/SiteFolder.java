package dev.allclear.publish;

import dev.allclear.output.Carried;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
            if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
                throw new PublishProblem(
                        "`%s` is a link to a folder that is not there. Make that folder, or name another with --site DIR."
                                .formatted(folder));
            }
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
            lock.hold("the repair of what a killed build left", who -> {});
            putBackAside();
        }
    }

    private void putBackAside() throws IOException {
        for (Path aside : asides()) {
            if (Files.notExists(site)) {
                Files.move(aside, site, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Clears up after one that was killed, perhaps while this one waited for it. The lock is ours. */
    private void clearUp() throws IOException {
        putBackAside();
        try {
            for (Path folder : beside("")) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            // A disk that can't be written: that is said by whoever has something to write.
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
     * Keeps other processes from writing the site until it is released: what is decided by looking at it then still
     * holds when it is written. Waits for whoever holds it now.
     *
     * @param what what it is wanted for, such as {@code a build}
     * @param notices is told, in a sentence, if it takes longer than a moment
     * @throws PublishProblem if that can't be done
     */
    public Hold hold(String what, Consumer<String> notices) throws PublishProblem {
        try {
            SiteLock lock = SiteLock.of(site);
            try {
                lock.hold(
                        what,
                        who -> notices.accept(
                                "`%s` is being written by %s. Waiting until that is done.".formatted(site, who)));
                clearUp();
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
            return new Hold(lock);
        } catch (IOException e) {
            throw problem(site, e);
        }
    }

    /** The site kept from others. */
    public final class Hold implements AutoCloseable {

        private final SiteLock lock;

        private Hold(SiteLock lock) {
            this.lock = lock;
        }

        /**
         * Writes the site, whole or not at all.
         *
         * @throws PublishProblem if it can't be written; the old site stands then
         */
        public Published publish(OutputTree tree, ExecutorService workers) throws PublishProblem {
            return publish(tree, Addition.NONE, workers);
        }

        /**
         * Writes the site and a version of it together.
         *
         * @throws PublishProblem if they can't be written; the old site stands then
         */
        public Published publish(OutputTree tree, Freeze freeze, ExecutorService workers) throws PublishProblem {
            return publish(tree, (Addition) freeze, workers);
        }

        /**
         * Writes the site and versions that were built aside together.
         *
         * @throws PublishProblem if they can't be written; the old site stands then
         */
        public Published publish(OutputTree tree, Restoration versions, ExecutorService workers) throws PublishProblem {
            return publish(tree, (Addition) versions, workers);
        }

        private Published publish(OutputTree tree, Addition addition, ExecutorService workers) throws PublishProblem {
            return exchange(workers, next -> {
                Published published = new Staging(next, tree, workers).write();
                addition.addTo(next, workers);
                return published;
            });
        }

        /**
         * Takes a version away and leaves everything else as it is.
         *
         * @throws PublishProblem if it can't be done; the old site stands then
         */
        public Published publish(Takedown takedown, ExecutorService workers) throws PublishProblem {
            return exchange(workers, next -> {
                Staging staging = new Staging(next, new OutputTree(List.of(), List.of()), workers);
                staging.keep(Set.of(), Set.of());
                staging.takePermissions();
                takedown.addTo(next, workers);
                return new Published(0, 0);
            });
        }

        @Override
        public void close() throws PublishProblem {
            try {
                lock.close();
            } catch (IOException e) {
                throw problem(site, e);
            }
        }
    }

    /** What fills the folder that becomes the site. */
    private interface Filling {
        Published fill(Path next) throws IOException, PublishProblem;
    }

    private Published exchange(ExecutorService workers, Filling filling) throws PublishProblem {
        try {
            Files.createDirectories(parent);
            if (Files.getFileStore(parent).isReadOnly()) {
                throw new IOException("the file system is read-only");
            }
            // A folder that its owner may not write to was made read-only on purpose.
            if (Files.exists(site) && !Files.isWritable(site)) {
                throw new AccessDeniedException(site.toString());
            }
            requireExchange();
            Path next = Files.createTempDirectory(parent, stem());
            try {
                Published published = filling.fill(next);
                if (Files.exists(site)) {
                    Exchange.swap(next, site);
                } else {
                    Files.move(next, site, StandardCopyOption.ATOMIC_MOVE);
                }
                return published;
            } finally {
                Folders.delete(next, workers);
            }
        } catch (IOException e) {
            throw problem(site, e);
        }
    }

    /**
     * The new site is written beside the old one and changes places with it.
     *
     * @throws PublishProblem if nothing can be written there, or what is can't change places
     */
    private void requireExchange() throws IOException, PublishProblem {
        if (!Files.isWritable(parent)) {
            throw new PublishProblem(
                    "The site can't be written to `%s`: it is written beside that folder first, and nothing can be written in `%s`. Name a folder inside one that you may write to, with --site DIR."
                            .formatted(site, parent));
        }
        if (Files.exists(site) && !Files.getFileStore(site).equals(Files.getFileStore(parent))) {
            throw new PublishProblem(
                    "The site can't be written to `%s`: a file system of its own begins there, so that it can't be replaced in one step. Name a folder inside it, such as --site %s."
                            .formatted(site, site.resolve("site")));
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
            Tasks.await(tasks);
            int before = written.get();
            put(INPUTS, inputs());
            int changedInputs = written.get() - before;
            keep(ours, ownFiles());
            takePermissions();
            return new Published(ours.size() - 1, written.get() - changedInputs);
        }

        void takePermissions() throws IOException {
            if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        next,
                        Files.exists(site)
                                ? Files.getPosixFilePermissions(site)
                                : java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            }
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
            Path file = Tasks.place(next, path);
            if (isSame(old, bytes)) {
                SecondName.give(file, old);
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
            Path file = Tasks.place(next, carried.path());
            if (Files.isRegularFile(old, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                    && Files.mismatch(old, carried.source()) < 0) {
                SecondName.give(file, old);
            } else {
                Files.copy(carried.source(), file);
                written.incrementAndGet();
            }
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

        /**
         * Keeps what this tool did not write: neither now nor the time before. Versions are most of it, tens of thousands of
         * files, so each folder is made once and the folders are filled side by side.
         */
        void keep(Set<String> ours, Set<String> before) throws IOException {
            if (!Files.isDirectory(site)) {
                return;
            }
            List<Future<?>> tasks = new ArrayList<>();
            try {
                Folders.each(site, (folder, links, files) -> {
                    String path = site.relativize(folder).toString().replace('\\', '/');
                    String prefix = path.isEmpty() ? "" : path + "/";
                    Predicate<Path> written = f -> {
                        String name = prefix + f.getFileName();
                        return ours.contains(name) || before.contains(name);
                    };
                    links.removeIf(written);
                    files.removeIf(written);
                    if (!links.isEmpty() || !files.isEmpty()) {
                        tasks.add(submit(() -> keep(links, files, Files.createDirectories(next.resolve(path)))));
                    }
                });
            } finally {
                Tasks.await(tasks);
            }
        }

        private static void keep(List<Path> links, List<Path> files, Path in) throws IOException {
            for (Path link : links) {
                Files.createSymbolicLink(in.resolve(link.getFileName()), Files.readSymbolicLink(link));
            }
            for (Path file : files) {
                SecondName.give(in.resolve(file.getFileName()), file);
            }
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
