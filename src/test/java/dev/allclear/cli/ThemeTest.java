package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Themes that are laid over the built-in one. */
class ThemeTest {

    private static final Path LAYOUT = Path.of("templates/layout.ftlh");

    @TempDir
    private Path folder = Path.of("");

    private Tool.Answer run(String command) {
        return InProcess.run(
                command,
                "--content",
                InProcess.SMALL.toString(),
                "--site",
                folder.resolve("site").toString(),
                "--templates",
                folder.resolve("theme").toString(),
                "--now",
                InProcess.SMALL_NOW);
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
        assertEquals(2, answer.status());
        assertTrue(
                answer.err()
                        .contains(
                                "theme/page.ftlh:3:7: the template can't be filled: `frame.titel` is nothing that this"
                                        + " template sees. Did you mean `frame.title`?"),
                answer.err());
        assertTrue(answer.err().contains("3 | <h1>${frame.titel()}</h1>\n  |       ^\n"), answer.err());
        assertFalse(answer.err().contains("at dev.allclear"), answer.err());
        assertFalse(Files.exists(folder.resolve("site")));
    }

    @Test
    void aBrokenTemplateIsNamedAtItsPlace() throws IOException {
        Files.createDirectories(folder.resolve("theme"));
        Files.writeString(
                folder.resolve("theme/page.ftlh"),
                Files.readString(Path.of("templates/page.ftlh")).replace("</@l.page>", ""));
        Tool.Answer answer = run("build");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("theme/page.ftlh:"), answer.err());
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
            assertEquals(2, answer.status(), way + answer.out());
            assertTrue(answer.err().contains("theme/page.ftlh:"), answer.err());
        }
    }

    @Test
    void aLinkFromThePageIsOnlyRightOnAPageOfItsOwn() throws IOException {
        layout("${frame.root()}waivers.html", "waivers.html");
        assertEquals(1, run("check").status());
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
