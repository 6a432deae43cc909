package dev.allclear.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium, driven by the
 * <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a> over the JDK's own WebSocket.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();

    private Chromium(Process process, URI address) throws IOException, InterruptedException {
        this.process = process;
        try {
            this.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, new Ear())
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no answer from the browser", e);
        }
    }

    /**
     * The browser of this machine. Where there is none, the tests that ask for it are skipped, and say so loudly.
     *
     * @param tests what they look at
     */
    static Path need(String tests) {
        Path found = find();
        if (found == null) {
            String line = "*".repeat(80);
            System.err.printf(
                    "%s%nNO BROWSER: the tests that look at %s were NOT run.%nInstall Chromium (.ci/run does) and run them.%n%s%n",
                    line, tests, line);
        }
        Assumptions.assumeTrue(found != null, "there is no browser on this machine");
        return Objects.requireNonNull(found);
    }

    /** The browser of this machine; null if it has none. */
    static @Nullable Path find() {
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator, -1)) {
            for (String name : NAMES) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    /** Starts it with a profile of its own. */
    static Chromium start(Path browser, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread rest = new Thread(() -> said.lines().forEach(l -> {}));
                rest.setDaemon(true);
                rest.start();
                return new Chromium(process, URI.create(listening.group(1)));
            }
            all.append(line).append('\n');
        }
        throw new IOException("the browser did not start:\n" + all);
    }

    /** A new, empty tab with a memory of its own. */
    Tab open() throws IOException, InterruptedException {
        JsonObject url = new JsonObject();
        url.addProperty("url", "about:blank");
        url.add(
                "browserContextId",
                call(null, "Target.createBrowserContext", new JsonObject()).get("browserContextId"));
        String target = call(null, "Target.createTarget", url).get("targetId").getAsString();
        JsonObject attach = new JsonObject();
        attach.addProperty("targetId", target);
        attach.addProperty("flatten", true);
        return new Tab(
                this,
                call(null, "Target.attachToTarget", attach).get("sessionId").getAsString());
    }

    /** Is told of every event. */
    void listen(Consumer<JsonObject> listener) {
        listeners.add(listener);
    }

    /** Calls a method and waits for its answer. */
    JsonObject call(@Nullable String session, String method, JsonObject parameters)
            throws IOException, InterruptedException {
        int id = last.incrementAndGet();
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        if (session != null) {
            message.addProperty("sessionId", session);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            socket.sendText(message.toString(), true).get(30, TimeUnit.SECONDS);
            JsonObject said = answer.get(60, TimeUnit.SECONDS);
            if (said.has("error")) {
                throw new IOException(method + ": " + said.get("error"));
            }
            return said.getAsJsonObject("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(method + " was not answered", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        // Its helpers outlive it for a moment and still write into the profile, which is about to be removed.
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        process.destroy();
        try {
            for (ProcessHandle each : all) {
                if (!ended(each)) {
                    each.destroyForcibly();
                    ended(each);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Hears what the browser says. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder heard = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            heard.append(data);
            if (whole) {
                JsonObject message = JsonParser.parseString(heard.toString()).getAsJsonObject();
                heard.setLength(0);
                CompletableFuture<JsonObject> answer =
                        message.has("id") ? waiting.remove(message.get("id").getAsInt()) : null;
                if (answer != null) {
                    answer.complete(message);
                } else {
                    listeners.forEach(l -> l.accept(message));
                }
            }
            from.request(1);
            return null;
        }
    }
}
