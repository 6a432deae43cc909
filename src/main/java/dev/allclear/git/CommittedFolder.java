package dev.allclear.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a commit has it. Files and folders whose names begin with a dot are no content and are left out, so nothing
 * that is called {@code ..} or {@code .git} is ever looked at.
 *
 * <p>A repository can hold what no work tree could, and what would write elsewhere if it were checked out carelessly. So
 * every name is looked at, every file is created anew in a folder that was created here, and a symbolic link leads nowhere.
 */
public final class CommittedFolder {

    /** The most files of one commit; no folder of content comes near. */
    static final int MOST_FILES = 200_000;

    /** The most bytes of one commit. */
    static final long MOST_BYTES = 4L << 30;

    private static final int DEEPEST = 64;
    private static final int LFS_POINTER_AT_MOST = 1024;
    private static final Pattern LFS = Pattern.compile(
            "version https://git-lfs\\.github\\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\nsize (\\d{1,18})\n?");

    private final Repository repository;
    private final ObjectId tree;
    private final String named;
    private final Function<MissingObjectException, GitProblem> missing;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;

    private record Entry(String path, ObjectId id, boolean link) {}

    private CommittedFolder(
            Repository repository, ObjectId tree, String named, Function<MissingObjectException, GitProblem> missing) {
        this.repository = repository;
        this.tree = tree;
        this.named = named;
        this.missing = missing;
    }

    static CommittedFolder of(
            Repository repository, ObjectId tree, String named, Function<MissingObjectException, GitProblem> missing)
            throws IOException, GitProblem {
        CommittedFolder folder = new CommittedFolder(repository, tree, named, missing);
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            while (walk.next()) {
                folder.add(walk, reader);
            }
        }
        return folder;
    }

    private void add(TreeWalk walk, ObjectReader reader) throws IOException, GitProblem {
        String name = walk.getNameString();
        String path = walk.getPathString();
        if (name.startsWith(".")) {
            return;
        }
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            throw refused("a file whose name, `%s`, is no name of a file".formatted(path));
        }
        FileMode mode = walk.getFileMode(0);
        if (mode.equals(FileMode.TREE)) {
            if (walk.getDepth() >= DEEPEST) {
                throw refused("folders in folders to a depth of more than " + DEEPEST);
            }
            walk.enterSubtree();
        } else if (mode.equals(FileMode.GITLINK)) {
            throw refused("the submodule `%s`, whose files are in another repository".formatted(path));
        } else {
            boolean link = mode.equals(FileMode.SYMLINK);
            bytes += link ? 0 : reader.getObjectSize(walk.getObjectId(0), Constants.OBJ_BLOB);
            entries.add(new Entry(path, walk.getObjectId(0), link));
            if (entries.size() > MOST_FILES) {
                throw refused("more than %d files".formatted(MOST_FILES));
            }
            if (bytes > MOST_BYTES) {
                throw refused("more than %d GB".formatted(MOST_BYTES >> 30));
            }
        }
    }

    private GitProblem refused(String what) {
        return new GitProblem(
                "The content of %s can't be taken out of the repository: it holds %s".formatted(named, what));
    }

    /** The id of its tree: the same one always holds the same files. */
    public String tree() {
        return tree.name();
    }

    /** How many bytes its files have. */
    public long bytes() {
        return bytes;
    }

    /** The paths of its files, symbolic links aside. */
    public Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        entries.stream().filter(e -> !e.link()).forEach(e -> paths.add(e.path()));
        return paths;
    }

    /**
     * Writes its files. What is kept in Git LFS is taken from the clone's own store.
     *
     * @param to a folder that is empty
     * @throws GitProblem if a file is missing or can't be written
     */
    public void writeTo(Path to) throws GitProblem {
        try (ObjectReader reader = repository.newObjectReader()) {
            Path real = to.toRealPath();
            Set<String> folders = new TreeSet<>(Set.of(""));
            for (Entry entry : entries) {
                write(entry, real, folders, reader);
            }
        } catch (MissingObjectException e) {
            throw missing.apply(e);
        } catch (FileAlreadyExistsException | InvalidPathException e) {
            throw new GitProblem(
                    "The content of %s can't be written on this machine: the name `%s` stands for another file already, or for none"
                            .formatted(
                                    named,
                                    e instanceof FileAlreadyExistsException f
                                            ? to.relativize(Path.of(f.getFile()))
                                            : ((InvalidPathException) e).getInput()),
                    e);
        } catch (IOException e) {
            throw new GitProblem("The content of %s can't be written: %s".formatted(named, e.getMessage()), e);
        }
    }

    private void write(Entry entry, Path to, Set<String> folders, ObjectReader reader) throws IOException, GitProblem {
        int slash = entry.path().lastIndexOf('/');
        createFolder(slash < 0 ? "" : entry.path().substring(0, slash), to, folders);
        Path file = to.resolve(entry.path());
        if (!file.normalize().equals(file) || !file.startsWith(to)) {
            throw refused("a file whose path, `%s`, would leave it".formatted(entry.path()));
        }
        if (entry.link()) {
            // That it is a link is a finding; where it leads nobody needs to know.
            try {
                Files.createSymbolicLink(file, Path.of("nowhere"));
            } catch (UnsupportedOperationException e) {
                throw refused("the symbolic link `%s`".formatted(entry.path()));
            }
            return;
        }
        ObjectLoader blob = reader.open(entry.id(), Constants.OBJ_BLOB);
        Path stored = blob.getSize() <= LFS_POINTER_AT_MOST ? stored(entry.path(), blob.getBytes()) : null;
        try (InputStream in = stored == null ? blob.openStream() : Files.newInputStream(stored);
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
        }
    }

    /** Each folder once, and anew: what stands there already was not made here. */
    private static void createFolder(String path, Path to, Set<String> folders) throws IOException {
        if (folders.add(path)) {
            int slash = path.lastIndexOf('/');
            createFolder(slash < 0 ? "" : path.substring(0, slash), to, folders);
            Files.createDirectory(to.resolve(path));
        }
    }

    /** Where the clone keeps what a pointer of Git LFS stands for; null if this is no pointer. */
    private @Nullable Path stored(String path, byte[] pointer) throws IOException, GitProblem {
        Matcher lfs = LFS.matcher(new String(pointer, StandardCharsets.UTF_8));
        if (!lfs.matches()) {
            return null;
        }
        String oid = lfs.group(1).toLowerCase(Locale.ROOT);
        Path store = repository.getCommonDirectory() == null
                ? repository.getDirectory().toPath()
                : repository.getCommonDirectory().toPath();
        Path file = store.resolve("lfs/objects")
                .resolve(oid.substring(0, 2))
                .resolve(oid.substring(2, 4))
                .resolve(oid);
        if (!Files.isRegularFile(file) || Files.size(file) != Long.parseLong(lfs.group(2))) {
            throw new GitProblem(
                    "`%s` of %s is kept in Git LFS and is not in this clone. Fetch it: `git lfs fetch --all`"
                            .formatted(path, named));
        }
        return file;
    }
}
