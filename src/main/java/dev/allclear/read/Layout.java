package dev.allclear.read;

import dev.allclear.model.DocumentKind;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What each file of a content folder is, by where it stands. It does not depend on what the files hold. */
final class Layout {

    private static final Set<String> RECORDS = Set.of("incident.md", "decisions.md", "root-cause.md");

    private final SitePaths paths;
    private final Map<String, Folder> folders;
    private final List<ContentTree.Entry> playbooks = new ArrayList<>();
    private final List<ContentTree.Entry> pages = new ArrayList<>();
    private final List<Fault> misplaced = new ArrayList<>();

    /** One incident's files on their way into the model. */
    record Folder(
            ContentTree.Entry incident, ContentTree.@Nullable Entry decisions, ContentTree.@Nullable Entry rootCause) {

        List<ContentTree.Entry> files() {
            List<ContentTree.Entry> files = new ArrayList<>();
            files.add(incident);
            if (decisions != null) {
                files.add(decisions);
            }
            if (rootCause != null) {
                files.add(rootCause);
            }
            return files;
        }
    }

    /** Sorts the files of a content folder. */
    Layout(ContentTree tree) {
        this.paths = new SitePaths(tree);
        this.folders = folders(tree);
        for (ContentTree.Entry entry : tree.documents()) {
            DocumentKind kind = ContentTree.kindOf(entry.path());
            if (kind == DocumentKind.PLAYBOOK) {
                playbooks.add(entry);
            } else if (kind == DocumentKind.PAGE || !folders.containsKey(folderOf(entry.path()))) {
                pages.add(entry);
            }
        }
        refuseMisplaced(tree);
    }

    SitePaths paths() {
        return paths;
    }

    /** The incidents' folders by id: those that hold an {@code incident.md}. */
    Map<String, Folder> folders() {
        return folders;
    }

    List<ContentTree.Entry> playbooks() {
        return playbooks;
    }

    /** Every other document. */
    List<ContentTree.Entry> pages() {
        return pages;
    }

    /** Records in the wrong place, and files of an incident that has none. */
    List<Fault> misplaced() {
        return misplaced;
    }

    private static Map<String, Folder> folders(ContentTree tree) {
        Map<String, Map<String, ContentTree.Entry>> found = new TreeMap<>();
        for (ContentTree.Entry entry : tree.documents()) {
            if (ContentTree.kindOf(entry.path()) != DocumentKind.PAGE
                    && entry.path().startsWith("incidents/")) {
                found.computeIfAbsent(folderOf(entry.path()), k -> new TreeMap<>())
                        .put(nameOf(entry.path()), entry);
            }
        }
        Map<String, Folder> folders = new TreeMap<>();
        found.forEach((id, files) -> {
            ContentTree.Entry incident = files.get("incident.md");
            if (incident != null) {
                folders.put(id, new Folder(incident, files.get("decisions.md"), files.get("root-cause.md")));
            }
        });
        return folders;
    }

    static boolean isMisplaced(String path) {
        String name = nameOf(path);
        boolean inPlace = path.split("/", -1).length == 3;
        return path.startsWith("incidents/")
                && RECORDS.contains(name.toLowerCase(Locale.ROOT))
                && !(inPlace && RECORDS.contains(name));
    }

    /** A record in the wrong place is read by nobody, and must not be taken for one that is. */
    private void refuseMisplaced(ContentTree tree) {
        Set<String> without = new TreeSet<>();
        for (ContentTree.Entry entry : tree.documents()) {
            String path = entry.path();
            if (!path.startsWith("incidents/")) {
                continue;
            }
            String folder = folderOf(path);
            String name = nameOf(path);
            if (isMisplaced(path)) {
                misplaced.add(new Fault(
                        FaultKind.RECORD,
                        "",
                        FrontMatter.opening(entry.shown(tree.name())),
                        "`%s` is not read as a record: it does not stand where one is looked for".formatted(path),
                        "A record is incidents/NAME/%s, in lower case.".formatted(name.toLowerCase(Locale.ROOT)),
                        List.of(),
                        folder.isEmpty() ? Set.of() : Set.of(folder)));
            } else if (!folder.isEmpty() && !folders.containsKey(folder) && without.add(folder)) {
                misplaced.add(new Fault(
                        FaultKind.RECORD,
                        "",
                        FrontMatter.opening(entry.shown(tree.name())),
                        "The folder incidents/%s has no incident.md".formatted(folder),
                        "Write the incident's record there, or move the file to pages/.",
                        List.of(),
                        Set.of()));
            }
        }
    }

    /** The name of the incident's folder that a path is in, or nothing. */
    static String folderOf(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 2 && parts[0].equals("incidents") ? parts[1] : "";
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
