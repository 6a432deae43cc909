package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --external}, from the content to the finding. */
class ExternalLinksTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void otherSitesAreAskedOnlyWhenWantedAndOnceADay() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            int status = exchange.getRequestURI().getPath().equals("/gone") ? 404 : 200;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Path content = Files.createDirectories(folder.resolve("content/pages"));
            Files.writeString(folder.resolve("content/site.yaml"), "title: A\ntime-zone: UTC\ninform: []\n");
            Files.writeString(
                    content.resolve("a.md"), "# A\n\n[here](%s/there#x) and\n[gone](%s/gone)\n".formatted(base, base));
            assertEquals(0, run(false).status());
            assertEquals(0, asked.get());
            Tool.Answer answer = run(true);
            assertEquals(1, answer.status(), answer.out());
            assertTrue(
                    answer.out().contains("error[link/external]: The link `" + base + "/gone` answers 404."),
                    answer.out());
            assertTrue(answer.out().contains("content/pages/a.md:4:"), answer.out());
            int once = asked.get();
            assertEquals(1, run(true).status());
            assertEquals(once, asked.get());
        } finally {
            server.stop(0);
        }
    }

    private Tool.Answer run(boolean external) {
        String[] always = {
            "check",
            "--content",
            folder.resolve("content").toString(),
            "--external-cache",
            folder.resolve("links.tsv").toString()
        };
        String[] arguments = java.util.Arrays.copyOf(always, external ? 6 : 5);
        if (external) {
            arguments[5] = "--external";
        }
        Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
        return InProcess.run(clock, Map.of(), false, arguments);
    }
}
