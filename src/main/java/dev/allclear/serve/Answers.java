package dev.allclear.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.allclear.build.FollowedBuild;
import dev.allclear.build.Round;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers requests: the site's files as a build would write them, and to browsers the script that keeps a page live. */
final class Answers implements HttpHandler {

    private static final String INDEX = "index.html";
    private static final String VERSIONS = "v/";

    private final Showing showing;
    private final Events events;
    private final Path site;
    private final int port;

    /**
     * Prepares them.
     *
     * @param site the folder that published versions are in
     * @param port the port that requests come to
     */
    Answers(Showing showing, Events events, Path site, int port) {
        this.showing = showing;
        this.events = events;
        this.site = site;
        this.port = port;
    }

    /** An answer with its bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, String type, byte[] bytes) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean kept = false;
        try {
            kept = answer(exchange);
        } catch (IOException e) {
            // Whoever asked has gone away, or a file that is copied as it is can't be read just now.
            kept = false;
        } finally {
            if (!kept) {
                exchange.close();
            }
        }
    }

    /** Whether the connection is kept for what comes later. */
    private boolean answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        if (!Address.isLoopback(exchange.getRequestHeaders().getFirst("Host"), port)) {
            send(
                    exchange,
                    text(403, "Only 127.0.0.1, localhost and [::1] are served, with the port %d.".formatted(port)));
            return false;
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, text(405, "Pages can be read here, by GET and HEAD, and nothing else."));
            return false;
        }
        Optional<String> path = Address.path(exchange.getRequestURI().getRawPath());
        if (path.isEmpty()) {
            send(exchange, text(400, "This is no path of the site."));
            return false;
        }
        if (path.get().equals(LivePage.EVENTS) && method.equals("GET")) {
            headers(exchange.getResponseHeaders());
            events.add(exchange);
            return true;
        }
        send(exchange, answer(path.get(), exchange));
        return false;
    }

    private Answer answer(String path, HttpExchange exchange) throws IOException {
        State state = showing.state();
        switch (path) {
            case LivePage.SCRIPT:
            case LivePage.STYLE:
                return new Answer(200, MediaTypes.of(path), resource(path.substring(LivePage.FOLDER.length())));
            case LivePage.STATE:
                return new Answer(200, "application/json", state.json().getBytes(StandardCharsets.UTF_8));
            default:
                break;
        }
        String name = path.isEmpty() || path.endsWith("/") ? path + INDEX : path;
        boolean isBrowser = isNavigation(exchange);
        Answer found = file(name, state);
        if (found != null) {
            return isBrowser && found.status() == 200 && found.type().equals(MediaTypes.HTML)
                    ? new Answer(200, found.type(), LivePage.of(found.bytes(), state.name()))
                    : found;
        }
        if (!path.isEmpty() && !path.endsWith("/") && file(path + "/" + INDEX, state) != null) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            return text(301, "It is a folder.");
        }
        if (state.shown() == null) {
            return message(
                    503, "There is no site to show yet", "It is shown as soon as this is mended.", state, isBrowser);
        }
        return message(404, "There is no such page", "The site has nothing at /%s.".formatted(name), state, isBrowser);
    }

    /** Whether somebody wants to look at it, and not to compare it, say: only browsers ask for HTML before all else. */
    private static boolean isNavigation(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    private @Nullable Answer file(String path, State state) throws IOException {
        FollowedBuild.Filled page = showing.page(path);
        if (page != null) {
            Round.Problem problem = page.problem();
            byte[] bytes = page.bytes();
            return bytes == null
                    ? text(500, problem == null ? "" : problem.at() + ": " + problem.message())
                    : new Answer(200, MediaTypes.of(path), bytes);
        }
        Shown shown = state.shown();
        Path carried = shown == null ? null : shown.carried(path);
        if (carried != null && Files.isRegularFile(carried, LinkOption.NOFOLLOW_LINKS)) {
            return new Answer(200, MediaTypes.of(path), Files.readAllBytes(carried));
        }
        Path version = path.startsWith(VERSIONS) ? version(path) : null;
        return version == null ? null : new Answer(200, MediaTypes.of(path), Files.readAllBytes(version));
    }

    /** A file of a published version, which stands in the site's folder; null if there is none. */
    private @Nullable Path version(String path) {
        try {
            Path versions = site.resolve(VERSIONS).toRealPath();
            Path file = site.resolve(path).toRealPath();
            return file.startsWith(versions) && Files.isRegularFile(file) ? file : null;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return null;
        }
    }

    private static Answer message(int status, String title, String text, State state, boolean isBrowser) {
        return isBrowser
                ? new Answer(status, MediaTypes.HTML, LivePage.message(title, text, state))
                : text(status, title + ". " + text);
    }

    private static Answer text(int status, String text) {
        return new Answer(status, MediaTypes.of("txt.txt"), (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void headers(Headers headers) {
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Vary", "Accept");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers(headers);
        headers.set("Content-Type", answer.type());
        if (answer.type().equals(MediaTypes.SVG)) {
            // A picture, and not a page that could run scripts beside ours.
            headers.set(
                    "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(answer.bytes().length));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.bytes().length == 0 ? -1 : answer.bytes().length);
        if (answer.bytes().length > 0) {
            exchange.getResponseBody().write(answer.bytes());
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Answers.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the tool lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
