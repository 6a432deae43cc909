package dev.allclear.check.link;

import dev.allclear.finding.Spelling;
import dev.allclear.model.Asset;
import dev.allclear.model.Document;
import dev.allclear.model.Library;
import dev.allclear.model.SiteMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What links can lead to: the documents, the files, and the pages that the tool makes itself. */
final class Targets {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /** The folders that are the tool's own. */
    private static final List<String> FOLDERS = List.of("theme/", "v/");

    private final Map<String, Document> pages = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> byFolder = new HashMap<>();

    Targets(Library library) {
        for (Document document : library.everyDocument()) {
            pages.put(document.page(), document);
            add(document.path());
        }
        for (Asset asset : library.assets()) {
            files.add(asset.target());
            add(asset.path());
        }
        files.addAll(SiteMap.ALWAYS);
        files.addAll(SiteMap.systems(library).values());
    }

    private void add(String path) {
        byName.computeIfAbsent(nameOf(path).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                .add(path);
        byFolder.computeIfAbsent(folderOf(path), k -> new ArrayList<>()).add(path);
    }

    /**
     * Where a link leads.
     *
     * @param path in the site; null if it leaves the site's folder
     * @param fragment what follows {@code #}, decoded, empty if there is none
     */
    record Aim(@Nullable String path, String fragment) {}

    /** Whether an address leads to another site or to another program. */
    static boolean isExternal(String target) {
        return target.startsWith("//") || SCHEME.matcher(target).lookingAt();
    }

    /** Where an address on a page leads. */
    static Aim aim(String target, String page) {
        int hash = target.indexOf('#');
        String fragment = hash < 0 ? "" : decode(target.substring(hash + 1));
        String rest = hash < 0 ? target : target.substring(0, hash);
        int query = rest.indexOf('?');
        String path = decode(query < 0 ? rest : rest.substring(0, query));
        return new Aim(path.isEmpty() ? page : resolve(path, page), fragment);
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
        Aim aim = aim(destination, document.path());
        String wanted = aim.path();
        if (wanted == null) {
            return "";
        }
        if (has(wanted)) {
            return "Did you mean `%s`? ".formatted(relative(document.path(), wanted));
        }
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

    private static @Nullable String resolve(String path, String from) {
        Deque<String> parts = new ArrayDeque<>();
        if (!path.startsWith("/")) {
            String folder = folderOf(from);
            for (String part : folder.split("/", -1)) {
                if (!part.isEmpty()) {
                    parts.addLast(part);
                }
            }
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
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

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
