package dev.allclear.read;

import dev.allclear.model.SiteMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which file of the site each file of the content becomes. A page keeps its folder and its name, so that a link
 * between documents and a picture beside one stay where they were; what would stand in the place of a page that the
 * tool makes gets an underscore.
 */
final class SitePaths {

    private static final Set<String> TAKEN = Set.of(
            "index.html",
            "people.html",
            "findings.html",
            "emergency.html",
            "changes.html",
            "waivers.html",
            "search.html",
            "figures.html",
            "tags.html",
            "versions.html",
            "record.json",
            "manifest.json",
            "withdrawal.json",
            "sha256sums",
            "incidents/index.html",
            "playbooks/index.html",
            "pages/index.html");
    /** A list of changes that is too long for one page goes on. */
    private static final Pattern CONTINUED = Pattern.compile("changes-[0-9]+\\.html");

    private static final Set<String> TAKEN_FOLDERS = Set.of("systems", "theme", "v", "search", "tags", "_allclear");
    private static final Set<String> ACTIVE =
            Set.of("html", "htm", "xhtml", "xht", "shtml", "xml", "mhtml", "mht", "js", "mjs", "hta");

    private final Map<String, String> targets = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Gives every file its place. Documents go first: no other file may stand in for a page. */
    SitePaths(ContentTree tree) {
        for (ContentTree.Entry entry : tree.documents()) {
            String path = entry.path();
            give(path, path.substring(0, path.length() - ".md".length()) + ".html");
        }
        for (ContentTree.Entry entry : tree.others()) {
            // A page that somebody wrote by hand could claim anything in the site's name: it travels as text.
            String path = entry.path();
            give(path, ACTIVE.contains(extension(path)) ? path + ".txt" : path);
        }
        targets.put("people.yaml", SiteMap.PEOPLE);
        targets.put("systems.yaml", SiteMap.SYSTEMS);
        targets.put("", SiteMap.HOME);
        for (String folder : List.of("incidents", "playbooks", "systems", "pages")) {
            targets.put(folder, folder + "/index.html");
        }
        for (ContentTree.Entry entry : tree.documents()) {
            String path = entry.path();
            if (path.startsWith("incidents/") && path.endsWith("/incident.md")) {
                targets.put(path.substring(0, path.length() - "/incident.md".length()), of(path));
            }
        }
    }

    /** The site's path of a file of the content. */
    String of(String path) {
        String target = targets.get(path);
        if (target == null) {
            throw new IllegalArgumentException("not in the content folder: " + path);
        }
        return target;
    }

    /** The site's path of a file or folder that a link names, or null if there is none. */
    @Nullable
    String find(String path) {
        return targets.get(path);
    }

    private void give(String path, String wish) {
        int slash = wish.indexOf('/');
        String target =
                slash > 0 && TAKEN_FOLDERS.contains(wish.substring(0, slash).toLowerCase(Locale.ROOT))
                        ? wish.substring(0, slash) + "_" + wish.substring(slash)
                        : wish;
        while (isTaken(target.toLowerCase(Locale.ROOT)) || !used.add(target.toLowerCase(Locale.ROOT))) {
            int dot = target.lastIndexOf('.');
            int end = dot > target.lastIndexOf('/') ? dot : target.length();
            target = target.substring(0, end) + "_" + target.substring(end);
        }
        targets.put(path, target);
    }

    private static boolean isTaken(String path) {
        return TAKEN.contains(path) || CONTINUED.matcher(path).matches();
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
