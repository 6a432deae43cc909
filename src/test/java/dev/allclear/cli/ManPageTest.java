package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page: complete, and such that {@code man} has nothing to say about it. */
class ManPageTest {

    private static final Pattern BACKSPACES = Pattern.compile(".\b");

    @TempDir
    private Path folder = Path.of("");

    private static String page() {
        Tool.Answer answer = InProcess.run("help", "--man");
        assertEquals(0, answer.status(), answer.err());
        return answer.out();
    }

    @Test
    void tellsOfEveryCommandAndOption() {
        String page = page().replace("\\-", "-");
        for (String section : List.of(
                "NAME",
                "SYNOPSIS",
                "DESCRIPTION",
                "COMMANDS",
                "OPTIONS",
                "EXIT STATUS",
                "ENVIRONMENT",
                "FILES",
                "EXAMPLES")) {
            assertTrue(page.contains("\n.SH " + section + "\n"), section);
        }
        HelpTest.commands().filter(c -> c.getParent() != null).forEach(command -> {
            String name = command.getCommandSpec().qualifiedName();
            assertTrue(page.contains(".SS \"" + name + " "), name);
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertTrue(page.contains("\\fB" + option.longestName() + "\\fR"), name + " " + option.longestName());
            }
        });
    }

    @Test
    void groffHasNothingToSayAboutIt() throws IOException, InterruptedException {
        Shell.need("groff");
        Path file = Files.writeString(folder.resolve("allclear.1"), page());
        assertEquals("", Shell.run(folder, "groff", "-ww", "-man", "-Tascii", "-z", file.toString()));
    }

    @Test
    void manShowsIt() throws IOException, InterruptedException {
        Shell.need("man");
        Path file = Files.writeString(folder.resolve("allclear.1"), page());
        String shown = BACKSPACES
                .matcher(Shell.run(folder, "man", "--warnings", "-P", "cat", "-l", file.toString()))
                .replaceAll("");
        assertTrue(shown.startsWith("ALLCLEAR(1)"), shown);
        for (CommandLine command : HelpTest.all().getSubcommands().values()) {
            assertTrue(shown.contains("allclear " + command.getCommandName()), shown);
        }
        assertTrue(
                shown.contains("allclear build --tags 'v*' --tags '!v0.*'"), "quotes stay what can be typed\n" + shown);
    }
}
