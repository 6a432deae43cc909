package dev.allclear.check.link;

import dev.allclear.check.Context;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Aim;
import dev.allclear.model.Asset;
import dev.allclear.model.Document;
import dev.allclear.model.Library;
import dev.allclear.model.SiteMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What links can lead to: the documents, the files, and the pages that the tool makes itself. */
final class Targets {

    /** The folders that are the tool's own. */
    private static final List<String> FOLDERS = List.of("theme/", "v/");

    private final Map<String, List<String>> pages = new HashMap<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final List<String> people = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private final Library library;
    private final List<Document> documents;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> byFolder = new HashMap<>();

    private Targets(Context context) {
        this.library = context.library();
        this.documents = context.documents();
        for (Document document : documents) {
            pages.put(document.page(), document.anchors());
        }
        library.people().keySet().forEach(p -> people.add("person." + p));
        library.groups().keySet().forEach(g -> people.add("group." + g));
        for (Asset asset : library.assets()) {
            files.add(asset.target());
        }
        files.addAll(SiteMap.ALWAYS);
        files.addAll(SiteMap.systems(library).values());
    }

    /** The targets of a library: those from before if they are the same. */
    static Targets of(Context context, @Nullable Targets before) {
        return before != null && before.areThoseOf(context) ? before : new Targets(context);
    }

    private boolean areThoseOf(Context context) {
        Library other = context.library();
        List<Document> others = context.documents();
        if (documents.size() != others.size()
                || !library.assets().equals(other.assets())
                || !SiteMap.systems(library).equals(SiteMap.systems(other))
                || !List.copyOf(library.people().keySet())
                        .equals(List.copyOf(other.people().keySet()))
                || !List.copyOf(library.groups().keySet())
                        .equals(List.copyOf(other.groups().keySet()))) {
            return false;
        }
        for (int i = 0; i < documents.size(); i++) {
            if (!isSame(documents.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether links can lead to a document in the same ways as to another. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Document one, Document other) {
        return one == other
                || (one.path().equals(other.path())
                        && one.page().equals(other.page())
                        && one.anchors().equals(other.anchors()));
    }

    /** Puts every path where hints look for it; most libraries need none. */
    private void index() {
        if (byName.isEmpty()) {
            documents.forEach(d -> add(d.path()));
            library.assets().forEach(a -> add(a.path()));
        }
    }

    private void add(String path) {
        byName.computeIfAbsent(nameOf(path).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                .add(path);
        byFolder.computeIfAbsent(folderOf(path), k -> new ArrayList<>()).add(path);
    }

    /** The places in the page at this path in the site, in order; null if it has none that are known. */
    @Nullable
    List<String> places(String path) {
        return path.equals(SiteMap.PEOPLE) ? people : pages.get(path);
    }

    /** Whether that page has this place. */
    boolean hasPlace(String path, String place) {
        return anchors.computeIfAbsent(
                        path, p -> new HashSet<>(Objects.requireNonNullElse(places(p), List.<String>of())))
                .contains(place);
    }

    /** Whether the site has something at this path. */
    boolean has(String path) {
        return pages.containsKey(path)
                || files.contains(path)
                || FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** What the author of a document probably meant by an address that leads nowhere: a sentence, or nothing. */
    String didYouMean(String destination, Document document) {
        Aim aim = Aim.of(destination, document.path());
        String wanted = aim.path();
        if (wanted == null) {
            return "";
        }
        if (has(wanted)) {
            return "Did you mean `%s`? ".formatted(relative(document.path(), wanted));
        }
        index();
        String meant = null;
        List<String> same = byName.getOrDefault(nameOf(wanted).toLowerCase(Locale.ROOT), List.of());
        for (String path : same) {
            meant = path.equalsIgnoreCase(wanted) ? path : meant;
        }
        List<String> beside = byFolder.getOrDefault(folderOf(wanted), List.of());
        if (meant == null) {
            String stem = wanted.replaceAll("\\.html?$", "");
            meant = beside.contains(stem + ".md") ? stem + ".md" : null;
        }
        if (meant == null && same.size() == 1) {
            meant = same.get(0);
        }
        if (meant == null) {
            meant = Spelling.near(
                            nameOf(wanted), beside.stream().map(Targets::nameOf).toList())
                    .map(name -> folderOf(wanted) + name)
                    .orElse(null);
        }
        return meant == null ? "" : "Did you mean `%s`? ".formatted(relative(document.path(), meant));
    }

    private static String relative(String from, String to) {
        String[] base = from.split("/", -1);
        String[] target = to.split("/", -1);
        int common = 0;
        while (common < base.length - 1 && common < target.length - 1 && base[common].equals(target[common])) {
            common++;
        }
        List<String> parts = new ArrayList<>();
        for (int i = common; i < base.length - 1; i++) {
            parts.add("..");
        }
        for (int i = common; i < target.length; i++) {
            parts.add(target[i].replace(" ", "%20"));
        }
        return String.join("/", parts);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
