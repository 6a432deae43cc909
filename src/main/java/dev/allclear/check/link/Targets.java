package dev.allclear.check.link;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What links can lead to: the documents, the files, and the pages that the tool makes itself. */
final class Targets {

    /** The folders that are the tool's own. */
    private static final List<String> FOLDERS = List.of("theme/", "v/");

    private final Map<String, Document> pages = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final Library library;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> byFolder = new HashMap<>();

    Targets(Library library) {
        this.library = library;
        for (Document document : library.everyDocument()) {
            pages.put(document.page(), document);
        }
        for (Asset asset : library.assets()) {
            files.add(asset.target());
        }
        files.addAll(SiteMap.ALWAYS);
        files.addAll(SiteMap.systems(library).values());
    }

    /** Puts every path where hints look for it; most libraries need none. */
    private void index() {
        if (byName.isEmpty()) {
            library.everyDocument().forEach(d -> add(d.path()));
            library.assets().forEach(a -> add(a.path()));
        }
    }

    private void add(String path) {
        byName.computeIfAbsent(nameOf(path).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                .add(path);
        byFolder.computeIfAbsent(folderOf(path), k -> new ArrayList<>()).add(path);
    }

    /** The document whose page has this path in the site, or null. */
    @Nullable
    Document page(String path) {
        return pages.get(path);
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
