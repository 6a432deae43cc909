package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at one site: the second one waits, says for whom, and is not kept by one that was killed. */
class WaitingIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSecondSaysForWhomItWaitsAndAKilledOneHoldsNothing() throws IOException, InterruptedException {
        Stage stage = new Stage(folder, folder);
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        Process first = Tool.start(one, List.of(), stage.change("release", stage.site));
        while (first.isAlive() && Stage.beside(stage.site).isEmpty()) {
            Thread.sleep(1);
        }
        Stage.require(
                Stage.status("kill", "-STOP", String.valueOf(first.pid())) == 0 && first.isAlive(),
                "stop a process half-way");
        try {
            Process second = Tool.start(two, List.of(), stage.change("build", stage.site));
            String said = "";
            for (int i = 0; i < 1200 && said.isEmpty(); i++) {
                Thread.sleep(50);
                said = Files.readString(two.resolve("err.txt"));
            }
            assertTrue(
                    said.matches("allclear: `.*/site` is being written by the release of version `2` \\(process "
                            + first.pid() + ", since 20\\S+Z\\)\\. Waiting until that is done\\.\\R"),
                    said);
            assertTrue(second.isAlive());
            first.destroyForcibly().waitFor();
            assertTrue(second.waitFor(2, TimeUnit.MINUTES));
            assertEquals(0, second.exitValue(), Files.readString(two.resolve("err.txt")));
            assertEquals(said, Files.readString(two.resolve("err.txt")));
        } finally {
            first.destroyForcibly();
        }
        assertEquals(List.of(), Stage.beside(stage.site));
        assertEquals(0, Tool.run(folder, "verify", stage.site.toString()).status());
        Tool.Answer third = Tool.run(folder, stage.change("release", stage.site));
        assertEquals("", third.err());
        assertEquals(0, third.status());
    }
}
