package dev.allclear.read;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of a content folder, kept up to date by looking only where something was touched. */
final class FollowedTree {

    private final Path content;
    private final Path root;
    private final String name;
    private final NavigableMap<String, ContentTree.Entry> documents = new TreeMap<>();
    private final NavigableMap<String, ContentTree.Entry> others = new TreeMap<>();
    private final TreeSet<String> links = new TreeSet<>();

    private FollowedTree(Path content, Path root, String name) {
        this.content = content;
        this.root = root;
        this.name = name;
    }

    /** Lists all files below a folder. */
    static FollowedTree of(Path content) throws ContentProblem {
        ContentTree whole = ContentTree.walk(content);
        FollowedTree tree = new FollowedTree(content, ContentTree.real(content), whole.name());
        whole.documents().forEach(e -> tree.documents.put(e.path(), e));
        whole.others().forEach(e -> tree.others.put(e.path(), e));
        tree.links.addAll(whole.links());
        return tree;
    }

    /** The folder itself, whatever link leads to it. */
    Path root() {
        return root;
    }

    ContentTree tree() {
        return new ContentTree(
                content, name, List.copyOf(documents.values()), List.copyOf(others.values()), List.copyOf(links));
    }

    /**
     * What a look has found.
     *
     * @param touched the files that are there now or were there, by their paths
     * @param moved whether other files are there than before
     */
    record Found(Set<String> touched, boolean moved) {}

    /** Looks again at files and folders in the folder, be they there or not. */
    Found look(Collection<Path> places) throws ContentProblem {
        Set<String> touched = new TreeSet<>();
        boolean moved = false;
        for (Path place : places) {
            Set<String> before = new TreeSet<>();
            Set<String> after = new TreeSet<>();
            look(place, before, after);
            moved |= !before.equals(after);
            before.forEach(p -> touched.add(pathOf(p)));
            after.forEach(p -> touched.add(pathOf(p)));
        }
        return new Found(touched, moved);
    }

    private void look(Path place, Set<String> before, Set<String> after) throws ContentProblem {
        if (!place.startsWith(root) || place.equals(root)) {
            return;
        }
        Path at = root;
        for (Path part : root.relativize(place)) {
            at = at.resolve(part);
            if (ContentTree.Walk.isHidden(at)) {
                return;
            }
            BasicFileAttributes attributes = attributes(at);
            if (attributes == null || !attributes.isDirectory()) {
                remove(at, before);
                if (attributes != null) {
                    ContentTree.Walk walk = new ContentTree.Walk(root);
                    walk.visitFile(at, attributes);
                    add(walk, after);
                }
                return;
            }
        }
        remove(at, before);
        ContentTree.Walk walk = new ContentTree.Walk(root);
        try {
            Files.walkFileTree(at, walk);
        } catch (IOException e) {
            throw new ContentProblem(ContentTree.unreadable(at, e));
        }
        add(walk, after);
    }

    private static @Nullable BasicFileAttributes attributes(Path at) throws ContentProblem {
        try {
            return Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        } catch (FileSystemException e) {
            if (Files.notExists(at, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(at.resolveSibling(""))) {
                return null;
            }
            throw new ContentProblem(ContentTree.unreadable(at, e));
        } catch (IOException e) {
            throw new ContentProblem(ContentTree.unreadable(at, e));
        }
    }

    /** Takes out a file, or a folder with all that is in it. */
    private void remove(Path at, Set<String> before) {
        String path = root.relativize(at).toString().replace('\\', '/');
        // In the order of characters, `0` follows `/`.
        for (NavigableMap<String, ContentTree.Entry> some : List.of(documents, others)) {
            List<String> gone =
                    new ArrayList<>(some.subMap(path + "/", path + "0").keySet());
            if (some.containsKey(path)) {
                gone.add(path);
            }
            gone.forEach(some::remove);
            gone.forEach(p -> before.add(mark(p, some == documents)));
        }
        links.remove(path);
        links.subSet(path + "/", path + "0").clear();
    }

    private void add(ContentTree.Walk walk, Set<String> after) {
        for (ContentTree.Entry entry : walk.documents) {
            documents.put(entry.path(), entry);
            after.add(mark(entry.path(), true));
        }
        for (ContentTree.Entry entry : walk.others) {
            others.put(entry.path(), entry);
            after.add(mark(entry.path(), false));
        }
        links.addAll(walk.links);
    }

    private static String mark(String path, boolean document) {
        return (document ? "d" : "o") + path;
    }

    private static String pathOf(String mark) {
        return mark.substring(1);
    }
}
