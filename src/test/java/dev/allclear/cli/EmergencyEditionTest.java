package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emergency edition: everything in one file that needs no other, known by its digest. */
class EmergencyEditionTest {

    private static final String BAD = "</title></style></script><script>alert(1)</script><!-- \" ' } */ \\";

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");
    private Path site = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        content = Tool.copy(Tool.DEMO, folder.resolve("content"));
        site = folder.resolve("site");
    }

    private void build(String... more) {
        build(Tool.NOW, more);
    }

    private void build(String now, String[] more) {
        List<String> arguments = new ArrayList<>(
                List.of("build", "--content", content.toString(), "--site", site.toString(), "--now", now));
        arguments.addAll(List.of(more));
        Tool.Answer answer = InProcess.run(arguments.toArray(new String[0]));
        assertEquals(0, answer.status(), answer.err());
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(path)));
    }

    private void write(String path, String text) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private void replace(String path, String from, String to) throws IOException {
        String text = Files.readString(content.resolve(path));
        assertTrue(text.contains(from), path + " has no " + from);
        write(path, text.replace(from, to));
    }

    /** What can be wrong with a file that has to stand by itself. */
    private static List<String> faults(Document book) throws NoSuchAlgorithmException {
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Element element : book.select("[id]")) {
            if (!ids.add(element.id()) || element.id().matches(".*\\s.*|")) {
                wrong.add("id: " + element.id());
            }
        }
        for (Element element : book.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                String value = attribute.getValue();
                if (name.startsWith("on") || name.equals("style") || name.equals("srcset")) {
                    wrong.add(name + " on " + element.tagName());
                }
                boolean picture = element.nameIs("img") || element.is("link[rel=icon]");
                if (Set.of("href", "src", "data", "action", "poster").contains(name)
                        && !(element.nameIs("a") && element.closest("#ac\\.copy") != null)
                        && !(value.startsWith("#") && ids.contains(decode(value.substring(1))))
                        && !(picture && value.startsWith("data:image/"))
                        && !(element.nameIs("a") && value.matches("(https?|mailto|tel):.*"))) {
                    wrong.add(name + " of " + element.tagName() + ": " + value);
                }
                if (Set.of("aria-labelledby", "aria-describedby", "aria-controls", "for")
                                .contains(name)
                        && !ids.contains(value)) {
                    wrong.add(name + ": " + value);
                }
            }
        }
        if (!book.select(
                        "iframe, object, embed, base, form, audio, video, svg image, svg use, meta[http-equiv=refresh]")
                .isEmpty()) {
            wrong.add("something that fetches");
        }
        List<String> allowed = new ArrayList<>();
        for (String name : List.of("style", "script")) {
            if (book.select(name).size() != 1) {
                wrong.add(book.select(name).size() + " of " + name);
            }
            String text = Objects.requireNonNull(book.selectFirst(name)).data();
            if (name.equals("style") && text.matches("(?s).*(url\\(|@import).*")) {
                wrong.add("the style asks for something");
            }
            allowed.add("'sha256-"
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    + "'");
        }
        String policy =
                "default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
                        .formatted(allowed.get(0), allowed.get(1));
        if (!book.select("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .equals(policy)) {
            wrong.add("the policy does not fit: " + policy);
        }
        return wrong;
    }

    private static String decode(String fragment) {
        return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Test
    void needsNoOtherFileAndAllowsNothingElse() throws IOException, NoSuchAlgorithmException {
        for (String language : List.of("en", "de", "fr", "ar")) {
            replace(
                    "site.yaml",
                    Files.readString(content.resolve("site.yaml"))
                            .lines()
                            .filter(l -> l.startsWith("language:"))
                            .findFirst()
                            .orElse(""),
                    "language: " + language);
            build();
            assertEquals(List.of(), faults(page("emergency.html")), language);
        }
    }

    /** So that the other tests can't pass because nothing is looked at. */
    @Test
    void whatIsWrongIsSeen() throws IOException, NoSuchAlgorithmException {
        build();
        Document book = page("emergency.html");
        book.body()
                .append("<a href=\"people.html\">a</a><a href=\"#nowhere\">b</a><p id=\"cover\" style=\"x\">c</p>"
                        + "<img src=\"https://x.example/x.png\"><iframe></iframe>");
        Objects.requireNonNull(book.selectFirst("style")).append(" ");
        assertEquals(7, faults(book).size(), faults(book).toString());
    }

    @Test
    void holdsEveryPlaybookStepPersonAndSystem() throws IOException {
        build();
        Document book = page("emergency.html");
        int steps = 0;
        List<Element> sheets = book.select("article.sheet");
        try (Stream<Path> files = Files.walk(site.resolve("playbooks"))) {
            List<Path> pages = files.filter(f -> f.toString().endsWith(".html") && !f.endsWith("index.html"))
                    .toList();
            assertEquals(pages.size(), sheets.size());
            for (Path file : pages) {
                Document page = Jsoup.parse(Files.readString(file));
                String title = page.select("h1").text();
                Element sheet = sheets.stream()
                        .filter(s -> s.attr("data-title").equals(title))
                        .findFirst()
                        .orElseThrow();
                for (String what : List.of(".step-title", "pre.code", ".check > div", ".undo > div", ".step-meta")) {
                    assertEquals(
                            page.select(what).eachText().stream()
                                    .map(EmergencyEditionTest::bare)
                                    .toList(),
                            sheet.select(what).eachText().stream()
                                    .map(EmergencyEditionTest::bare)
                                    .toList(),
                            title);
                }
                assertEquals(
                        page.select(".prose img").size(),
                        sheet.select("img[src^=data:]").size(),
                        title);
                assertEquals(
                        sheet.select(".step").size(),
                        sheet.select("h4 > input[type=checkbox]").size(),
                        title);
                steps += sheet.select(".step").size();
            }
        }
        assertTrue(steps > 40, "steps: " + steps);
        assertEquals(
                page("people.html").select("tbody th").eachText(),
                book.select("#people tbody th").eachText());
        assertEquals(
                page("systems/index.html").select("tbody th").eachText(),
                book.select("#systems tbody th").eachText());
        assertEquals(
                page("index.html").select(".incident-card.is-open h3").eachText(),
                book.select("#open h3").eachText());
        assertEquals(sheets.size(), book.select("#contents .whole li").size());
    }

    /** Without what the book adds: where a link leads on paper. */
    private static String bare(String text) {
        return text.replaceAll(" ?(\\[[0-9]+]|\\([a-z0-9/.-]+\\.html\\))", "");
    }

    /** As somebody would without this tool. */
    private String digest() throws IOException, NoSuchAlgorithmException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(content)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = content.relativize(file).toString().replace('\\', '/');
                if (path.matches("people.yaml|systems.yaml|playbooks/.*\\.(md|svg|png)")) {
                    files.put(path, sha256(Files.readAllBytes(file)));
                }
            }
        }
        String lines = files.entrySet().stream()
                .map(e -> e.getValue() + "  " + e.getKey() + "\n")
                .collect(Collectors.joining());
        return sha256(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private JsonObject record(Path of) throws IOException {
        return JsonParser.parseString(Files.readString(of.resolve("record.json")))
                .getAsJsonObject()
                .getAsJsonObject("emergency");
    }

    @Test
    void saysTheSameDigestEverywhereAndAnybodyCanTakeIt() throws IOException, NoSuchAlgorithmException {
        build();
        String digest = digest();
        String shown = digest.substring(0, 16).replaceAll("(....)(?!$)", "$1 ");
        Document book = page("emergency.html");
        assertEquals(shown, book.select(".cover .digest").text());
        assertTrue(book.title().endsWith(shown), book.title());
        assertTrue(book.select(".stale").text().contains(shown));
        assertTrue(book.select(".colophon").text().contains(digest));
        assertTrue(Objects.requireNonNull(book.selectFirst("style")).data().contains(shown));
        for (String page : List.of("index.html", "playbooks/index.html")) {
            assertEquals(shown, page(page).select(".take-along code").text());
            assertEquals(
                    1, page(page).select(".take-along a[href$=emergency.html]").size());
        }
        assertEquals(digest, record(site).get("digest").getAsString());
        assertEquals("emergency.html", record(site).get("page").getAsString());
        assertEquals(13, record(site).getAsJsonObject("files").size());
    }

    @Test
    void anotherDigestMeansThatSomethingInTheCopyIsAnother() throws IOException {
        build();
        Set<String> digests = new HashSet<>();
        digests.add(record(site).get("digest").getAsString());
        replace("incidents/2026-11-17-session-store-full-again/incident.md", "tags: [capacity]", "tags: [again]");
        build("2026-11-27T01:00:00Z", new String[0]);
        assertFalse(digests.add(record(site).get("digest").getAsString()), "an incident is not what it was made from");
        for (String[] change : new String[][] {
            {"people.yaml", "Database engineer", "Database keeper"},
            {"systems.yaml", "rto: 4h", "rto: 5h"},
            {"playbooks/tell-people.md", "## ", "##  "},
            {"playbooks/data/restore-database.svg", "Lisbon", "Porto"}
        }) {
            replace(change[0], change[1], change[2]);
            build();
            assertTrue(digests.add(record(site).get("digest").getAsString()), change[0]);
            assertEquals(
                    record(site).get("digest").getAsString(),
                    page("emergency.html").body().attr("data-digest"));
        }
        assertTrue(page("index.html").select(".take-along code").text().length() == 19);
    }

    @Test
    void saysHowToTellWhetherItIsStale() throws IOException {
        build();
        String stale = page("emergency.html").select(".stale").text();
        assertTrue(stale.contains("https://recovery.example.com/emergency.html"), stale);
        assertTrue(stale.contains("The first review falls due on 2027-"), stale);
        replace("site.yaml", "url: https://recovery.example.com/\n", "");
        build();
        stale = page("emergency.html").select(".stale").text();
        assertTrue(stale.contains("on its home page."), stale);
        assertEquals(List.of(), page("emergency.html").select(".stale a").eachText());
    }

    @Test
    void aFrozenVersionHasItsOwn() throws IOException, NoSuchAlgorithmException {
        Tool.Answer answer = InProcess.run(
                "release", "first", "--content", content.toString(), "--site", site.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        String frozen = record(site.resolve("v/first")).get("digest").getAsString();
        assertEquals(frozen, page("v/first/emergency.html").body().attr("data-digest"));
        assertEquals(List.of(), faults(page("v/first/emergency.html")));
        assertTrue(page("v/first/emergency.html").select(".cover").text().contains("Version 1 (first), published"));
        assertTrue(page("v/first/emergency.html").title().contains("emergency edition of version first as of"));
        assertFalse(page("emergency.html").title().contains("of version"));
        assertEquals(
                List.of("../../emergency.html", "../../v/index.html"),
                page("v/first/emergency.html").select("#ac\\.copy a").eachAttr("href"));
        assertEquals(0, page("emergency.html").select("#ac\\.copy").size());
        replace("people.yaml", "Database engineer", "Database keeper");
        build();
        assertNotEquals(frozen, record(site).get("digest").getAsString());
        assertEquals(frozen, page("v/first/emergency.html").body().attr("data-digest"));
    }

    @Test
    void nothingThatSomebodyWroteBreaksOut() throws IOException, NoSuchAlgorithmException {
        String yaml = "'" + BAD.replace("'", "''") + "'";
        write("playbooks/hostile.md", """
                ---
                title: %s
                version: 1
                owner: joana.pinho
                systems: [booking]
                reviewed: 2026-11-01
                ---
                # </style><script>alert(2)</script>

                ![A picture that is not there, </script>](tell-people.md)

                ## Steps

                ### Run `</script><script>alert(3)</script>` <!-- %s -->

                ```step
                who: %s
                within: 1m
                check: "`</style></script>` <img src=x onerror=alert(4)>"
                undo: "<!--"
                ```

                ```sh
                echo '</script><script>alert(5)</script><!--' > "$HOME"
                ```

                <p id="p1.x" onclick="alert(6)" style="color:red">x</p><p id="p1.x">y</p><script>alert(7)</script>
                """.formatted(yaml, "x", yaml));
        replace("people.yaml", "name: Joana Pinho", "name: " + yaml);
        replace("systems.yaml", "name: Payments", "name: " + yaml);
        replace("site.yaml", "title: Maresia Ferries Recovery", "title: " + yaml);
        build("--urgent");
        Document book = page("emergency.html");
        assertEquals(List.of(), faults(book));
        Element sheet = Objects.requireNonNull(book.selectFirst("article.sheet[data-title^=</title>]"));
        assertEquals(BAD, sheet.attr("data-title"));
        assertTrue(sheet.text().contains("echo '</script><script>alert(5)</script><!--' > \"$HOME\""), sheet.text());
        assertTrue(book.select("#people th").eachText().contains(BAD));
        assertTrue(book.select("#systems th").eachText().contains(BAD));
        assertTrue(book.select("h1").text().startsWith(BAD));
    }

    @Test
    void whatTwoPlaybooksCallTheSameStaysApart() throws IOException, NoSuchAlgorithmException {
        for (String name : List.of("one", "two")) {
            write("playbooks/same/" + name + ".md", """
                    # Playbook %s

                    A note[^1], [the notes](#notes), [nothing](#nowhere), [the other](two.md#notes),
                    [its step](two.md#do-it), [a page](../../pages/severity.md), [a file](lines.csv), [people](../../people.yaml),
                    [a system](/systems.yaml), [all](/playbooks), [home](/site.yaml), <https://example.com/>, [mail](mailto:a@example.com).

                    - [ ] Prepare the %s
                    - [x] Ask

                    <details><summary>More</summary><p id="notes-2">Folded</p></details>
                    <p id="do-it">Raw</p>

                    ## Notes

                    ### Deeper

                    ![Big](big.png)
                    ![Lines](lines.csv)

                    ## Steps

                    ### Do it

                    #### In detail

                    Words.

                    [^1]: The footnote.
                    """.formatted(name, name));
        }
        write("playbooks/same/lines.csv", "a,b\n");
        Files.write(content.resolve("playbooks/same/big.png"), new byte[4 * 1024 * 1024 + 1]);
        build("--urgent");
        Document book = page("emergency.html");
        assertEquals(List.of(), faults(book));
        Element one = Objects.requireNonNull(book.selectFirst("article.sheet[data-title=Playbook one]"));
        Element two = Objects.requireNonNull(book.selectFirst("article.sheet[data-title=Playbook two]"));
        assertEquals("#" + one.id() + ".notes", href(one, "the notes"));
        assertEquals("#" + one.id(), href(one, "nothing"));
        assertEquals("#" + two.id() + ".notes", href(one, "the other"));
        assertEquals("#" + two.id() + ".do-it", href(one, "its step"));
        assertEquals("#people", href(one, "people"));
        assertEquals("#systems", href(one, "a system"));
        assertEquals("#contents", href(one, "all"));
        assertEquals("https://example.com/", href(one, "https://example.com/"));
        assertEquals("mailto:a@example.com", href(one, "mail"));
        String text = one.text();
        assertTrue(text.contains("a page (pages/severity.html), a file (playbooks/same/lines.csv)"), text);
        assertTrue(text.contains("the other [" + two.id().substring(1) + "]"), text);
        assertTrue(text.contains("Picture that is not in this copy: Big (playbooks/same/big.png)"), text);
        assertTrue(text.contains("Picture that is not in this copy: Lines (playbooks/same/lines.csv)"), text);
        assertEquals(1, one.select("details[open]").size());
        assertEquals(
                List.of("Prepare the one", "Ask"),
                one.select("li.task input:not([disabled])").eachAttr("aria-label"));
        assertEquals(
                List.of("h3", "h4", "h3", "h4", "h5"),
                one.select("h3, h4, h5, h6").stream().map(Element::tagName).toList());
        assertEquals("The footnote. ↩", one.select(".footnotes li").text());
    }

    private static String href(Element in, String text) {
        return in.select("a").stream()
                .filter(a -> a.text().equals(text))
                .findFirst()
                .map(a -> a.attr("href"))
                .orElse("no link");
    }

    /** Line ends and ends of elements in a theme of somebody's own. */
    @Test
    void aThemeOfOnesOwnGoesIn() throws IOException, NoSuchAlgorithmException {
        Path theme = folder.resolve("theme");
        Files.createDirectories(theme.resolve("theme"));
        Files.writeString(theme.resolve("theme/style.css"), ":root {\r\n --accent: #123456; /* </style> */ }\r\n");
        Files.writeString(theme.resolve("emergency.js"), "var s = '</script><!--<script>';\r\n");
        build("--templates", theme.toString());
        Document book = page("emergency.html");
        assertEquals(List.of(), faults(book));
        assertTrue(Objects.requireNonNull(book.selectFirst("style")).data().contains("--accent: #123456"));
    }

    @Test
    void aSiteWithoutAnythingHasOneToo() throws IOException, NoSuchAlgorithmException {
        content = folder.resolve("empty");
        write("site.yaml", "title: Empty\ntime-zone: UTC\n");
        build();
        Document book = page("emergency.html");
        assertEquals(List.of(), faults(book));
        assertTrue(book.text().contains("There is no playbook yet."));
    }
}
