package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code allclear completion}, read by the shells that they are for. */
class CompletionTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aFolderToComplete() throws IOException {
        Files.createDirectory(folder.resolve("runbooks"));
    }

    private Path script(String shell) throws IOException {
        Tool.Answer answer = InProcess.run("completion", shell);
        assertEquals(0, answer.status(), answer.err());
        return Files.writeString(folder.resolve("allclear." + shell), answer.out());
    }

    private Set<String> commands() {
        return new TreeSet<>(HelpTest.all().getSubcommands().keySet());
    }

    private List<String> bash(String... words) throws IOException, InterruptedException {
        Path script = script("bash");
        String said = Shell.run(
                folder,
                "bash",
                "--norc",
                "-c",
                "compopt() { :; }; source %s; COMP_WORDS=(allclear %s); COMP_CWORD=%d; COMP_LINE='allclear'; _complete_allclear; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(script, String.join(" ", words), words.length));
        return said.lines().map(String::strip).toList();
    }

    @Test
    void bashCompletesCommandsOptionsAndWords() throws IOException, InterruptedException {
        Shell.need("bash");
        assertTrue(bash("\"\"").containsAll(commands()), bash("\"\"").toString());
        assertEquals(List.of("status"), bash("sta"));
        assertTrue(bash("check", "--f").containsAll(List.of("--format", "--fail-on")));
        assertEquals(new Words.Formats().all(), bash("check", "--format", "\"\""));
        assertEquals(List.of("never"), bash("build", "--color", "n"));
        assertEquals(List.of("gate/order"), bash("explain", "gate/or"));
        assertTrue(bash("build", "--content", "run").contains("runbooks"));
    }

    @Test
    void zshCompletesCommandsAndWords() throws IOException, InterruptedException {
        Shell.need("zsh");
        Path script = script("zsh");
        String said = Shell.run(
                folder,
                "zsh",
                "-f",
                "-c",
                "autoload -Uz compinit && compinit -u -D; source %s; print -- registered ${_comps[allclear]}; setopt ksharrays; COMP_WORDS=(allclear check --format ''); COMP_CWORD=3; _complete_allclear; print -l -- ${COMPREPLY[@]}"
                        .formatted(script));
        assertTrue(said.contains("registered _bash_complete"), said);
        assertTrue(said.contains("sarif"), said);
    }

    private List<String> fish(String line) throws IOException, InterruptedException {
        Path script = script("fish");
        String said = Shell.run(
                folder, "fish", "--no-config", "-c", "source %s; complete -C %s".formatted(script, "'" + line + "'"));
        return said.lines().map(l -> l.split("\t", 2)[0]).toList();
    }

    @Test
    void fishCompletesCommandsOptionsAndWords() throws IOException, InterruptedException {
        Shell.need("fish");
        assertTrue(
                new TreeSet<>(fish("allclear ")).containsAll(commands()),
                fish("allclear ").toString());
        assertEquals(List.of("status"), fish("allclear sta"));
        assertTrue(fish("allclear check --f").containsAll(List.of("--format", "--fail-on")));
        assertEquals(new TreeSet<>(new Words.Formats().all()), new TreeSet<>(fish("allclear check --format ")));
        assertEquals(List.of("gate/order"), fish("allclear explain gate/or"));
        assertTrue(fish("allclear build --content run").contains("runbooks/"));
        assertTrue(fish("allclear help rel").contains("release"));
        assertFalse(fish("allclear rules run").contains("runbooks/"), "no files where none are meant");
    }

    @Test
    void eachWordThatIsCompletedIsTaken() {
        for (String format : new Words.Formats().all()) {
            Tool.Answer answer = InProcess.run(
                    "check", "--content", InProcess.SMALL.toString(), "--now", InProcess.SMALL_NOW, "--format", format);
            assertEquals(0, answer.status(), format + answer.err());
        }
        for (String rule : new Words.Rules().all()) {
            assertEquals(0, InProcess.run("explain", rule).status(), rule);
        }
    }
}
