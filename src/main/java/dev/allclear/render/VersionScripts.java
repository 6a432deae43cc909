package dev.allclear.render;

import dev.allclear.model.Issue;
import dev.allclear.model.SiteMap;
import dev.allclear.output.Inputs;
import dev.allclear.output.Page;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What pages that were published before learn of those that came later. A page from a stick may not fetch anything, but
 * it may load a classic script; so the list of versions is one, and so is the list of the pages of each version.
 */
final class VersionScripts {

    private VersionScripts() {}

    /** All versions, oldest first: rewritten with each build, read by the pages of every version. */
    static Page list(Atlas atlas) {
        return new Page(
                SiteMap.VERSION_LIST,
                () -> list(atlas.edition().issues(), atlas.words()).getBytes(StandardCharsets.UTF_8),
                new Inputs(
                        new TreeSet<>(),
                        new TreeSet<>(),
                        new TreeSet<>(List.of("site.language", "site.time-zone", "versions")),
                        new TreeSet<>()));
    }

    private static String list(List<Issue> issues, Words words) {
        StringBuilder script = new StringBuilder(
                "/* The versions of this site, oldest first. Format 1: fields are only ever added. */\nwindow.allclearVersions = {\"format\": 1, \"versions\": [");
        String separator = "\n";
        for (Issue issue : issues) {
            script.append(separator)
                    .append("{\"label\": ")
                    .append(quoted(issue.label()))
                    .append(", \"number\": ")
                    .append(issue.imprint().number())
                    .append(", \"date\": ")
                    .append(quoted(words.date(words.day(issue.imprint().released()))))
                    .append(", \"withdrawn\": ")
                    .append(!issue.stands())
                    .append('}');
            separator = ",\n";
        }
        return script.append("\n]};\n").toString();
    }

    /** The pages of one version, which stands in it for good. */
    static Page pages(String label, Collection<String> paths) {
        return new Page(
                SiteMap.PAGE_LIST,
                () -> pageList(label, paths).getBytes(StandardCharsets.UTF_8),
                new Inputs(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    }

    private static String pageList(String label, Collection<String> paths) {
        StringBuilder script = new StringBuilder(
                "/* The pages of this version. Format 1. */\n(window.allclearPages = window.allclearPages || {})[");
        script.append(quoted(label)).append("] = [");
        String separator = "\n";
        for (String path : new TreeSet<>(paths)) {
            script.append(separator).append(quoted(path));
            separator = ",\n";
        }
        return script.append("\n];\n").toString();
    }

    /** A string of JavaScript that means the same in any encoding, and is not the end of anything around it. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            boolean plain = c >= ' ' && c < 0x7F && "\"\\<>&'".indexOf(c) < 0;
            out.append(plain ? String.valueOf((char) c) : "\\u%04x".formatted(c));
        });
        return out.append('"').toString();
    }
}
