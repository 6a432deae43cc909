package dev.allclear.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.allclear.model.Reachability;
import dev.allclear.model.Reachability.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on loopback that behaves as badly as the web does. */
class LinkProbeTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server = serve();

    @TempDir
    private Path folder = Path.of("");

    private static HttpServer serve() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath());
                // Before the answer: whoever has it may ask the next thing at once.
                atOnce.decrementAndGet();
                answer(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        long before = asked.stream().filter(a -> a.endsWith(" " + path)).count();
        switch (path) {
            case "/slow" -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case "/gone" -> status(exchange, 404);
            case "/no-head" -> status(exchange, head ? 405 : 200);
            case "/loop" -> redirect(exchange, "/loop-2");
            case "/loop-2" -> redirect(exchange, "/loop");
            case "/moved" -> redirect(exchange, "/there");
            case "/script" -> redirect(exchange, "javascript:alert(1)");
            case "/nowhere" -> status(exchange, 302);
            case "/sign-in" -> status(exchange, 401);
            case "/busy" -> {
                exchange.getResponseHeaders().add("Retry-After", "7");
                status(exchange, before > 1 ? 200 : 429);
            }
            case "/always-busy" -> {
                exchange.getResponseHeaders().add("Retry-After", "3");
                status(exchange, 429);
            }
            case "/busy-for-long" -> {
                exchange.getResponseHeaders().add("Retry-After", "86400");
                status(exchange, 429);
            }
            case "/hiccup" -> status(exchange, before > 2 ? 200 : 500);
            case "/down" -> status(exchange, 503);
            default -> {
                if (path.startsWith("/deep/")) {
                    redirect(exchange, "/deep/" + (Integer.parseInt(path.substring(6)) + 1));
                } else {
                    status(exchange, 200);
                }
            }
        }
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(301, -1);
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private Map<String, Reachability> ask(Duration answer, List<String> urls) {
        Limits limits = new Limits(answer, Duration.ofMinutes(5), 8, 2, 5, Duration.ofSeconds(20));
        return new LinkProbe(limits, waits::add, "allclear/test").ask(urls, (done, all) -> {});
    }

    private Reachability ask(String path) {
        Reachability answer = ask(Duration.ofSeconds(30), List.of(url(path))).get(url(path));
        assertTrue(answer != null);
        return answer == null ? new Reachability(Verdict.UNKNOWN, "") : answer;
    }

    private void is(Verdict verdict, String words, String path) {
        assertEquals(new Reachability(verdict, words), ask(path), path);
    }

    @Test
    void whatIsThereIsAskedOnceWithHead() {
        is(Verdict.THERE, "answers 200", "/there");
        assertEquals(List.of("HEAD /there"), asked);
    }

    @Test
    void whereHeadIsRefusedGetIsTried() {
        is(Verdict.THERE, "answers 200", "/no-head");
        assertEquals(List.of("HEAD /no-head", "GET /no-head"), asked);
    }

    @Test
    void whatIsGoneIsBroken() {
        is(Verdict.BROKEN, "answers 404", "/gone");
    }

    @Test
    void redirectsAreFollowedButNotInACircleAndNotForEver() {
        is(Verdict.THERE, "answers 200", "/moved");
        is(Verdict.BROKEN, "redirects in a circle", "/loop");
        is(Verdict.BROKEN, "redirects more than 5 times", "/deep/1");
        is(Verdict.BROKEN, "redirects to nowhere (302)", "/nowhere");
        is(Verdict.BROKEN, "redirects to an address of `javascript:`", "/script");
    }

    @Test
    void whatWantsASignInIsThere() {
        is(Verdict.THERE, "answers 401", "/sign-in");
    }

    @Test
    void aBusySiteIsAskedAgainWhenItWantsToBe() {
        is(Verdict.THERE, "answers 200", "/busy");
        assertEquals(List.of(Duration.ofSeconds(7)), waits);
    }

    @Test
    void aSiteThatWantsToBeLeftAloneIsNotBroken() {
        is(Verdict.UNKNOWN, "wants to be left alone (429)", "/always-busy");
        is(Verdict.UNKNOWN, "wants to be left alone (429)", "/busy-for-long");
        assertEquals(List.of(Duration.ofSeconds(3)), waits, "nobody waits for a day");
    }

    @Test
    void aHiccupIsForgivenAndAnOutageIsNot() {
        is(Verdict.THERE, "answers 200", "/hiccup");
        is(Verdict.BROKEN, "answers 503", "/down");
    }

    @Test
    void whoGivesNoAnswerIsBroken() {
        Reachability answer = ask(Duration.ofMillis(300), List.of(url("/slow"))).get(url("/slow"));
        assertEquals(new Reachability(Verdict.BROKEN, "gave no answer in 0 s"), answer);
    }

    @Test
    void aHostThatIsNotThereAndAnAddressThatIsNone() {
        int port = server.getAddress().getPort();
        server.stop(0);
        is(Verdict.BROKEN, "is on a host that can't be reached", "/there");
        String none = "http://127.0.0.1:%d/a b".formatted(port);
        Reachability answer = ask(Duration.ofSeconds(5), List.of(none)).get(none);
        assertTrue(answer != null && answer.isBroken() && answer.words().startsWith("is no address"));
    }

    @Test
    void oneHostIsAskedTwoThingsAtOnce() {
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            urls.add(url("/page" + i));
        }
        assertEquals(40, ask(Duration.ofSeconds(30), urls).size());
        assertTrue(mostAtOnce.get() <= 2, mostAtOnce.toString());
    }

    @Test
    void answersAreKeptForADay() throws IOException {
        Path file = folder.resolve("deep/links.tsv");
        Reachability there = new Reachability(Verdict.THERE, "answers 200");
        Reachability gone = new Reachability(Verdict.BROKEN, "answers 404");
        Reachability unknown = new Reachability(Verdict.UNKNOWN, "was not asked");
        new AnswerCache(file, NOW).keep(Map.of("a", there, "b", gone, "c", unknown));
        List<String> all = List.of("a", "b", "c");
        assertEquals(Map.of("a", there, "b", gone), new AnswerCache(file, NOW.plusSeconds(86_399)).known(all));
        assertEquals(Map.of(), new AnswerCache(file, NOW.plusSeconds(86_400)).known(all));
        assertEquals(Map.of(), new AnswerCache(file, NOW.minusSeconds(1)).known(all), "an answer of the future");
        Files.writeString(file, "a\tx\tTHERE\ty\nhalf a li\nb\t1780272000\tBROKEN\tanswers 410\n");
        assertEquals(
                Map.of("b", new Reachability(Verdict.BROKEN, "answers 410")), new AnswerCache(file, NOW).known(all));
    }
}
