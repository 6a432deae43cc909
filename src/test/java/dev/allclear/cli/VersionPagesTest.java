package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.allclear.output.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of versions. */
class VersionPagesTest {

    private static final String PLAYBOOK = Released.PLAYBOOK + ".html";
    /** What is not compared may have changed. */
    private static final String NOTHING = "has changed. All else is not compared: pages, attachments,";

    private static final String LOG = "incidents/2026-05-18-catalogue-wiped/decisions.html";

    @TempDir
    private Path folder = Path.of("");

    private Released released;

    @BeforeEach
    void begin() throws IOException {
        released = new Released(folder.resolve("one"));
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(released.read(path));
    }

    private static String text(Document page, String selector) {
        return page.select(selector).text();
    }

    private static List<String> rows(Document page, String selector) {
        return page.select(selector).stream().map(Element::text).toList();
    }

    private static String href(Document page, String selector, String text) {
        return page.select(selector).stream()
                .filter(a -> a.text().contains(text))
                .map(a -> a.attr("href"))
                .findFirst()
                .orElse("no link " + text);
    }

    @Test
    void everyPageOfAVersionSaysWhatItIsAndLeadsToTheNewest() throws IOException {
        released.three();
        int pages = 0;
        for (String label : List.of("2026-05", "2026-06", "2026-07")) {
            Path version = released.site().resolve("v/" + label);
            try (Stream<Path> files = Files.walk(version)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".html")).toList()) {
                    String path = version.relativize(file).toString().replace('\\', '/');
                    Document page = Jsoup.parse(Files.readString(file));
                    if (path.equals("emergency.html")) {
                        // It is carried alone, where links lead nowhere; it says what it is in its own words.
                        assertTrue(page.body().text().contains("(" + label + ")"), path);
                        continue;
                    }
                    String said = text(page, "#ac\\.copy");
                    assertTrue(
                            said.matches(
                                    "Version [123] \\(" + label
                                            + "\\), published 2026-0[567]-\\d\\d, a fixed copy\\. Newest version of this page\\. All versions\\..*"),
                            path + ": " + said);
                    String up = "../".repeat(path.split("/", -1).length - 1 + 2);
                    assertEquals(up + path, page.select("#ac\\.copy a").get(0).attr("href"));
                    assertEquals(
                            up + "v/index.html",
                            page.select("#ac\\.copy a").get(1).attr("href"));
                    assertTrue(Files.exists(released.site().resolve(path)), path);
                    pages++;
                }
            }
        }
        assertTrue(pages > 60, "pages: " + pages);
        assertEquals(0, page("index.html").select("#ac\\.copy").size());
    }

    @Test
    void aPageThatIsGoneIsReplacedByOneThatLeadsToItsLastVersion() throws IOException {
        released.first();
        assertTrue(released.read("pages/leaving.html").contains("This page goes."));
        released.second();
        Document gone = page("pages/leaving.html");
        assertEquals("This page is not in the newest version", gone.select("h1").text());
        assertEquals("../v/2026-05/pages/leaving.html", gone.select(".gone a").attr("href"));
        assertFalse(released.read("pages/index.html").contains("leaving"));
        assertFalse(released.read("record.json").contains("leaving"));
        assertFalse(released.read("v/2026-06/pages.js").contains("leaving"));
        // Nothing that an author writes may lead there.
        released.write("pages/link.md", "# Link\n\n[Gone](leaving.md)\n");
        Tool.Answer broken = released.run("check", "--now", Released.NOW);
        assertTrue(broken.out().contains("link/broken"), broken.out());
        Files.delete(released.content().resolve("pages/link.md"));
        // The content comes first; what is no longer needed goes.
        released.write("pages/leaving.md", "# Leaving\n\nIt is back.\n");
        released.build(Released.NOW);
        assertTrue(released.read("pages/leaving.html").contains("It is back."));
        Files.delete(released.content().resolve("pages/leaving.md"));
        released.build(Released.NOW);
        assertTrue(Files.exists(released.site().resolve("pages/leaving.html")));
        assertEquals(
                0,
                released.run(
                                "release",
                                "--withdraw",
                                "2026-05",
                                "--by",
                                "ipek.isik",
                                "--reason",
                                "x",
                                "--now",
                                Released.NOW)
                        .status());
        released.build(Released.NOW);
        assertFalse(Files.exists(released.site().resolve("pages/leaving.html")));
    }

    /** Where the page stood, a folder stands now, or something that a careless file system takes for it. */
    @Test
    void aPageThatIsGoneIsNotInTheWayOfAnything() throws IOException {
        released.first();
        Files.delete(released.content().resolve("pages/leaving.md"));
        released.write("pages/Leaving.md", "# Another\n");
        released.build(Released.NOW);
        assertEquals("Another", page("pages/Leaving.html").select("h1").text());
        try (Stream<Path> pages = Files.list(released.site().resolve("pages"))) {
            assertEquals(
                    1,
                    pages.filter(p -> p.getFileName().toString().equalsIgnoreCase("leaving.html"))
                            .count());
        }
        Files.delete(released.content().resolve("pages/Leaving.md"));
        Files.createDirectories(released.content().resolve("pages/leaving.html"));
        released.write("pages/leaving.html/inside.md", "# Inside\n");
        released.build(Released.NOW);
        assertTrue(Files.exists(released.site().resolve("pages/leaving.html/inside.html")));
    }

    @Test
    void allVersionsAreListedAndAreAScript() throws IOException {
        released.build(InProcess.SMALL_NOW);
        Document none = page("v/index.html");
        assertTrue(text(none, "main").contains("No version has been published yet."), none.text());
        assertTrue(text(none, "main").contains("allclear release"));
        assertTrue(released.read("v/versions.js").endsWith("\"versions\": [\n]};\n"), released.read("v/versions.js"));
        assertEquals("v/index.html", page("index.html").select(".picker a").attr("href"));

        released.three();
        List<String> rows = rows(page("v/index.html"), "tbody tr");
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).startsWith("2026-07 newest 3 2026-07-01"), rows.get(0));
        assertTrue(rows.get(2).startsWith("2026-05 1 2026-05-18"), rows.get(2));
        assertEquals("2026-07/changes.html", href(page("v/index.html"), "tbody a", "What changed"));
        assertEquals("""
                /* The versions of this site, oldest first. Format 1: fields are only ever added. */
                window.allclearVersions = {"format": 1, "versions": [
                {"label": "2026-05", "number": 1, "date": "2026-05-18", "withdrawn": false},
                {"label": "2026-06", "number": 2, "date": "2026-06-01", "withdrawn": false},
                {"label": "2026-07", "number": 3, "date": "2026-07-01", "withdrawn": false}
                ]};
                """, released.read("v/versions.js"));
        String pages = released.read("v/2026-05/pages.js");
        assertTrue(pages.contains("[\"2026-05\"] = ["), pages);
        assertTrue(pages.contains("\"pages/leaving.html\""), pages);
        assertTrue(released.read("v/2026-05/SHA256SUMS").contains("  pages.js\n"));
        assertFalse(Files.exists(released.site().resolve("pages.js")));
        assertEquals(2, released.run("release", "index.html").status());
        assertEquals(2, released.run("release", "versions.js").status());

        Tool.Answer withdrawn = released.run(
                "release",
                "--withdraw",
                "2026-07",
                "--by",
                "otto.grue",
                "--reason",
                "<script>alert(1)</script>",
                "--now",
                Released.NOW);
        assertEquals(0, withdrawn.status(), withdrawn.err());
        rows = rows(page("v/index.html"), "tbody tr");
        assertTrue(rows.get(0).contains("Withdrawn on 2026-07-01"), rows.get(0));
        assertTrue(rows.get(0).contains("by Otto <Gruë> & Sons: <script>alert(1)</script>"), rows.get(0));
        assertTrue(rows.get(1).startsWith("2026-06 newest"), rows.get(1));
        assertTrue(released.read("v/versions.js")
                .contains("\"2026-07\", \"number\": 3, \"date\": \"2026-07-01\", \"withdrawn\": true}"));
        Map<String, String> before = Tool.digests(released.site().resolve("v"));
        released.build(Released.NOW);
        assertEquals(before, Tool.digests(released.site().resolve("v")), "a build says the same as a withdrawal");
        assertEquals(0, released.run("verify").status());
    }

    @Test
    void aPlaybookListsItsVersionsAndWhenEachWasInForce() throws IOException {
        released.three();
        assertEquals(
                List.of(
                        "3 on this page 2026-07-01 in force 2026-07",
                        "2 2026-06-01 2026-07-01 2026-06",
                        "1 2026-05-18 2026-06-01 2026-05"),
                rows(page(PLAYBOOK), "section[aria-labelledby=ac.reigns] tbody tr"));
        assertEquals(
                "../v/2026-05/" + PLAYBOOK, href(page(PLAYBOOK), "section[aria-labelledby=ac.reigns] a", "2026-05"));
        Document second = page("v/2026-06/" + PLAYBOOK);
        assertEquals(
                List.of(
                        "2 on this page 2026-06-01 in force when this version was published 2026-06",
                        "1 2026-05-18 2026-06-01 2026-05"),
                rows(second, "section[aria-labelledby=ac.reigns] tbody tr"));
        assertEquals("../../2026-05/" + PLAYBOOK, href(second, "section[aria-labelledby=ac.reigns] a", "2026-05"));
        assertTrue(text(second, ".stamp").endsWith("Version 2 (2026-06)"), text(second, ".stamp"));

        Tool.replace(released.content().resolve(Released.PLAYBOOK + ".md"), "version: 3", "version: 4");
        released.build(Released.NOW);
        List<String> rows = rows(page(PLAYBOOK), "section[aria-labelledby=ac.reigns] tbody tr");
        assertEquals("4 on this page not published yet", rows.get(0));
        assertEquals("3 2026-07-01 until the next is published 2026-07", rows.get(1));
    }

    @Test
    void anIncidentLeadsToTheVersionOfThePlaybookThatWasFollowed() throws IOException {
        released.first();
        assertEquals("../../" + PLAYBOOK, href(page(LOG), ".decision .facts a", "version 1"));
        assertEquals("../../" + PLAYBOOK, href(page("v/2026-05/" + LOG), ".decision .facts a", "version 1"));
        released.second().third();
        assertEquals("../../v/2026-05/" + PLAYBOOK, href(page(LOG), ".decision .facts a", "version 1"));
        assertEquals("../../../2026-05/" + PLAYBOOK, href(page("v/2026-07/" + LOG), ".decision .facts a", "version 1"));
        assertEquals(
                "../../v/2026-05/" + PLAYBOOK,
                href(page("incidents/2026-04-22-exercise-branch-dark/incident.html"), ".facts a", "version 1"));
        assertEquals(
                0,
                released.run(
                                "release",
                                "--withdraw",
                                "2026-05",
                                "--by",
                                "ipek.isik",
                                "--reason",
                                "x",
                                "--now",
                                Released.NOW)
                        .status());
        Tool.Answer unknown = released.run("build", "--urgent", "--now", Released.NOW);
        assertEquals(0, unknown.status(), unknown.err());
        assertEquals(
                "../../" + PLAYBOOK,
                href(page(LOG), ".decision .facts a", "version 1, of which no copy was published; this is version 3"));
    }

    @Test
    void whatChangedIsToldInEachEdition() throws IOException {
        released.build(InProcess.SMALL_NOW);
        assertTrue(text(page("changes.html"), "main").contains("No version has been published yet"));
        released.first();
        assertTrue(text(page("v/2026-05/changes.html"), "main").contains("Version 2026-05 is the first"));
        assertTrue(text(page("changes.html"), "main").contains(NOTHING));
        released.second();
        Document second = page("v/2026-06/changes.html");
        assertEquals("../2026-05/index.html", href(second, "main > p a", "2026-05"));
        assertEquals(List.of("Playbooks"), rows(second, "main h2"));
        assertTrue(text(second, ".change-list").contains("version 1 → 2 · lines: 0 added, 0 removed, 1 changed"));
        assertEquals(1, second.select(".line.changed").size());
        assertEquals(
                "From the cellar vault.",
                second.select(".line.changed span").get(1).text());
        assertEquals("cellar", text(second, ".line.changed ins").strip());
        assertEquals("../2026-05/" + PLAYBOOK, href(second, ".change-list a", "as it was in 2026-05"));
        released.third();
        Document third = page("v/2026-07/changes.html");
        assertEquals(List.of("Playbooks", "Decisions", "People", "Systems"), rows(third, "main h2"));
        assertEquals("vault", text(third, ".line.changed del").strip());
        assertEquals(
                "incidents/2026-05-18-catalogue-wiped/decisions.html#tell-the-readers",
                href(third, ".change-list a", "Tell the readers"));
        String said = text(third, "main");
        assertTrue(said.contains("Tell the readers By İpek Işık"), said);
        assertTrue(said.contains("changed Bram Ode Role: Operations → Head of Operations"), said);
        assertTrue(said.contains("added New One Apprentice"), said);
        assertTrue(said.contains("changed Lending desk Recovery time objective: 2 h → 3 h"), said);
        assertTrue(text(page("changes.html"), "main").contains(NOTHING));
    }

    /** An incident that is declared, and one that is brought to its end. */
    @Test
    void whatHappenedToIncidentsIsTold() throws IOException {
        Path incident = released.content().resolve("incidents/2026-03-07-lending-offline");
        Path aside = folder.resolve("aside");
        Files.move(incident, aside);
        Tool.replace(
                released.content().resolve("incidents/2026-05-18-catalogue-wiped/incident.md"),
                "recurrence-of: 2026-03-07-lending-offline\n",
                "");
        Tool.replace(
                released.content().resolve("pages/notices.md"),
                "[the last time](../incidents/2026-03-07-lending-offline/incident.md)",
                "the last time");
        released.release("1", InProcess.SMALL_NOW);
        Files.move(aside, incident);
        Files.delete(Files.move(released.content().resolve(Released.PLAYBOOK + ".md"), folder.resolve("away.md")));
        Tool.Answer answer = released.run("build", "--urgent", "--now", Released.NOW);
        assertEquals(0, answer.status(), answer.err());
        Document now = page("changes.html");
        assertEquals(List.of("Playbooks", "Incidents", "Decisions"), rows(now, "main h2"));
        String said = text(now, "main");
        assertTrue(
                said.contains(
                        "declared restored investigation closed BAU resumed Lending desk offline after a stolen key"),
                said);
        assertTrue(said.contains("removed Restore the catalogue"), said);
        assertEquals("v/1/" + PLAYBOOK, href(now, ".change-list a", "Restore the catalogue"));
    }

    /** What a version was made of is read back from its record as it was: a build after a release has nothing to write. */
    @Test
    void aBuildAfterAReleaseChangesNothing() throws IOException {
        released.three();
        Map<String, String> before = Tool.digests(released.site());
        Tool.Answer answer = released.run("build", "--now", Released.NOW, "--jobs", "1");
        assertEquals(before, Tool.digests(released.site()));
        assertTrue(answer.out().contains(" 0 "), answer.out());
    }

    /** Versions of an older tool have no list of pages, no texts and no people in their record. */
    @Test
    void aVersionOfAnOlderToolIsReadAsFarAsItGoes() throws IOException {
        released.first();
        makeOld(released.site().resolve("v/2026-05"));
        assertEquals(0, released.run("verify").status(), released.run("verify").out());
        released.second();
        Document second = page("v/2026-06/changes.html");
        String said = text(second, "main");
        assertTrue(said.contains("Version 2026-05 was published by an older tool and says nothing of people."), said);
        assertTrue(said.contains("Version 2026-05 holds no text of it, so the difference can’t be shown."), said);
        assertEquals(0, second.select(".diff").size());
        assertEquals(
                List.of("2026-06/changes.html"),
                page("v/index.html").select("tbody a[href$=changes.html]").eachAttr("href"));
        assertEquals(
                2,
                rows(page(PLAYBOOK), "section[aria-labelledby=ac.reigns] tbody tr")
                        .size());
    }

    private static void makeOld(Path version) throws IOException {
        Files.delete(version.resolve("pages.js"));
        Files.delete(version.resolve("changes.html"));
        JsonObject record = JsonParser.parseString(Files.readString(version.resolve("record.json")))
                .getAsJsonObject();
        record.remove("people");
        record.getAsJsonArray("playbooks").forEach(p -> p.getAsJsonObject().remove("text"));
        Files.delete(version.resolve("record.json"));
        Files.writeString(version.resolve("record.json"), record.toString());
        JsonObject manifest = JsonParser.parseString(Files.readString(version.resolve("manifest.json")))
                .getAsJsonObject();
        StringBuilder sums = new StringBuilder();
        Map<String, String> files = Tool.digests(version);
        files.remove("SHA256SUMS");
        files.remove("manifest.json");
        var list = manifest.getAsJsonArray("files");
        while (!list.isEmpty()) {
            list.remove(0);
        }
        new TreeMap<>(files).forEach((path, digest) -> {
            JsonObject file = new JsonObject();
            file.addProperty("path", path);
            file.addProperty("sha256", digest);
            list.add(file);
        });
        Files.writeString(version.resolve("manifest.json"), manifest.toString());
        files.put("manifest.json", Sha256.of(version.resolve("manifest.json")));
        new TreeMap<>(files).forEach((path, digest) -> sums.append(digest + "  " + path + "\n"));
        Files.writeString(version.resolve("SHA256SUMS"), sums.toString());
    }

    /** A list of changes that is too long for a page goes on on the next. */
    @Test
    void aLongListGoesOnOnFurtherPages() throws IOException {
        for (int i = 0; i < 30; i++) {
            released.write(
                    "playbooks/long-%02d.md".formatted(i),
                    "# Long %d\n\n".formatted(i) + "One line of words.\n\n".repeat(60));
        }
        released.release("1", InProcess.SMALL_NOW);
        for (int i = 0; i < 30; i++) {
            released.write(
                    "playbooks/long-%02d.md".formatted(i),
                    "# Long %d\n\n".formatted(i) + "Another line, of quite different letters.\n\n".repeat(60));
        }
        released.release("2", "2026-06-01T08:00:00Z");
        Document first = page("v/2/changes.html");
        int pages = first.select(".page-numbers li").size();
        assertTrue(pages > 5, "pages: " + pages);
        int lines = 0;
        for (int i = 1; i <= pages; i++) {
            Document page = page(i == 1 ? "v/2/changes.html" : "v/2/changes-" + i + ".html");
            lines += page.select(".line.added, .line.removed").size();
            assertEquals(String.valueOf(i), text(page, ".page-numbers [aria-current]"));
        }
        assertEquals(30 * 120, lines);
        // In the site nothing has changed since, so the further pages are gone, and lead back.
        assertNull(page("changes.html").selectFirst(".page-numbers"));
        assertEquals(
                "v/2/changes-2.html", page("changes-2.html").select(".gone a").attr("href"));
    }

    @Test
    void versionsOfTagsSayTheSame() throws Exception {
        try (Tagged repository = new Tagged(folder.resolve("repository"))) {
            repository.commit("one");
            repository.tag("v1", false);
            Path playbook = repository.content.resolve(Released.PLAYBOOK + ".md");
            Tool.replace(playbook, "version: 1", "version: 2");
            Tool.replace(playbook, "From the vault.", "From the cellar.");
            repository.commit("two");
            repository.tag("v2", false);
            repository.commit("three");
            repository.tag("v3", false);
            Path site = folder.resolve("tags");
            Path cache = folder.resolve("cache");
            for (int jobs : new int[] {1, 3}) {
                Path into = jobs == 1 ? site : folder.resolve("again");
                Tool.Answer answer = InProcess.run(
                        "build",
                        "--content",
                        repository.content.toString(),
                        "--site",
                        into.toString(),
                        "--tags",
                        "v*",
                        "--tags-cache",
                        cache.resolve("" + jobs).toString(),
                        "--now",
                        "2026-05-20T12:00:00Z",
                        "--jobs",
                        "" + jobs);
                assertEquals(0, answer.status(), answer.err());
            }
            assertEquals(Tool.digests(site), Tool.digests(folder.resolve("again")));
            Document changes = Jsoup.parse(Files.readString(site.resolve("v/v2/changes.html")));
            assertEquals("vault", text(changes, ".line.changed del").strip());
            assertEquals("cellar", text(changes, ".line.changed ins").strip());
            Document log = Jsoup.parse(Files.readString(site.resolve("v/v3/" + LOG)));
            assertEquals("../../../v1/" + PLAYBOOK, href(log, ".decision .facts a", "version 1"));
            assertTrue(Files.readString(site.resolve("v/v3/index.html")).contains("Version 3 (v3)"));
            assertTrue(Files.readString(site.resolve("changes.html")).contains(NOTHING));
            // A release of the same commits at the same times is the same history.
            Path copy = folder.resolve("released");
            for (int i = 1; i <= 3; i++) {
                repository.git.checkout().setName("v" + i).call();
                Tool.Answer answer = InProcess.run(
                        "release",
                        "v" + i,
                        "--content",
                        repository.content.toString(),
                        "--site",
                        copy.toString(),
                        "--now",
                        "2026-05-19T0" + (i - 1) + ":00:00Z");
                assertEquals(0, answer.status(), answer.err());
                assertEquals(Tool.digests(copy.resolve("v/v" + i)), Tool.digests(site.resolve("v/v" + i)), "v" + i);
            }
        }
    }
}
