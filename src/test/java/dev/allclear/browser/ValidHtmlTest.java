package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.allclear.cli.InProcess;
import dev.allclear.cli.Released;
import dev.allclear.cli.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** Whether every page is valid HTML, as the <a href="https://validator.github.io/">Nu checker</a> sees it, and light. */
class ValidHtmlTest {

    /** What a page may weigh over the wire with everything that it loads, pictures and diagrams aside. */
    private static final int HEAVIEST = 30_000;

    private static final Pattern LOADED =
            Pattern.compile("<(?:script src|link rel=\"(?:stylesheet|icon)\" href)=\"(?!data:)([^\"]+)\"");

    @TempDir
    private static Path folder = Path.of("");

    private static Path site = Path.of("");

    @BeforeAll
    static void build() {
        site = Sites.build(folder.resolve("site"));
    }

    private static List<Path> pages(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
    }

    /** The emergency edition is the whole site in one file, and its script its last line. */
    private static boolean isBook(Path page) {
        return page.endsWith("emergency.html");
    }

    private static List<String> complaints(String page, String html) throws IOException, SAXException {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        String answer = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        List<String> complaints = new ArrayList<>();
        for (JsonElement one : JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("messages")) {
            JsonObject message = one.getAsJsonObject();
            String said = message.get("message").getAsString();
            // The checker is not told the page's address, so it can't know what is the page's own: ReadersIT does. And
            // CommonMark's renderer closes void elements, which HTML allows and which changes nothing.
            // Its list of CSS is older than two properties that browsers without them do well without.
            if (said.startsWith("Resource violates Content Security Policy")
                    || said.startsWith("Trailing slash on void elements")
                    || said.contains("“paint-order”")
                    || said.contains("“::details-content”")) {
                continue;
            }
            // Nor does it take the digests that the emergency edition's policy names: EmergencyEditionTest does.
            if (page.equals("emergency.html")
                    && said.matches("Inline (style|script) violates Content Security Policy.*")) {
                continue;
            }
            complaints.add(page + ": " + message.get("message").getAsString() + " "
                    + (message.has("extract") ? message.get("extract").getAsString() : ""));
        }
        return complaints;
    }

    @Test
    void everyPageIsValid() throws IOException, SAXException {
        List<Path> all = new ArrayList<>(pages(site));
        all.add(Sites.buildUrgently(folder).resolve("findings.html"));
        List<String> complaints = new ArrayList<>();
        Map<String, Integer> faults = new LinkedHashMap<>();
        for (Path page : all) {
            List<String> found = complaints(String.valueOf(page.getFileName()), Files.readString(page));
            complaints.addAll(found);
            kind(page).ifPresent(kind -> faults.put(kind, found.size()));
        }
        Scoreboard.column("Nu faults", faults);
        assertTrue(all.size() > 45, "pages: " + all.size());
        assertEquals("", String.join("\n", complaints));
    }

    private static Optional<String> kind(Path page) {
        return page.endsWith("findings.html")
                ? Optional.of("findings")
                : Sites.KINDS.entrySet().stream()
                        .filter(k -> page.equals(site.resolve(k.getValue())))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    @Test
    void everyPageOfVersionsIsValid() throws IOException, SAXException {
        Path released = new Released(folder.resolve("released")).three().site();
        List<String> complaints = new ArrayList<>();
        for (String page : List.of(
                "v/index.html",
                "v/2026-05/index.html",
                "v/2026-05/changes.html",
                "v/2026-07/changes.html",
                "v/2026-07/" + Released.PLAYBOOK + ".html",
                "v/2026-07/incidents/2026-05-18-catalogue-wiped/decisions.html",
                "pages/leaving.html",
                "changes.html")) {
            complaints.addAll(complaints(page, Files.readString(released.resolve(page))));
        }
        assertEquals("", String.join("\n", complaints));
    }

    /** The list of versions grows, and every page loads it. */
    @Test
    void everyPageIsLightWithFiftyVersions() throws IOException {
        Path demo = folder.resolve("demo");
        Tool.Answer answer = InProcess.run(
                "release",
                "2026-11-23",
                "--content",
                Tool.DEMO.toString(),
                "--site",
                demo.toString(),
                "--now",
                Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        Path list = demo.resolve("v/versions.js");
        String script = Files.readString(list);
        String one = "{\"label\": \"2026-11-23\", \"number\": 1, \"date\": \"2026-11-23\", \"withdrawn\": false}";
        assertTrue(script.contains(one), script);
        StringBuilder fifty = new StringBuilder(one);
        for (int i = 2; i <= 50; i++) {
            fifty.append(",\n")
                    .append(one.replace("\"2026-11-23\"", "\"20%02d-%02d-23\"".formatted(i, 1 + i % 12))
                            .replace("1,", i + ","));
        }
        Files.writeString(list, script.replace(one, fifty));
        List<Path> pages = pages(demo);
        assertTrue(pages.size() > 90, "pages: " + pages.size());
        int heaviest = 0;
        for (Path page : pages) {
            if (isBook(page)) {
                continue;
            }
            int weight = weight(page);
            heaviest = Math.max(heaviest, weight);
            assertTrue(weight <= HEAVIEST, demo.relativize(page) + " weighs " + weight);
        }
        Files.writeString(Path.of("target/weight-of-versions.txt"), "heaviest with 50 versions: " + heaviest + "\n");
    }

    /** So that the other test can't pass because nothing is looked at. */
    @Test
    void whatIsInvalidIsSeen() throws IOException, SAXException {
        String html = Files.readString(site.resolve("index.html")).replace("</main>", "<p><div>x</p></main>");
        assertTrue(!complaints("index.html", html).isEmpty());
    }

    @Test
    void everyPageIsLight() throws IOException {
        Map<String, Integer> weights = new LinkedHashMap<>();
        Sites.KINDS.forEach((kind, path) -> weights.put(kind, weight(site.resolve(path))));
        Scoreboard.column("bytes", weights);
        for (Path page : pages(site)) {
            if (isBook(page)) {
                continue;
            }
            int weight = weight(page);
            assertTrue(weight <= HEAVIEST, site.relativize(page) + " weighs " + weight);
        }
    }

    /** In bytes, each file compressed by itself, as a web server sends it. */
    private static int weight(Path page) {
        try {
            String html = Files.readString(page);
            Set<Path> files = new LinkedHashSet<>();
            files.add(page);
            Matcher loaded = LOADED.matcher(html);
            while (loaded.find()) {
                files.add(page.resolveSibling(loaded.group(1)).normalize());
            }
            // A diagram is a picture, whose pencil is a file of its own that the browser keeps.
            files.removeIf(f -> f.endsWith("theme/lib/mermaid.js"));
            int weight = 0;
            for (Path file : files) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write(Files.readAllBytes(file));
                }
                weight += out.size();
            }
            return weight;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void noScriptHoldsUpTheFirstPaint() throws IOException {
        for (Path page : pages(site)) {
            if (isBook(page)) {
                continue;
            }
            Matcher script = Pattern.compile("<script[^>]*>").matcher(Files.readString(page));
            while (script.find()) {
                assertTrue(script.group().contains(" defer"), page + ": " + script.group());
            }
        }
    }
}
