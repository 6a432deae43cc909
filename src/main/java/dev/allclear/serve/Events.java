package dev.allclear.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells every open tab that something has changed, by server-sent events. One thread does it for all; a tab that was
 * closed is noticed by the next word to it. Only a few bytes are sent, so that a tab that sleeps holds nobody up.
 */
final class Events implements AutoCloseable {

    private static final int BEAT_SECONDS = 10;

    private final Supplier<State> state;
    private final List<HttpExchange> open = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "allclear-events");
        made.setDaemon(true);
        return made;
    });

    Events(Supplier<State> state) {
        this.state = state;
        thread.scheduleWithFixedDelay(() -> send(":\n\n"), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Keeps a connection open from now on, and says at once what is shown. */
    void add(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        thread.execute(() -> {
            open.add(exchange);
            sayTo(exchange, "retry: 1000\n" + word());
        });
    }

    /** Says that the state has changed. */
    void announce() {
        thread.execute(() -> send(word()));
    }

    /** How many tabs are told; those that were closed since the last word are among them. */
    int tabs() {
        try {
            return thread.submit(open::size).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String word() {
        State now = state.get();
        return "data: {\"site\":%s,\"state\":%d}\n\n".formatted(Json.text(now.name()), now.number());
    }

    private void send(String text) {
        Iterator<HttpExchange> each = open.iterator();
        while (each.hasNext()) {
            HttpExchange exchange = each.next();
            if (!write(exchange, text)) {
                each.remove();
            }
        }
    }

    private void sayTo(HttpExchange exchange, String text) {
        if (!write(exchange, text)) {
            open.remove(exchange);
        }
    }

    private static boolean write(HttpExchange exchange, String text) {
        try {
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            return true;
        } catch (IOException e) {
            exchange.close();
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
