package dev.allclear.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.BuildTime;
import dev.allclear.build.Settings;
import dev.allclear.cli.InProcess;
import dev.allclear.cli.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered, what is refused, and what stays when something is wrong. */
class ServingTest {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    @TempDir
    private Path folder;

    private Path content = Path.of("");
    private Path playbook = Path.of("");

    private final BlockingQueue<Serving.Rebuilt> rebuilt = new LinkedBlockingQueue<>();
    private final List<Integer> taken = new ArrayList<>();

    private final Serving.Log log = new Serving.Log() {
        @Override
        public void taken(int port) {
            taken.add(port);
        }

        @Override
        public void rebuilt(Serving.Rebuilt what) {
            rebuilt.add(what);
        }
    };

    @BeforeEach
    void prepare() throws IOException {
        content = Tool.copy(InProcess.SMALL, folder.toRealPath().resolve("content"));
        playbook = content.resolve("playbooks/restore-catalogue.md");
    }

    private Serving serve(@Nullable Path theme) throws BuildProblem {
        return Serving.start(
                new Settings(
                        content,
                        folder.resolve("site"),
                        theme,
                        new BuildTime(InProcess.SMALL_NOW, null, Clock.systemUTC()),
                        2,
                        false,
                        "test"),
                0,
                log);
    }

    private static String host(Serving serving) {
        return "127.0.0.1:" + serving.address().getPort();
    }

    private static Guest.Answer get(Serving serving, String path, String... headers) throws IOException {
        return Guest.ask(serving.address(), "GET", path, host(serving), headers);
    }

    private void save(Serving serving, Path file, String text) throws IOException {
        Files.writeString(file, text);
        serving.take(List.of(file), false);
    }

    @Test
    void browsersGetTheScriptAndToolsTheBytes() throws Exception {
        try (Serving serving = serve(null)) {
            Guest.Answer plain = get(serving, "/playbooks/restore-catalogue.html");
            Guest.Answer live = get(serving, "/playbooks/restore-catalogue.html", BROWSER);
            assertEquals(200, plain.status());
            assertFalse(plain.text().contains("_allclear"));
            assertTrue(live.text().contains("<script src=\"/_allclear/live.js\""));
            assertTrue(live.text().contains("; connect-src 'self'\">"));
            assertEquals("text/html; charset=utf-8", plain.headers().get("content-type"));
            assertEquals("no-store", plain.headers().get("cache-control"));
            assertEquals("nosniff", plain.headers().get("x-content-type-options"));
            assertEquals(
                    "text/css; charset=utf-8",
                    get(serving, "/theme/style.css").headers().get("content-type"));
            assertEquals(200, get(serving, "/_allclear/live.js").status());
        }
    }

    @Test
    void foldersLeadToTheirPages() throws Exception {
        try (Serving serving = serve(null)) {
            assertArrayEquals(
                    get(serving, "/index.html").body(), get(serving, "/").body());
            assertArrayEquals(
                    get(serving, "/incidents/index.html").body(),
                    get(serving, "/incidents/").body());
            Guest.Answer without = get(serving, "/incidents");
            assertEquals(301, without.status());
            assertEquals("/incidents/", without.headers().get("location"));
            assertEquals(404, get(serving, "/incidents/nowhere.html").status());
            assertTrue(get(serving, "/nowhere.html", BROWSER).text().contains("_allclear/live.js"));
        }
    }

    @Test
    void aHeadHasTheLengthAndNoBody() throws Exception {
        try (Serving serving = serve(null)) {
            Guest.Answer head = Guest.ask(serving.address(), "HEAD", "/", host(serving));
            assertEquals(200, head.status());
            assertEquals(0, head.body().length);
            assertEquals(
                    String.valueOf(get(serving, "/").body().length),
                    head.headers().get("content-length"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void otherMethodsAreRefused(String method) throws Exception {
        try (Serving serving = serve(null)) {
            Guest.Answer answer = Guest.ask(serving.address(), method, "/", host(serving));
            assertEquals(405, answer.status());
            assertEquals("GET, HEAD", answer.headers().get("allow"));
        }
    }

    @Test
    void anotherNameOfThisMachineIsRefused() throws Exception {
        try (Serving serving = serve(null)) {
            int port = serving.address().getPort();
            for (String host : List.of("evil.example:" + port, "evil.example", "127.0.0.1:1", "")) {
                for (String path : List.of("/", "/_allclear/state", "/_allclear/events")) {
                    int status = Guest.ask(serving.address(), "GET", path, host).status();
                    assertTrue(status == 403 || (host.isEmpty() && status == 400), host + path + ": " + status);
                }
            }
            assertEquals(
                    200,
                    Guest.ask(serving.address(), "GET", "/", "localhost:" + port)
                            .status());
        }
    }

    @Test
    void nothingOutsideTheSiteIsServed() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Path version = Files.createDirectories(folder.resolve("site/v/first"));
        Files.writeString(version.resolve("index.html"), "frozen");
        Files.createSymbolicLink(version.resolve("out.txt"), folder.resolve("secret.txt"));
        try (Serving serving = serve(null)) {
            assertEquals("frozen", get(serving, "/v/first/index.html").text());
            for (String path : List.of(
                    "/../secret.txt",
                    "/v/../../secret.txt",
                    "/v/%2e%2e/%2e%2e/secret.txt",
                    "/v/..%2f..%2fsecret.txt",
                    "/v/first/..%5c..%5csecret.txt",
                    "/v/first/out.txt",
                    "/v/first/index.html%00.txt",
                    "/content/site.yaml",
                    "/site.yaml",
                    "/people.yaml")) {
                Guest.Answer answer = get(serving, path);
                assertTrue(answer.status() == 404 || answer.status() == 400, path + ": " + answer.status());
                assertFalse(answer.text().contains("secret\n") || answer.text().equals("secret"), path);
            }
        }
    }

    @Test
    void aPictureCanRunNoScripts() throws Exception {
        try (Serving serving = serve(null)) {
            assertTrue(get(serving, "/incidents/2026-03-07-lending-offline/loans.svg")
                    .headers()
                    .get("content-security-policy")
                    .contains("sandbox"));
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAndTheNextIsTried() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = new Settings(
                    content,
                    folder.resolve("site"),
                    null,
                    new BuildTime(InProcess.SMALL_NOW, null, Clock.systemUTC()),
                    2,
                    false,
                    "t");
            try (Serving serving = Serving.start(settings, other.getLocalPort(), log)) {
                assertEquals(other.getLocalPort(), taken.get(0));
                assertTrue(serving.address().getPort() > other.getLocalPort());
                assertEquals(200, get(serving, "/").status());
            }
        }
    }

    @Test
    void tabsAreToldOfWhatIsNew() throws Exception {
        try (Serving serving = serve(null);
                BufferedReader events = new BufferedReader(
                        new InputStreamReader(Guest.events(serving.address()), StandardCharsets.UTF_8))) {
            String first = data(events);
            save(serving, playbook, Files.readString(playbook) + "\nOne more sentence.\n");
            String second = data(events);
            assertNotEquals(site(first), site(second));
            save(serving, playbook, Files.readString(playbook) + "\n[Nowhere](nowhere.md)\n");
            String third = data(events);
            assertEquals(site(second), site(third), "the last good site stays");
            assertNotEquals(second, third);
        }
    }

    private static String data(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = events.readLine();
        }
        return String.valueOf(line);
    }

    private static String site(String data) {
        return data.substring(0, data.indexOf(",\"state\""));
    }

    @Test
    void theLastGoodPageStaysBehindAFindingUntilItIsMended() throws Exception {
        try (Serving serving = serve(null)) {
            String good = Files.readString(playbook);
            save(serving, playbook, good.replace("title: ", "title: Quickly, "));
            String shown = get(serving, "/playbooks/restore-catalogue.html").text();
            assertTrue(shown.contains("Quickly, "));
            save(serving, playbook, Files.readString(playbook) + "\n[Nowhere](nowhere.md)\n");
            String state = get(serving, "/_allclear/state").text();
            assertTrue(state.contains("\"current\":false"), state);
            assertTrue(state.contains("link/broken"), state);
            assertTrue(state.contains("content/playbooks/restore-catalogue.md:"), state);
            assertEquals(
                    shown, get(serving, "/playbooks/restore-catalogue.html").text());
            save(serving, playbook, good);
            state = get(serving, "/_allclear/state").text();
            assertTrue(state.contains("\"current\":true"), state);
            assertFalse(state.contains("link/broken"), state);
            assertFalse(get(serving, "/playbooks/restore-catalogue.html").text().contains("Quickly, "));
        }
    }

    @Test
    void aWarningIsShownOverTheNewPage() throws Exception {
        try (Serving serving = serve(null)) {
            save(serving, playbook, Files.readString(playbook) + "\nTODO: a sentence.\n");
            assertTrue(serving.state().current());
            assertTrue(get(serving, "/playbooks/restore-catalogue.html").text().contains("TODO: a sentence."));
            assertTrue(get(serving, "/_allclear/state").text().contains("text/placeholder"));
        }
    }

    @Test
    void aBrokenSiteFileEndsNothing() throws Exception {
        try (Serving serving = serve(null)) {
            Path site = content.resolve("site.yaml");
            String good = Files.readString(site);
            for (String bad : List.of("{", "title: x\n", "title: x\ntime-zone: Mars/Olympus\n", "", "\u0000")) {
                save(serving, site, bad);
                assertFalse(serving.state().current(), bad);
                assertEquals(200, get(serving, "/").status());
            }
            Files.delete(site);
            serving.take(List.of(site), false);
            assertNotNull(serving.state().problem());
            assertEquals(200, get(serving, "/").status());
            save(serving, site, good);
            assertTrue(serving.state().current());
            assertNull(serving.state().problem());
        }
    }

    @Test
    void aBrokenTemplateIsNamedAtItsPlaceAndEndsNothing() throws Exception {
        Path theme = Files.createDirectories(folder.toRealPath().resolve("theme"));
        try (Serving serving = serve(theme)) {
            serving.settle();
            String before = get(serving, "/playbooks/restore-catalogue.html").text();
            Path template = theme.resolve("playbook.ftlh");
            save(serving, template, "<#if>\n");
            assertFalse(serving.state().current());
            assertTrue(
                    serving.state().problem().at().endsWith("theme/playbook.ftlh:1:2"),
                    serving.state().json());
            assertEquals(
                    before, get(serving, "/playbooks/restore-catalogue.html").text());
            save(serving, template, "\n  ${it.nothing}\n");
            assertTrue(
                    serving.state().problem().at().endsWith("theme/playbook.ftlh:2:5"),
                    serving.state().json());
            Files.delete(template);
            serving.take(List.of(template), false);
            assertTrue(serving.state().current());
            assertEquals(
                    before, get(serving, "/playbooks/restore-catalogue.html").text());
        }
    }

    /** One page of many is at fault: that shows when it is filled, and takes back the whole site as a build would. */
    @Test
    void aTemplateThatFailsOnOnePageOnlyIsFoundOutAsWell() throws Exception {
        Path theme = Files.createDirectories(folder.toRealPath().resolve("theme"));
        try (Serving serving = serve(theme)) {
            serving.settle();
            String before = get(serving, "/index.html").text();
            String template = Files.readString(Path.of("templates/playbook.ftlh"));
            save(
                    serving,
                    theme.resolve("playbook.ftlh"),
                    template + "<#if it.id() == \"restore-catalogue\">${it.nothing}</#if>");
            serving.settle();
            assertNotNull(serving.state().problem(), serving.state().json());
            assertFalse(serving.state().current());
            assertEquals(before, get(serving, "/index.html").text());
        }
    }

    @Test
    void aFolderThatIsGoneComesBack() throws Exception {
        try (Serving serving = serve(null)) {
            Thread following = follow(serving);
            Path aside = folder.resolve("aside");
            Files.move(content, aside);
            await(r -> !r.against().isEmpty());
            assertEquals(200, get(serving, "/").status());
            Files.move(aside, content);
            await(Serving.Rebuilt::shown);
            Files.writeString(playbook, Files.readString(playbook) + "\nBack again.\n");
            await(Serving.Rebuilt::shown);
            assertTrue(get(serving, "/playbooks/restore-catalogue.html").text().contains("Back again."));
            following.interrupt();
            following.join();
        }
    }

    @Test
    void whatIsSavedIsSeenHoweverItIsSaved() throws Exception {
        try (Serving serving = serve(null)) {
            Thread following = follow(serving);
            String good = Files.readString(playbook);
            Files.writeString(playbook, good + "\nIn place.\n");
            await(Serving.Rebuilt::shown);
            assertTrue(get(serving, "/playbooks/restore-catalogue.html").text().contains("In place."));
            Path beside = content.resolve("playbooks/.restore-catalogue.md.swp");
            Files.writeString(beside, good + "\nBy a second file.\n");
            Files.move(beside, playbook, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            await(Serving.Rebuilt::shown);
            assertTrue(get(serving, "/playbooks/restore-catalogue.html").text().contains("By a second file."));
            Path deep = Files.createDirectories(content.resolve("playbooks/new/deep"));
            Files.writeString(deep.resolve("one.md"), "# One\n");
            awaitPage(serving, "/playbooks/new/deep/one.html", 200);
            Files.move(content.resolve("playbooks/new"), content.resolve("playbooks/newer"));
            awaitPage(serving, "/playbooks/newer/deep/one.html", 200);
            awaitPage(serving, "/playbooks/new/deep/one.html", 404);
            Files.writeString(content.resolve("playbooks/newer/deep/one.md"), "# Another\n");
            await(Serving.Rebuilt::shown);
            assertTrue(get(serving, "/playbooks/newer/deep/one.html").text().contains("Another"));
            following.interrupt();
            following.join();
        }
    }

    @Test
    void closedTabsLeaveNothingBehind() throws Exception {
        try (Serving serving = serve(null)) {
            int threads = 0;
            for (int i = 0; i < 40; i++) {
                try (BufferedReader events = new BufferedReader(
                        new InputStreamReader(Guest.events(serving.address()), StandardCharsets.UTF_8))) {
                    data(events);
                }
                save(serving, playbook, Files.readString(playbook) + "\nAgain.\n");
                if (i == 10) {
                    threads = Thread.activeCount();
                }
            }
            for (int i = 0; i < 50 && serving.tabs() > 2; i++) {
                save(serving, playbook, Files.readString(playbook) + "\nAgain.\n");
                Thread.sleep(20);
            }
            assertTrue(serving.tabs() <= 2, serving.tabs() + " tabs");
            assertTrue(Thread.activeCount() <= threads + 3, Thread.activeCount() + " threads, once " + threads);
        }
    }

    private Thread follow(Serving serving) {
        Thread thread = new Thread(() -> {
            try {
                serving.follow();
            } catch (BuildProblem e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void await(java.util.function.Predicate<Serving.Rebuilt> what) throws InterruptedException {
        Serving.Rebuilt one = rebuilt.poll(30, TimeUnit.SECONDS);
        while (one != null && !what.test(one)) {
            one = rebuilt.poll(30, TimeUnit.SECONDS);
        }
        assertNotNull(one, "nothing of the kind was built");
    }

    private void awaitPage(Serving serving, String path, int status) throws Exception {
        for (int i = 0; i < 600 && get(serving, path).status() != status; i++) {
            Thread.sleep(50);
        }
        assertEquals(status, get(serving, path).status(), path);
        rebuilt.clear();
    }

    @Test
    void whatCanNotBeginIsRefused() {
        content = folder.resolve("nowhere");
        assertTrue(assertThrows(BuildProblem.class, () -> serve(null))
                .getMessage()
                .contains("There is no content folder"));
    }

    @Test
    void aSiteThatWasNeverGoodSaysWhy() throws Exception {
        Files.writeString(playbook, Files.readString(playbook) + "\n[Nowhere](nowhere.md)\n");
        try (Serving serving = serve(null)) {
            Guest.Answer answer = get(serving, "/", BROWSER);
            assertEquals(503, answer.status());
            assertTrue(answer.text().contains("content/playbooks/restore-catalogue.md:"), answer.text());
            save(serving, playbook, Files.readString(playbook).replace("[Nowhere](nowhere.md)", ""));
            assertEquals(200, get(serving, "/", BROWSER).status());
        }
    }
}
