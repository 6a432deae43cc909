package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site in another language than English. */
class LanguageTest {

    @TempDir
    private Path folder = Path.of("");

    private Path site(String language) throws IOException {
        Path content = folder.resolve("content");
        try (Stream<Path> files = Files.walk(InProcess.SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = content.resolve(InProcess.SMALL.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        Path yaml = content.resolve("site.yaml");
        Files.writeString(
                yaml, Files.readString(yaml).replaceAll("(?m)^language:.*\\R", "") + "\nlanguage: " + language + "\n");
        Path site = folder.resolve("site");
        Tool.Answer answer = InProcess.run(
                "build", "--content", content.toString(), "--site", site.toString(), "--now", InProcess.SMALL_NOW);
        assertEquals(0, answer.status(), answer.err());
        return site;
    }

    private static Document page(Path site, String path) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(path)));
    }

    @Test
    void everyWordOfTheThemeIsInTheLanguageOfTheSite() throws IOException {
        Path site = site("de");
        Document home = page(site, "index.html");
        assertEquals("de", home.select("html").attr("lang"));
        assertEquals("ltr", home.select("html").attr("dir"));
        assertEquals(
                List.of("Lage", "Vorfälle", "Playbooks", "Systeme", "Zahlen", "Seiten", "Personen"),
                home.select(".site-header nav a").eachText());
        assertTrue(home.select("time").eachText().stream().allMatch(t -> t.matches("\\d\\d\\.\\d\\d\\.\\d{4} .*")));
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                Document page = page(site, site.relativize(file).toString());
                String said = page.text();
                for (String english : List.of("Skip to", "Keyboard shortcuts", "As of", "Decided by", "Time to ")) {
                    assertFalse(said.contains(english), file + ": " + english);
                }
                assertTrue(
                        page.select("[aria-label=Table], [aria-label=done], [aria-label=to do]")
                                .isEmpty(),
                        file.toString());
            }
        }
    }

    @Test
    void frenchIsThereToo() throws IOException {
        Document home = page(site("fr-CA"), "index.html");
        assertEquals("fr-CA", home.select("html").attr("lang"));
        assertEquals("Incidents", home.select(".site-header nav a").get(1).text());
        assertEquals("Procédures", home.select(".site-header nav a").get(2).text());
    }

    /** There are no words of this language yet; the page runs the right way all the same. */
    @Test
    void aLanguageFromRightToLeftTurnsThePageRound() throws IOException {
        Document home = page(site("ar"), "index.html");
        assertEquals("rtl", home.select("html").attr("dir"));
        assertEquals("Status", home.select(".site-header nav a").eachText().get(0));
    }
}
