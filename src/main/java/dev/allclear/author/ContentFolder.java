package dev.allclear.author;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that documents are written to. What stands there is never overwritten, and what is written is there whole
 * or not at all: it is made beside its place, under a hidden name, which no reader of content looks at.
 */
public final class ContentFolder {

    private final Path root;

    /** The content folder at this place; it need not be there yet. */
    public ContentFolder(Path root) {
        this.root = root;
    }

    /** What stands at a path already, letter case aside, as some file systems have it. */
    public Optional<Path> inTheWayOf(String path) throws WritingProblem {
        Path place = root.resolve(path);
        Path folder = parent(place);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String name = String.valueOf(place.getFileName());
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(p -> String.valueOf(p.getFileName()))
                    .filter(name::equalsIgnoreCase)
                    .sorted()
                    .findFirst()
                    .map(place::resolveSibling);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** The bytes of a file, or null if it is not there. */
    public byte @Nullable [] bytes(String path) throws WritingProblem {
        Path file = root.resolve(path);
        refuseLinks(file);
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new WritingProblem("`%s` can't be read: %s.".formatted(file, WritingProblem.why(e)), e);
        }
    }

    /** Writes a new file, and the folders above it that are missing. */
    public void create(String path, byte[] bytes) throws WritingProblem {
        Path file = root.resolve(path);
        refuseLinks(file);
        Path folder = parent(file);
        Path staged = folder.resolve(hidden(file));
        List<Path> made = missing(folder);
        boolean done = false;
        try {
            Files.createDirectories(folder);
            Files.write(staged, bytes, StandardOpenOption.CREATE_NEW);
            place(staged, file);
            done = true;
        } catch (FileAlreadyExistsException e) {
            throw occupied(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            remove(staged);
            if (!done) {
                made.forEach(ContentFolder::remove);
            }
        }
    }

    /** A second name, unlike a move, is refused where a file stands, in one step. Not every file system has it. */
    private static void place(Path staged, Path file) throws IOException {
        try {
            Files.createLink(file, staged);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            Files.move(staged, file);
        }
    }

    /** Writes a new folder with these files, by path below it. */
    public void createFolder(String path, Map<String, String> files) throws WritingProblem {
        Path folder = root.resolve(path);
        refuseLinks(folder);
        makeFolder(folder, files);
    }

    /**
     * Writes the whole content, by path. The folder may be there if nothing is in it that a reader of content would see;
     * its files then come one by one, {@code site.yaml} last, without which it is no content folder.
     */
    public void createAll(Map<String, String> files) throws WritingProblem {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
            makeFolder(root, files);
            return;
        }
        refuseOccupied();
        Path staged = root.resolve(hidden(root));
        List<Path> moved = new ArrayList<>();
        boolean done = false;
        try {
            fill(staged, files);
            List<Path> children;
            try (Stream<Path> all = Files.list(staged)) {
                children = all.sorted(Comparator.comparing(p -> p.endsWith("site.yaml") ? 1 : 0))
                        .toList();
            }
            for (Path child : children) {
                Path target = root.resolve(String.valueOf(child.getFileName()));
                Files.move(child, target);
                moved.add(target);
            }
            done = true;
        } catch (FileAlreadyExistsException e) {
            throw occupied(root);
        } catch (IOException e) {
            throw unwritable(root, e);
        } finally {
            removeTree(staged);
            if (!done) {
                moved.forEach(ContentFolder::removeTree);
            }
        }
    }

    /** Refuses a folder in which a reader of content would see anything. */
    public void refuseOccupied() throws WritingProblem {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> there = visible();
        if (!there.isEmpty()) {
            throw new WritingProblem(
                    "`%s` is there already, with %s in it, and nothing is overwritten. Name another folder."
                            .formatted(
                                    root,
                                    there.stream()
                                                    .limit(3)
                                                    .map(p -> "`" + p.getFileName() + "`")
                                                    .collect(Collectors.joining(", "))
                                            + (there.size() > 3 ? " and %d more".formatted(there.size() - 3) : "")));
        }
    }

    private List<Path> visible() throws WritingProblem {
        if (!Files.isDirectory(root)) {
            throw occupied(root);
        }
        try (Stream<Path> there = Files.list(root)) {
            return there.filter(p -> !String.valueOf(p.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    private static void makeFolder(Path folder, Map<String, String> files) throws WritingProblem {
        Path staged = parent(folder).resolve(hidden(folder));
        List<Path> made = missing(parent(folder));
        boolean done = false;
        try {
            fill(staged, files);
            Files.move(staged, folder);
            done = true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            throw occupied(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        } finally {
            if (!done) {
                removeTree(staged);
                made.forEach(ContentFolder::remove);
            }
        }
    }

    private static void fill(Path staged, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = staged.resolve(file.getKey());
            Files.createDirectories(parent(target));
            Files.writeString(target, file.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
    }

    /**
     * Makes a file longer.
     *
     * @param before what it holds now; if it does not, somebody else was quicker, and nothing is written
     * @param after what it is to hold, which begins with that
     */
    public void append(String path, byte[] before, byte[] after) throws WritingProblem {
        Path file = root.resolve(path);
        refuseLinks(file);
        // In its place and not in that of a copy: the file keeps its owner, its rights and whoever else writes to it.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || !holds(channel, before)) {
                throw new WritingProblem(changed(file));
            }
            try {
                ByteBuffer added = ByteBuffer.wrap(after, before.length, after.length - before.length);
                channel.position(before.length);
                while (added.hasRemaining()) {
                    channel.write(added);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(before.length);
                throw e;
            }
        } catch (OverlappingFileLockException e) {
            throw new WritingProblem(changed(file), e);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static boolean holds(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer there = ByteBuffer.allocate(bytes.length);
        while (channel.size() == bytes.length && there.hasRemaining()) {
            if (channel.read(there) < 0) {
                return false;
            }
        }
        return channel.size() == bytes.length && Arrays.equals(there.array(), bytes);
    }

    private static String changed(Path file) {
        return "`%s` was changed by somebody else in this moment. Look at it, and try again.".formatted(file);
    }

    /** Nothing is written through a link: what it leads to is not part of the content. */
    private void refuseLinks(Path file) throws WritingProblem {
        Path step = root;
        for (Path name : root.relativize(file)) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new WritingProblem(
                        "`%s` is a symbolic link, which is no part of the content. Put the file or folder itself there."
                                .formatted(step));
            }
        }
    }

    /** What to say where something stands already. */
    public static WritingProblem occupied(Path there) {
        return new WritingProblem("`%s` is there already, and nothing is overwritten.".formatted(there));
    }

    private static WritingProblem unwritable(Path file, IOException e) {
        return new WritingProblem("`%s` can't be written: %s.".formatted(file, WritingProblem.why(e)), e);
    }

    /** A name that no reader of content looks at. */
    private static String hidden(Path place) {
        return ".%s.new-%08x"
                .formatted(
                        place.toAbsolutePath().normalize().getFileName(),
                        ThreadLocalRandom.current().nextInt());
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? path : parent;
    }

    /** The folders that are not there, the innermost first. */
    private static List<Path> missing(Path folder) {
        return Stream.iterate(folder, p -> p != null && Files.notExists(p), Path::getParent)
                .toList();
    }

    /** Removes a file or an empty folder that this class made; what can't be removed is hidden, or empty. */
    private static void remove(Path made) {
        try {
            Files.deleteIfExists(made);
        } catch (IOException e) {
            made.toFile().deleteOnExit();
        }
    }

    private static void removeTree(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(ContentFolder::remove);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
