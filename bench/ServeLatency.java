import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long it takes from the save of a playbook until `allclear serve` answers with its new page: see README.md
 * beside this file. It needs nothing but the JDK.
 *
 * <p>usage: java ServeLatency.java CONTENT EDITS COMMAND...
 */
public final class ServeLatency {

    /** The first edits after the start are not counted: nobody has read a page yet when the machine is warm. */
    private static final int WARM_UP = 20;

    private ServeLatency() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path content = Path.of(arguments[0]);
        int edits = Integer.parseInt(arguments[1]);
        List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
        Process tool = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(tool.getInputStream(), StandardCharsets.UTF_8))) {
            String first = said.readLine();
            if (first == null) {
                System.exit(1);
            }
            String built = said.readLine();
            URI server = URI.create(first.substring(0, first.indexOf(' ')));
            System.err.println(first + "\n" + built);
            List<String> lines = new ArrayList<>();
            Thread reader = new Thread(() -> said.lines().forEach(lines::add));
            reader.setDaemon(true);
            reader.start();
            List<Path> playbooks;
            try (var files = Files.walk(content.resolve("playbooks"))) {
                playbooks = files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
            }
            try {
                measure(content, playbooks, edits, server, tool);
            } finally {
                // Before its output is closed, which waits for whoever reads it.
                tool.destroy();
                tool.waitFor();
            }
        }
    }

    private static void measure(Path content, List<Path> playbooks, int edits, URI server, Process tool)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        double[] took = new double[edits];
        long cpu = 0;
        for (int i = 0; i < WARM_UP + edits; i++) {
            Path playbook = playbooks.get(i * 7 % playbooks.size());
            String page = content.relativize(playbook).toString().replace('\\', '/').replaceAll("\\.md$", ".html");
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve("/" + page)).build();
            String mark = "Edit number " + i + " of the benchmark.";
            String text = Files.readString(playbook) + "\n" + mark + "\n";
            // An author thinks between two saves.
            Thread.sleep(150);
            if (i == WARM_UP) {
                cpu = cpu(tool);
            }
            Files.writeString(playbook, text);
            long saved = System.nanoTime();
            while (!client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains(mark)) {
                if (System.nanoTime() - saved > TimeUnit.SECONDS.toNanos(60)) {
                    throw new IOException("edit " + i + " of " + playbook + " was not served within a minute");
                }
                Thread.sleep(1);
            }
            if (i >= WARM_UP) {
                took[i - WARM_UP] = (System.nanoTime() - saved) / 1e6;
            }
        }
        double perEdit = (cpu(tool) - cpu) / 1e6 / edits;
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
                edits,
                took[0],
                took[edits / 2],
                took[edits * 9 / 10],
                took[edits - 1],
                perEdit);
    }

    /** The processor time of the tool, in nanoseconds, the thing that other work on the machine changes least. */
    private static long cpu(Process tool) {
        return tool.toHandle().info().totalCpuDuration().map(d -> d.toNanos()).orElse(0L);
    }
}
