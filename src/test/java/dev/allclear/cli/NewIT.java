package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first steps, in a process of their own, whose standard input is a pipe that stays open and says nothing. */
class NewIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void inAnEmptyFolderItIsSaidHowToBeginAndThatWorks() throws IOException, InterruptedException {
        Tool.Answer alone = Tool.run(folder);
        assertEquals(2, alone.status());
        assertTrue(alone.err().contains("allclear new site content"), alone.err());
        assertFalse(alone.err().contains("\tat "), alone.err());

        Tool.Answer site = Tool.run(folder, "new", "site", "content", "--time-zone", "Europe/Lisbon");
        assertEquals(0, site.status(), site.err());
        assertTrue(Tool.run(folder).err().contains("Name a command."));
        assertEquals(0, Tool.run(folder, "build").status());
        assertTrue(Files.exists(folder.resolve("site/index.html")));
    }

    @Test
    void nobodyIsAskedWhereInputIsNoTerminal() throws IOException, InterruptedException {
        assertEquals(0, Tool.run(folder, "new", "site").status());
        Tool.Answer answer = Tool.run(folder, "new", "incident");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("--system is missing: checkout."), answer.err());
    }

    @Test
    void lettersThatTheLocaleLosesAreMissed() throws IOException, InterruptedException {
        assertEquals(0, Tool.run(folder, "new", "site").status());
        Tool.Answer lost = Tool.run(folder, List.of(), Map.of("LC_ALL", "C"), "new", "page", "Käse");
        assertEquals(2, lost.status(), lost.out());
        assertTrue(lost.err().contains("LC_ALL=C.UTF-8"), lost.err());
        Tool.Answer kept = Tool.run(folder, List.of(), Map.of("LC_ALL", "C.UTF-8"), "new", "page", "Käse");
        assertEquals(0, kept.status(), kept.err());
        assertTrue(Files.readString(folder.resolve("content/pages/kase.md")).contains("title: Käse\n"));
    }
}
