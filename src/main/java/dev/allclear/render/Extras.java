package dev.allclear.render;

import dev.allclear.model.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page loads beside the theme's own files because of the code on it: what draws diagrams, and what colours code.
 * A site carries these files only if a page of it needs them.
 */
final class Extras {

    /** Where the files stand that a site carries on demand. */
    static final String FOLDER = "theme/lib/";

    private static final String DIAGRAM = "mermaid";

    /** The parts of Prism that each language needs, in the order in which they must be loaded. */
    private static final Map<String, List<String>> COLOURED = Map.ofEntries(
            Map.entry("bash", List.of("bash")),
            Map.entry("sh", List.of("bash")),
            Map.entry("shell", List.of("bash")),
            Map.entry("diff", List.of("diff")),
            Map.entry("docker", List.of("docker")),
            Map.entry("dockerfile", List.of("docker")),
            Map.entry("go", List.of("clike", "go")),
            Map.entry("hcl", List.of("hcl")),
            Map.entry("html", List.of("markup")),
            Map.entry("http", List.of("http")),
            Map.entry("ini", List.of("ini")),
            Map.entry("java", List.of("clike", "java")),
            Map.entry("javascript", List.of("clike", "javascript")),
            Map.entry("js", List.of("clike", "javascript")),
            Map.entry("json", List.of("json")),
            Map.entry("nginx", List.of("nginx")),
            Map.entry("powershell", List.of("powershell")),
            Map.entry("properties", List.of("properties")),
            Map.entry("py", List.of("python")),
            Map.entry("python", List.of("python")),
            Map.entry("sql", List.of("sql")),
            Map.entry("toml", List.of("toml")),
            Map.entry("xml", List.of("markup")),
            Map.entry("yaml", List.of("yaml")),
            Map.entry("yml", List.of("yaml")));

    private static final Pattern CODE = Pattern.compile("<code class=\"language-([A-Za-z0-9_+#-]+)\">");

    private Extras() {}

    /** The scripts that a page with this body needs, of those that its site carries, in the order of loading. */
    static List<String> scripts(String body, SortedSet<String> carried) {
        SortedSet<String> languages = new TreeSet<>();
        Matcher code = CODE.matcher(body);
        while (code.find()) {
            languages.add(code.group(1));
        }
        List<String> wanted = files(languages);
        wanted.removeIf(f -> !f.endsWith(".js") || !carried.contains(f));
        return List.copyOf(wanted);
    }

    /** The style sheets that go with these scripts. */
    static List<String> styles(Collection<String> scripts) {
        List<String> styles = new ArrayList<>();
        if (scripts.contains(FOLDER + "prism.js")) {
            styles.add(FOLDER + "code.css");
        }
        if (scripts.contains(FOLDER + "mermaid.js")) {
            styles.add(FOLDER + "diagrams.css");
        }
        return List.copyOf(styles);
    }

    /** Everything on demand that the pages of these documents need. */
    static SortedSet<String> carried(Collection<Document> documents) {
        Set<String> languages = new HashSet<>();
        documents.forEach(d -> languages.addAll(d.languages()));
        return new TreeSet<>(files(new TreeSet<>(languages)));
    }

    private static List<String> files(SortedSet<String> languages) {
        List<String> files = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String language : languages) {
            for (String part : COLOURED.getOrDefault(language, List.of())) {
                if (!parts.contains(part)) {
                    parts.add(part);
                }
            }
        }
        if (!parts.isEmpty()) {
            files.add(FOLDER + "prism.js");
            parts.forEach(p -> files.add(FOLDER + "prism-" + p + ".js"));
            files.add(FOLDER + "code.js");
            files.add(FOLDER + "code.css");
            files.add(FOLDER + "prism-LICENSE.txt");
        }
        if (languages.contains(DIAGRAM)) {
            files.add(FOLDER + "mermaid.js");
            files.add(FOLDER + "diagrams.js");
            files.add(FOLDER + "diagrams.css");
            files.add(FOLDER + "mermaid-LICENSE.txt");
        }
        return files;
    }
}
