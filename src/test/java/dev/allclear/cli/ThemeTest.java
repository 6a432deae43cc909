package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Themes that are laid over the built-in one. */
class ThemeTest {

    private static final Path LAYOUT = Path.of("templates/layout.ftlh");

    @TempDir
    private Path folder = Path.of("");

    private Tool.Answer run(String... command) {
        return run(InProcess.SMALL, command);
    }

    private Tool.Answer run(Path content, String... command) {
        return InProcess.run(Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--content",
                                content.toString(),
                                "--site",
                                folder.resolve("site").toString(),
                                "--templates",
                                folder.resolve("theme").toString(),
                                "--now",
                                InProcess.SMALL_NOW))
                .toArray(String[]::new));
    }

    private void layout(String found, String written) throws IOException {
        String text = Files.readString(LAYOUT);
        assertTrue(text.contains(found), found);
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(folder.resolve("theme/layout.ftlh"), text.replace(found, written));
    }

    @Test
    void aLinkOfATemplateThatLeadsNowhereIsAFindingAtItsPlace() throws IOException {
        layout("${frame.root()}waivers.html", "${frame.root()}waiver.html");
        for (String command : new String[] {"check", "build"}) {
            Tool.Answer answer = run(command);
            assertEquals(1, answer.status(), answer.err());
            assertTrue(
                    (answer.out() + answer.err()).contains("error[link/broken]: The template links to `waiver.html`"),
                    answer.out() + answer.err());
            assertTrue(
                    (answer.out() + answer.err()).contains("Did you mean `${frame.root()}waivers.html`?"),
                    answer.out() + answer.err());
            assertTrue((answer.out() + answer.err()).contains(" ^^^^^^^^^^^\n"), answer.out() + answer.err());
        }
        assertFalse(Files.exists(folder.resolve("site")));
    }

    @Test
    void aMisspeltVariableIsNamedAtItsPlaceWithTheOneThatIsNear() throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(
                folder.resolve("theme/page.ftlh"),
                Files.readString(Path.of("templates/page.ftlh")).replace("frame.title()", "frame.titel()"));
        Tool.Answer answer = run("build");
        assertEquals(1, answer.status());
        assertTrue(
                answer.err()
                        .contains("The template can't be filled: `frame.titel` is nothing that this template sees."),
                answer.err());
        assertTrue(answer.err().contains("Did you mean `frame.title`?"), answer.err());
        assertTrue(answer.err().contains("theme/page.ftlh:3:7\n"), answer.err());
        assertTrue(answer.err().contains("3 | <h1>${frame.titel()}</h1>\n  |       ^^^^^^^^^^^\n"), answer.err());
        assertFalse(answer.err().contains("at dev.allclear"), answer.err());
        assertFalse(Files.exists(folder.resolve("site")));
        assertEquals(
                answer.err().lines().toList().subList(0, 5),
                run("check").out().lines().toList().subList(0, 5));
        assertEquals(1, run("build", "--urgent").status());
        assertEquals(1, run("release", "one").status());
        assertFalse(Files.exists(folder.resolve("site")));
    }

    @Test
    void aBrokenTemplateIsNamedAtItsPlace() throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(
                folder.resolve("theme/page.ftlh"),
                Files.readString(Path.of("templates/page.ftlh")).replace("</@l.page>", ""));
        Tool.Answer answer = run("build");
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("theme/page.ftlh:"), answer.err());
    }

    /** A rule may be switched off; a page that can't be made is not there even so. */
    @Test
    void aSiteThatWantsNoSuchFindingHasNoSuchPageEither() throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(folder.resolve("theme/page.ftlh"), "${frame.titel()}");
        Path content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        Path settings = content.resolve("site.yaml");
        Files.writeString(settings, Files.readString(settings) + "\nrules:\n  theme/template: off\n");
        Tool.Answer answer = run(content, "build");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("theme/page.ftlh:1:3: The template can't be filled"), answer.err());
        assertFalse(Files.exists(folder.resolve("site")));
    }

    /** FreeMarker's ways to other classes are shut. */
    @Test
    void aTemplateReachesNothingOfTheJvm() throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        for (String way : new String[] {
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "${it?api.class}",
            "${frame.class.protectionDomain}",
            "${frame.getClass().forName(\"java.lang.Runtime\")}",
            "<#include \"/etc/passwd\">",
            "<#include \"../../site.yaml\">"
        }) {
            Files.writeString(
                    folder.resolve("theme/page.ftlh"),
                    Files.readString(Path.of("templates/page.ftlh")).replace("<h1>", way + "<h1>"));
            Tool.Answer answer = run("build");
            assertEquals(1, answer.status(), way + answer.out());
            assertTrue(answer.err().contains("theme/page.ftlh:"), answer.err());
        }
    }

    @Test
    void aLinkFromThePageIsOnlyRightOnAPageOfItsOwn() throws IOException {
        layout("${frame.root()}waivers.html", "waivers.html");
        assertEquals(1, run("check").status());
    }

    /** The first is the footer of docs/themes.md. */
    @Test
    void aLinkOutOfTheSiteIsRight() throws IOException {
        StringBuilder footer = new StringBuilder("<footer class=\"site-footer\">");
        for (String target : List.of(
                "tel:+351000000000",
                "mailto:bridge@example.org",
                "https://example.org/status",
                "http://example.org",
                "//example.org/status")) {
            footer.append("<p><a href=\"").append(target).append("\">us</a></p>");
        }
        layout("<footer class=\"site-footer\">", footer.toString());
        Tool.Answer answer = run("check");
        assertEquals(0, answer.status(), answer.out());
    }

    private void page(String found, String written) throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(
                folder.resolve("theme/page.ftlh"),
                Files.readString(Path.of("templates/page.ftlh")).replace(found, written));
    }

    /** FreeMarker tells only the first page that fills a template what is wrong with it. */
    @Test
    void aFaultOfSyntaxIsToldByEveryPageInTheSameWords() throws IOException {
        layout("<footer", "<#if frame<footer");
        Tool.Answer answer = run("build");
        assertEquals(1, answer.status());
        assertFalse(answer.err().contains("earlier attempt"), answer.err());
        assertFalse(answer.err().contains("importing failed"), answer.err());
        assertTrue(answer.err().contains("theme/layout.ftlh:"), answer.err());
        assertEquals(
                1,
                answer.err()
                        .lines()
                        .filter(l -> l.startsWith("error[theme/template]"))
                        .count(),
                answer.err());
    }

    @Test
    void aMacroThatCallsItselfIsAFault() throws IOException {
        page("<h1>", "<#macro again><@again/></#macro><@again/><h1>");
        Tool.Answer answer = run("build");
        assertEquals(1, answer.status(), answer.err());
        assertTrue(answer.err().contains("calls itself without end"), answer.err());
        assertTrue(answer.err().contains("theme/page.ftlh:1:1\n"), answer.err());
    }

    /** Otherwise any file of the machine could get into the site. */
    @Test
    void aLinkInAThemeIsRefusedAndAThemeThatIsALinkIsNot() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/theme"));
        Files.copy(Path.of("templates/theme/icon.svg"), real.resolve("logo.svg"));
        Files.createSymbolicLink(folder.resolve("theme"), folder.resolve("real"));
        assertEquals(0, run("build").status());
        assertTrue(Files.exists(folder.resolve("site/theme/logo.svg")));
        Path outside = Files.writeString(folder.resolve("outside.txt"), "outside");
        for (Path to : List.of(outside, folder.resolve("content"), folder.resolve("nothing"))) {
            Path link = Files.createSymbolicLink(real.resolve("outside.txt"), to);
            for (String command : List.of("build", "check")) {
                Tool.Answer answer = run(command);
                assertEquals(2, answer.status(), answer.out());
                assertTrue(
                        answer.err().contains("theme/theme/outside.txt: Symbolic links are not followed"),
                        answer.err());
                assertEquals(1, answer.err().lines().count(), answer.err());
            }
            Files.delete(link);
        }
        assertFalse(Files.exists(folder.resolve("site/theme/outside.txt")));
    }

    private void refused(String file, byte[] bytes, String sentence) throws IOException {
        Path written = folder.resolve("theme").resolve(file);
        Files.createDirectories(written.resolveSibling(""));
        Files.write(written, bytes);
        Tool.Answer answer = run("build");
        assertEquals(2, answer.status(), answer.err());
        assertTrue(answer.err().contains("theme/" + file + sentence), answer.err());
        assertEquals(1, answer.err().lines().count(), answer.err());
        Files.delete(written);
    }

    @Test
    void wordsThatCannotBeReadAreNamedAtTheirLine() throws IOException {
        String english = Files.readString(Path.of("templates/messages/en.properties"));
        byte[] latin = "a=b\nnone=\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        String en = "messages/en.properties";
        refused(
                en,
                english.replaceAll("(?m)^format\\.time=.*\\R", "").getBytes(StandardCharsets.UTF_8),
                ":1: The file takes the" + " place of all English words and lacks `format.time`.");
        refused("messages/pt.properties", latin, ":2: The file isn't UTF-8.");
        refused("page.ftlh", latin, ":2: The file isn't UTF-8.");
        refused(
                "messages/pt.properties",
                "a=b\n\nnone=\\uzz\nc=d\n".getBytes(StandardCharsets.UTF_8),
                ":3: After `\\u` four hexadecimal digits must follow.");
        refused(
                en,
                english.replaceAll("(?m)^format\\.time=.*", "format.time=bogus pattern")
                        .getBytes(StandardCharsets.UTF_8),
                ":2: `format.time` is `bogus pattern`, which is no pattern");
        refused(
                "messages/pt.properties",
                "format.date=d MMM HH:mm\n".getBytes(StandardCharsets.UTF_8),
                ":1: `format.date` is `d MMM HH:mm`, which is no pattern");
    }

    @Test
    void aLinkToAFileOfTheThemeIsRight() throws IOException {
        layout("${frame.root()}theme/icon.svg", "${frame.root()}theme/logo.svg");
        assertEquals(1, run("check").status());
        Files.createDirectories(folder.resolve("theme/theme"));
        Files.copy(Path.of("templates/theme/icon.svg"), folder.resolve("theme/theme/logo.svg"));
        assertEquals(0, run("check").status());
        assertEquals(0, run("build").status());
        assertTrue(Files.exists(folder.resolve("site/theme/logo.svg")));
    }
}
