package dev.allclear.read;

import dev.allclear.model.DocumentKind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files of a content folder. Hidden files are left out; symbolic links are not followed.
 *
 * @param root the folder
 * @param name its name, which the paths in findings begin with
 * @param documents the Markdown files, by path
 * @param others every other file, the three settings files aside, by path
 * @param links the symbolic links, by path
 */
record ContentTree(Path root, String name, List<Entry> documents, List<Entry> others, List<String> links) {

    /** The files that say what the site, its people and its systems are. */
    static final List<String> SETTINGS = List.of("site.yaml", "people.yaml", "systems.yaml");

    /** One file, its path below the root separated by {@code /}. */
    record Entry(String path, Path file, long size) {

        /** The path as findings name it. */
        String shown(String content) {
            return content + "/" + path;
        }
    }

    /** Lists the files below a folder. */
    static ContentTree walk(Path root) throws ContentProblem {
        if (Files.notExists(root)) {
            throw new ContentProblem("There is no content folder `%s`. Name it with --content DIR.".formatted(root));
        }
        if (!Files.isDirectory(root)) {
            throw new ContentProblem(
                    "`%s` is not a folder. Name the content folder with --content DIR.".formatted(root));
        }
        Walk walk = new Walk(real(root));
        try {
            Files.walkFileTree(walk.root, walk);
        } catch (IOException e) {
            throw new ContentProblem(unreadable(root, e));
        }
        walk.documents.sort(java.util.Comparator.comparing(Entry::path));
        walk.others.sort(java.util.Comparator.comparing(Entry::path));
        Collections.sort(walk.links);
        return new ContentTree(root, nameOf(root), walk.documents, walk.others, walk.links);
    }

    /** The folder itself, whatever link leads to it. */
    static Path real(Path root) throws ContentProblem {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            throw new ContentProblem(unreadable(root, e));
        }
    }

    /** The same with these further documents, or others in the place of those that are there. */
    ContentTree with(Set<String> drafts) {
        if (drafts.isEmpty()) {
            return this;
        }
        List<Entry> all = new ArrayList<>(documents);
        all.removeIf(e -> drafts.contains(e.path()));
        drafts.forEach(path -> all.add(new Entry(path, root.resolve(path), 0)));
        all.sort(java.util.Comparator.comparing(Entry::path));
        return new ContentTree(root, name, all, others, links);
    }

    /** One sentence on a file that can't be read. */
    static String unreadable(Path file, IOException e) {
        String why = e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e instanceof NoSuchFileException ? "it is not there" : String.valueOf(e.getMessage());
        String where =
                e instanceof java.nio.file.FileSystemException f && f.getFile() != null ? f.getFile() : file.toString();
        return "`%s` can't be read: %s.".formatted(where, why);
    }

    private static String nameOf(Path root) {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? "content" : name.toString();
    }

    /** What kind of document a path is. */
    static DocumentKind kindOf(String path) {
        String[] parts = path.split("/", -1);
        if (parts[0].equals("playbooks") && parts.length > 1) {
            return DocumentKind.PLAYBOOK;
        }
        if (parts[0].equals("incidents") && parts.length == 3) {
            return switch (parts[2]) {
                case "incident.md" -> DocumentKind.INCIDENT;
                case "decisions.md" -> DocumentKind.DECISIONS;
                case "root-cause.md" -> DocumentKind.ROOT_CAUSE;
                default -> DocumentKind.PAGE;
            };
        }
        return DocumentKind.PAGE;
    }

    /** Collects the files below a folder of the content, or below all of it. */
    static final class Walk extends SimpleFileVisitor<Path> {

        final List<Entry> documents = new ArrayList<>();
        final List<Entry> others = new ArrayList<>();
        final List<String> links = new ArrayList<>();
        private final Path root;

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (isHidden(file)) {
                // Not read, be it a link or not: Emacs keeps a lock that is a link beside the file that it edits.
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                links.add(path);
            } else if (!attributes.isRegularFile() || SETTINGS.contains(path)) {
                return FileVisitResult.CONTINUE;
            } else if (path.toLowerCase(Locale.ROOT).endsWith(".md")) {
                documents.add(new Entry(path, file, attributes.size()));
            } else {
                others.add(new Entry(path, file, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException && !file.equals(root)) {
                // An editor's own file, say, that was there when the folder was listed: it is not there.
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        static boolean isHidden(Path file) {
            return String.valueOf(file.getFileName()).startsWith(".");
        }
    }
}
