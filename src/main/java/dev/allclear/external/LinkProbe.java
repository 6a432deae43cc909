package dev.allclear.external;

import dev.allclear.model.Reachability;
import dev.allclear.model.Reachability.Verdict;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;

/**
 * Asks other sites whether an address is there: with HEAD, and with GET where HEAD is refused (RFC 9110). Redirects are
 * followed, but none from a public address to a private one: content comes from many hands, and must not make a machine of
 * CI look around in its own network.
 */
public final class LinkProbe {

    private static final Set<Integer> WANTS_A_SIGN_IN = Set.of(401, 403, 407, 451);

    private final HttpClient client;
    private final Limits limits;
    private final Pause pause;
    private final String agent;

    /** With these limits, under the name and version of the tool. */
    public LinkProbe(Limits limits, Pause pause, String agent) {
        this.limits = limits;
        this.pause = pause;
        this.agent = agent;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.answer())
                .build();
    }

    /**
     * Asks for each address.
     *
     * @param addresses of http or https, without fragments
     * @return what was said of each
     */
    public Map<String, Reachability> ask(Collection<String> addresses, Progress progress) {
        Map<String, Queue<String>> byHost = new LinkedHashMap<>();
        for (String address : addresses) {
            byHost.computeIfAbsent(host(address), k -> new ConcurrentLinkedQueue<>())
                    .add(address);
        }
        Map<String, Reachability> answers = new ConcurrentHashMap<>();
        Object turn = new Object();
        ExecutorService threads = Executors.newFixedThreadPool(limits.atOnce(), task -> {
            Thread thread = new Thread(task, "allclear-links");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            byHost.forEach((host, queue) -> {
                long end = System.nanoTime() + limits.host().toNanos();
                for (int i = 0; i < Math.min(limits.atOnceOfAHost(), queue.size()); i++) {
                    running.add(threads.submit(() -> {
                        for (String address = queue.poll(); address != null; address = queue.poll()) {
                            Reachability answer = System.nanoTime() > end
                                    ? new Reachability(Verdict.UNKNOWN, "was not asked: its host is slow")
                                    : ask(address);
                            answers.put(address, answer);
                            synchronized (turn) {
                                progress.asked(answers.size(), addresses.size());
                            }
                        }
                    }));
                }
            });
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
        return new TreeMap<>(answers);
    }

    private static String host(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private Reachability ask(String address) {
        try {
            return follow(new URI(address));
        } catch (URISyntaxException e) {
            return broken("is no address: " + e.getReason());
        } catch (HttpTimeoutException e) {
            return broken("gave no answer in " + limits.answer().toSeconds() + " s");
        } catch (SSLException e) {
            return broken("has no certificate that can be trusted");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reachability(Verdict.UNKNOWN, "was not asked");
        } catch (UnresolvedAddressException | UnknownHostException e) {
            return broken("is on a host that is not known");
        } catch (ConnectException e) {
            return broken(
                    e.getCause() instanceof UnresolvedAddressException
                            ? "is on a host that is not known"
                            : "is on a host that can't be reached");
        } catch (IOException e) {
            return broken("gave no whole answer");
        } catch (IllegalArgumentException e) {
            return broken("is no address that can be asked");
        }
    }

    private Reachability follow(URI first) throws IOException, InterruptedException, URISyntaxException {
        Set<URI> seen = new LinkedHashSet<>();
        URI at = first;
        while (seen.add(at)) {
            HttpResponse<?> response = answer(at);
            int status = response.statusCode();
            if (status / 100 != 3 || status == 304) {
                return verdict(status);
            }
            String location = response.headers().firstValue("location").orElse("");
            if (location.isBlank()) {
                return broken("redirects to nowhere (%d)".formatted(status));
            }
            URI next = at.resolve(new URI(location.replace(" ", "%20")));
            String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return broken("redirects to an address of `%s:`".formatted(scheme));
            }
            if (isPrivate(next) && !isPrivate(at)) {
                return new Reachability(Verdict.UNKNOWN, "redirects into a private network");
            }
            if (seen.size() > limits.redirects()) {
                return broken("redirects more than %d times".formatted(limits.redirects()));
            }
            at = next;
        }
        return broken("redirects in a circle");
    }

    private static boolean isPrivate(URI address) throws IOException {
        if (address.getHost() == null) {
            return false;
        }
        InetAddress host = InetAddress.getByName(address.getHost());
        return host.isLoopbackAddress()
                || host.isSiteLocalAddress()
                || host.isLinkLocalAddress()
                || host.isAnyLocalAddress();
    }

    private static Reachability verdict(int status) {
        if (status / 100 == 2 || WANTS_A_SIGN_IN.contains(status)) {
            return new Reachability(Verdict.THERE, "answers " + status);
        }
        return status == 429
                ? new Reachability(Verdict.UNKNOWN, "wants to be left alone (429)")
                : broken("answers " + status);
    }

    /** With HEAD; with GET where that is refused; once more where the answer may be another in a moment. */
    private HttpResponse<?> answer(URI address) throws IOException, InterruptedException {
        HttpResponse<?> head = send(address, "HEAD");
        if (head.statusCode() < 400) {
            return head;
        }
        HttpResponse<?> response = head.statusCode() == 429 ? head : send(address, "GET");
        if (response.statusCode() != 429 && response.statusCode() < 500) {
            return response;
        }
        Duration wait = retryAfter(response);
        if (wait.compareTo(limits.patience()) > 0) {
            return response;
        }
        pause.wait(wait);
        return send(address, "GET");
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        String value = response.headers().firstValue("retry-after").orElse("1").strip();
        // The form with a date is rare and would need the other clock: a second is a fair guess.
        return value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ofSeconds(1);
    }

    private HttpResponse<?> send(URI address, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("User-Agent", agent)
                .header("Accept", "*/*")
                .timeout(limits.answer())
                .build();
        HttpResponse<java.io.InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // Only whether it is there is asked: the rest may stay where it is.
        response.body().close();
        return response;
    }

    private static Reachability broken(String words) {
        return new Reachability(Verdict.BROKEN, words);
    }
}
