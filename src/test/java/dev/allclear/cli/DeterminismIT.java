package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build leaves on the disk: the same bytes everywhere, whole at every moment, and links that lead somewhere. */
class SiteIT {

    @TempDir
    private Path folder = Path.of("");

    private void build(String site, String now, List<String> jvm, String... more)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("build", "--content", content().toString(), "--site", site, "--now", now));
        arguments.addAll(List.of(more));
        Tool.Answer answer = Tool.run(folder, jvm, arguments.toArray(String[]::new));
        assertEquals(0, answer.status(), answer.err());
    }

    private static Path content() {
        return Tool.DEMO;
    }

    @Test
    void theSameBytesAtAnyNumberOfJobsInAnyLocaleAndZone() throws IOException, InterruptedException {
        build("one", Tool.NOW, List.of(), "--jobs", "1");
        build(
                "many",
                Tool.NOW,
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1"),
                "--jobs",
                "8");
        Map<String, String> one = Tool.digests(folder.resolve("one"));
        assertTrue(one.size() > 50);
        assertEquals(one, Tool.digests(folder.resolve("many")));
    }

    @Test
    void whatDidNotChangeKeepsItsInodeAndWhatIsNotOursStays() throws IOException, InterruptedException {
        build("site", Tool.NOW, List.of());
        Path site = folder.resolve("site");
        Files.writeString(site.resolve("README.md"), "mine");
        Files.createDirectories(site.resolve("v/1"));
        Files.writeString(site.resolve("v/1/index.html"), "old");
        Files.writeString(site.resolve("pages/index.html"), "spoilt");
        Object key = Files.readAttributes(site.resolve("index.html"), java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        build("site", Tool.NOW, List.of());
        assertEquals(
                key,
                Files.readAttributes(site.resolve("index.html"), java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey());
        assertEquals("mine", Files.readString(site.resolve("README.md")));
        assertEquals("old", Files.readString(site.resolve("v/1/index.html")));
        assertTrue(Files.readString(site.resolve("pages/index.html")).contains("<h1>Pages</h1>"));
    }

    @Test
    void aBuildThatIsKilledLeavesTheOldSiteOrTheNewOne() throws IOException, InterruptedException {
        build("old", "2026-11-22T12:00:00Z", List.of());
        long began = System.nanoTime();
        build("new", Tool.NOW, List.of());
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Map<String, String> before = Tool.digests(folder.resolve("old"));
        Map<String, String> after = Tool.digests(folder.resolve("new"));
        assertFalse(before.equals(after));
        build("site", "2026-11-22T12:00:00Z", List.of());
        Random random = new Random(7);
        for (int i = 0; i < 25; i++) {
            // Most of the moments are near the end, where the folders change places.
            long moment = took * (i < 8 ? random.nextInt(100) : 70 + random.nextInt(40)) / 100;
            Process process = Tool.start(
                    folder, List.of(), "build", "--content", content().toString(), "--site", "site", "--now", Tool.NOW);
            process.waitFor(moment, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            Map<String, String> found = Tool.digests(folder.resolve("site"));
            assertTrue(found.equals(before) || found.equals(after), "killed after " + moment + " ms: a mixture");
        }
        build("site", Tool.NOW, List.of());
        assertEquals(after, Tool.digests(folder.resolve("site")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(f -> f.getFileName().toString().startsWith(".site"))
                            .toList());
        }
    }

    @Test
    void twoBuildsAtOnceBothEndWell() throws IOException, InterruptedException {
        Path other = Files.createDirectories(folder.resolve("other"));
        String site = folder.resolve("site").toString();
        Process one = Tool.start(
                folder, List.of(), "build", "--content", content().toString(), "--site", site, "--now", Tool.NOW);
        Process two = Tool.start(
                other, List.of(), "build", "--content", content().toString(), "--site", site, "--now", Tool.NOW);
        assertEquals(0, one.waitFor());
        assertEquals(0, two.waitFor());
        build("alone", Tool.NOW, List.of());
        assertEquals(Tool.digests(folder.resolve("alone")), Tool.digests(folder.resolve("site")));
    }

    @Test
    void aTemplateThatFailsLeavesTheOldSite() throws IOException, InterruptedException {
        build("site", Tool.NOW, List.of());
        Map<String, String> before = Tool.digests(folder.resolve("site"));
        Path theme = Files.createDirectories(folder.resolve("theme"));
        Files.writeString(theme.resolve("pages.ftlh"), "<p>\n${it.nosuchthing}\n");
        Tool.Answer answer = Tool.run(
                folder, "build", "--content", content().toString(), "--now", Tool.NOW, "--templates", theme.toString());
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("pages.ftlh") && answer.err().contains("line 2"), answer.err());
        Files.writeString(theme.resolve("pages.ftlh"), "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");
        assertEquals(
                2,
                Tool.run(
                                folder,
                                "build",
                                "--content",
                                content().toString(),
                                "--now",
                                Tool.NOW,
                                "--templates",
                                theme.toString())
                        .status());
        assertEquals(before, Tool.digests(folder.resolve("site")));
    }

    @Test
    void everyLinkLeadsToAFileAndAnAnchorOfTheSite() throws IOException, InterruptedException {
        build("site", Tool.NOW, List.of());
        Path site = folder.resolve("site");
        Map<Path, Document> pages = new HashMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                pages.put(file, Jsoup.parse(Files.readString(file)));
            }
        }
        assertTrue(pages.size() > 40);
        int followed = 0;
        for (Map.Entry<Path, Document> page : pages.entrySet()) {
            Document document = page.getValue();
            assertEquals(List.of(), document.select("script, [style], [onclick]"), page.getKey() + " runs something");
            Set<String> ids = new HashSet<>();
            for (Element element : document.select("[id]")) {
                assertTrue(ids.add(element.id()), page.getKey() + " has the id " + element.id() + " twice");
            }
            assertEquals(1, document.select("h1").size(), page.getKey() + " has one first heading");
            for (Element element : document.select("[href], [src]")) {
                String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (element.normalName().equals("a") && link.matches("(https?|mailto|tel):.*")) {
                    continue;
                }
                follow(page.getKey(), link, pages);
                followed++;
            }
        }
        assertTrue(followed > 500);
    }

    private static void follow(Path from, String link, Map<Path, Document> pages) {
        int hash = link.indexOf('#');
        String path = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
        Path target = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        assertTrue(Files.isRegularFile(target), from + " links to " + link);
        Document page = pages.get(target);
        if (hash >= 0 && page != null) {
            String id = URLDecoder.decode(link.substring(hash + 1), StandardCharsets.UTF_8);
            assertTrue(page.getElementById(id) != null, from + " links to " + link);
        }
    }
}
