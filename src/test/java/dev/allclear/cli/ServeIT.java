package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code allclear serve} as a user starts and ends it. */
class ServeIT {

    @TempDir
    private Path folder;

    /** The lines that it has written once one of them has this in it. */
    private String waitFor(String what) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        for (int i = 0; i < 600; i++) {
            String said = Files.exists(out) ? Files.readString(out) : "";
            if (said.contains(what)) {
                return said;
            }
            Thread.sleep(100);
        }
        throw new IOException("nothing of `" + what + "` in:\n" + Files.readString(out)
                + Files.readString(folder.resolve("err.txt")));
    }

    @Test
    void itSaysWhereItIsAndEndsAtOnce() throws Exception {
        Path content = Tool.copyOfDemo(folder);
        Process process = Tool.start(folder, List.of(), "serve", "--port", "0", "--now", Tool.NOW);
        try {
            String said = waitFor("Built from");
            assertTrue(said.startsWith("http://127.0.0.1:"), said);
            URI address = URI.create(said.substring(0, said.indexOf(' ')));
            assertEquals(200, ((java.net.HttpURLConnection) address.toURL().openConnection()).getResponseCode());
            Path page = content.resolve("pages/severity.md");
            Files.writeString(page, Files.readString(page) + "\nOne more sentence.\n");
            waitFor("content/pages/severity.md: 1 read anew");
            assertTrue(Files.notExists(folder.resolve("site")), "nothing is written");
            long begun = System.nanoTime();
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it did not end");
            assertTrue(
                    System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(5),
                    "it took its time: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            assertEquals(130, process.exitValue());
            assertEquals("", Files.readString(folder.resolve("err.txt")));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        Tool.copyOfDemo(folder);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            Process process = Tool.start(
                    folder,
                    List.of(),
                    Map.of("PATH", "/nowhere"),
                    "serve",
                    "--open",
                    "--port",
                    String.valueOf(port),
                    "--now",
                    Tool.NOW);
            try {
                waitFor("Built from");
                Thread.sleep(500);
                String err = Files.readString(folder.resolve("err.txt"));
                assertTrue(err.contains("the port %d is taken; trying %d".formatted(port, port + 1)), err);
                assertTrue(err.contains("the browser can't be opened"), err);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void withoutContentItDoesNotBegin() throws Exception {
        Tool.Answer answer = Tool.run(folder, "serve", "--port", "0");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("There is no content folder `content`"), answer.err());
        Files.createDirectories(folder.resolve("content"));
        assertEquals(2, Tool.run(folder, "serve", "--port", "0").status());
        assertEquals(2, Tool.run(folder, "serve", "--port", "70000").status());
    }
}
