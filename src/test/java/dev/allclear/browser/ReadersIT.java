package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see and do, in a real browser, from files as on a stick. */
class ReadersIT {

    private static final String PLAYBOOK = "playbooks/data/restore-database.html";

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable Chromium browser;
    private static Path site = Path.of("");
    private static Path urgent = Path.of("");
    private static String axe = "";

    private @Nullable Tab opened;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path found = Chromium.find();
        if (found == null) {
            System.err.println("*".repeat(80) + "\nNO BROWSER: the tests that look at pages were NOT run.\n"
                    + "Install Chromium (.ci/run does) and run them.\n" + "*".repeat(80));
        }
        Assumptions.assumeTrue(found != null, "there is no browser on this machine");
        site = Sites.build(folder.resolve("site"));
        urgent = Sites.buildUrgently(folder);
        browser = Chromium.start(Objects.requireNonNull(found), folder.resolve("profile"));
        try (InputStream in = Objects.requireNonNull(ReadersIT.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        opened = Objects.requireNonNull(browser).open();
        opened.width(1280);
    }

    private Tab tab() {
        return Objects.requireNonNull(opened);
    }

    private static URI at(String page) {
        return site.resolve(page).toUri();
    }

    private static Map<String, URI> everyKind() {
        Map<String, URI> pages = new LinkedHashMap<>();
        Sites.KINDS.forEach((kind, path) -> pages.put(kind, at(path)));
        pages.put("findings", urgent.resolve("findings.html").toUri());
        return pages;
    }

    private void waitFor(String condition) throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (tab().eval(condition).getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IOException("never true: " + condition);
    }

    private String text(String expression) throws IOException, InterruptedException {
        return tab().eval(expression).getAsString();
    }

    @Test
    void axeFindsNoBarrier() throws IOException, InterruptedException {
        List<String> barriers = new ArrayList<>();
        StringBuilder table = new StringBuilder();
        for (Map.Entry<String, URI> page : everyKind().entrySet()) {
            int checks = 0;
            int found = 0;
            for (int width : new int[] {1280, 360}) {
                tab().width(width);
                for (String scheme : List.of("light", "dark")) {
                    tab().prefer("prefers-color-scheme", scheme);
                    tab().show(page.getValue());
                    if (page.getKey().contains("diagram")) {
                        waitFor("document.querySelector('.diagram svg') !== null");
                    }
                    tab().eval(axe + "; undefined");
                    JsonObject result = tab().eval(
                                    "axe.run(document, {resultTypes: ['violations']}).then(function (r) { return {passes: r.passes.length,"
                                            + " violations: r.violations.map(function (v) { return v.id + ': ' + v.nodes.map(function (n) {"
                                            + " return n.html.slice(0, 160) + ' ' + n.failureSummary; }).slice(0, 3).join(' | '); })}; })")
                            .getAsJsonObject();
                    checks += result.get("passes").getAsInt();
                    for (JsonElement violation : result.getAsJsonArray("violations")) {
                        found++;
                        barriers.add(page.getKey() + ", " + scheme + ", " + width + ": " + violation.getAsString());
                    }
                }
            }
            table.append("%-20s %4d passed %3d barriers\n".formatted(page.getKey(), checks, found));
        }
        Files.writeString(Path.of("target/axe.txt"), table);
        assertEquals("", String.join("\n", barriers));
    }

    @Test
    void nothingIsAskedOfAnybodyElseAndNothingBreaksTheContentSecurityPolicy()
            throws IOException, InterruptedException {
        for (URI page : everyKind().values()) {
            tab().show(page);
        }
        waitFor("document.readyState === 'complete'");
        String root = folder.toUri().toString();
        assertTrue(tab().requests().size() > 50, "requests: " + tab().requests().size());
        assertEquals(
                List.of(),
                tab().requests().stream()
                        .filter(r -> !r.startsWith(root) && !r.startsWith("about:"))
                        .toList());
        assertEquals(List.of(), tab().complaints());
    }

    /** So that the test above can't pass because nothing is heard. */
    @Test
    void aRequestToSomebodyElseWouldBeSeen() throws IOException, InterruptedException {
        tab().show(at("index.html"));
        tab().eval(
                        "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.1:9/x.png\" style=\"color:red\">')");
        for (int i = 0; i < 100 && tab().complaints().size() < 2; i++) {
            Thread.sleep(50);
        }
        assertTrue(
                tab().complaints().stream().anyMatch(c -> c.contains("127.0.0.1:9")),
                tab().complaints().toString());
        assertTrue(
                tab().complaints().stream().anyMatch(c -> c.contains("inline style")),
                tab().complaints().toString());
    }

    @Test
    void aServerOnlyGivesWhatStandsInTheSite() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = site.resolve(exchange.getRequestURI().getPath().substring(1));
            String type = Files.probeContentType(file);
            exchange.getResponseHeaders().set("Content-Type", type == null ? "text/javascript" : type);
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            for (String path : Sites.KINDS.values()) {
                tab().show(URI.create(root + path));
            }
            assertEquals(
                    List.of(),
                    tab().requests().stream()
                            .filter(r -> !r.startsWith(root) && !r.startsWith("about:"))
                            .toList());
            assertEquals(List.of(), tab().complaints());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nothingRunsOutOfANarrowWindow() throws IOException, InterruptedException {
        List<String> wide = new ArrayList<>();
        // 320 is what WCAG 1.4.10 asks for: 1280 at 400 %.
        for (int width : new int[] {640, 360, 320}) {
            tab().width(width);
            for (Map.Entry<String, URI> page : everyKind().entrySet()) {
                tab().show(page.getValue());
                int needed = tab().eval("document.documentElement.scrollWidth").getAsInt();
                if (needed > width) {
                    wide.add(page.getKey() + " needs " + needed + " of " + width);
                }
            }
        }
        assertEquals(List.of(), wide);
    }

    /** WCAG 1.4.12: the reader's own spacing hides nothing. */
    @Test
    void spacedTextIsNotCutOff() throws IOException, InterruptedException {
        List<String> cut = new ArrayList<>();
        for (Map.Entry<String, URI> page : everyKind().entrySet()) {
            tab().show(page.getValue());
            tab().eval(
                            "(function () { var s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em"
                                    + " !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');"
                                    + " document.adoptedStyleSheets = document.adoptedStyleSheets.concat(s); })()");
            JsonElement lost = tab().eval(
                            "Array.from(document.querySelectorAll('main *')).filter(function (e) { var s = getComputedStyle(e);"
                                    + " return (s.overflowX === 'hidden' || s.overflowY === 'hidden') && e.clientWidth > 0"
                                    + " && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && !e.closest('svg'); })"
                                    + ".map(function (e) { return e.outerHTML.slice(0, 120); })");
            lost.getAsJsonArray().forEach(l -> cut.add(page.getKey() + ": " + l.getAsString()));
            int needed = tab().eval("document.documentElement.scrollWidth").getAsInt();
            if (needed > 1280) {
                cut.add(page.getKey() + " needs " + needed);
            }
        }
        assertEquals(List.of(), cut);
    }

    @Test
    void twoClicksLeadFromHomeToTheFirstCommandOfAPlaybook() throws IOException, InterruptedException {
        tab().show(at("index.html"));
        tab().eval("document.querySelector('.playbook-links a').click()");
        tab().waitForLoad();
        waitFor("document.querySelector('.playbook .step') !== null");
        assertTrue(tab().eval(
                        "document.querySelectorAll('.toc a').length > 2 || document.querySelector('pre.code') !== null")
                .getAsBoolean());
    }

    @Test
    void blanksAreFilledInOnceAndStayAfterAReload() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        int blanks =
                tab().eval("document.querySelectorAll('mark.blank').length").getAsInt();
        assertTrue(blanks > 1, "blanks: " + blanks);
        tab().eval(
                        "(function () { document.querySelectorAll('.blanks input').forEach(function (i, n) { i.value = 'value-' + n;"
                                + " i.dispatchEvent(new Event('input')); }); })()");
        assertTrue(tab().eval("Array.from(document.querySelectorAll('mark.blank')).every(function (m) { return"
                        + " m.textContent.indexOf('value-') === 0; })")
                .getAsBoolean());
        tab().reload();
        assertTrue(tab().eval("Array.from(document.querySelectorAll('mark.blank')).every(function (m) { return"
                        + " m.textContent.indexOf('value-') === 0; })")
                .getAsBoolean());
        assertFalse(tab().eval("Array.from(document.querySelectorAll('pre code')).some(function (c) { return"
                        + " /<[a-z-]+>/.test(c.textContent); })")
                .getAsBoolean());
    }

    @Test
    void aRunKeepsItsTicksAndIsExportedAsMarkdown() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        tab().eval("document.querySelector('#ac\\\\.run > button').click()");
        tab().eval("document.querySelectorAll('.tick input')[0].click()");
        assertEquals(
                1,
                tab().eval("document.querySelectorAll('.step.is-done').length").getAsInt());
        tab().reload();
        assertEquals(
                1,
                tab().eval("document.querySelectorAll('.step.is-done').length").getAsInt());
        assertTrue(tab().eval("document.querySelectorAll('.step')[1].classList.contains('is-next')")
                .getAsBoolean());
        tab().eval("document.querySelectorAll('.run-bar button')[0].click()");
        String markdown = text("document.querySelector('dialog.export textarea').value");
        assertTrue(markdown.startsWith("## Timeline\n\n| Time | What happened |\n|---|---|\n| 20"), markdown);
        assertTrue(markdown.contains("playbook: data/restore-database@"), markdown);
        assertEquals(List.of(), tab().complaints());
    }

    @Test
    void listsAreFilteredAndSorted() throws IOException, InterruptedException {
        tab().show(at("incidents/index.html"));
        int all = tab().eval("document.querySelectorAll('tbody tr:not([hidden])').length")
                .getAsInt();
        tab().eval("(function () { var i = document.querySelector('.filter input'); i.value = 'session store';"
                + " i.dispatchEvent(new Event('input')); })()");
        int left = tab().eval("document.querySelectorAll('tbody tr:not([hidden])').length")
                .getAsInt();
        assertTrue(left > 0 && left < all, left + " of " + all);
        tab().eval("document.querySelector('table.sortable th button').click()");
        assertEquals("ascending", text("document.querySelector('table.sortable th').getAttribute('aria-sort')"));
        assertTrue(
                tab().eval("(function () { var t = Array.from(document.querySelector('table.sortable').tBodies[0].rows)"
                                + ".map(function (r) { return r.querySelector('time').getAttribute('datetime'); });"
                                + " return t.join() === t.slice().sort().join(); })()")
                        .getAsBoolean());
    }

    @Test
    void keysLeadThroughTheSite() throws IOException, InterruptedException {
        tab().show(at("index.html"));
        tab().press("?");
        waitFor("document.getElementById('ac.keys').open");
        tab().eval("document.getElementById('ac.keys').close()");
        tab().press("g");
        tab().press("p");
        tab().waitForLoad();
        waitFor("location.pathname.endsWith('playbooks/index.html')");
    }

    @Test
    void theFirstTabLeadsToTheSkipLinkAndFocusIsSeen() throws IOException, InterruptedException {
        tab().show(at("index.html"));
        assertEquals(
                "skip",
                text(
                        "(function () { var first = document.querySelector('a, button, input'); return first.className; })()"));
        tab().eval("document.querySelector('.skip').focus()");
        assertTrue(tab().eval("document.querySelector('.skip').getBoundingClientRect().left >= 0")
                .getAsBoolean());
    }

    @Test
    void withoutJavaScriptEveryPageIsWhole() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        String with = text(
                "Array.from(document.querySelectorAll('.step-title')).map(function (e) { return e.textContent; }).join()");
        tab().scripts(false);
        tab().show(at(PLAYBOOK));
        assertEquals(
                0,
                tab().eval("document.querySelectorAll('button:not(dialog button)').length")
                        .getAsInt());
        assertEquals(
                with,
                text(
                        "Array.from(document.querySelectorAll('.step-title')).map(function (e) { return e.textContent; }).join()"));
        assertTrue(tab().eval("document.querySelector('.run').hidden").getAsBoolean());
        tab().show(at("pages/how-to-read-this-site.html"));
        assertTrue(text("document.querySelector('code.language-mermaid').textContent")
                .startsWith("flowchart"));
        tab().scripts(true);
    }

    @Test
    void aDiagramIsDrawnAndItsSourceStays() throws IOException, InterruptedException {
        tab().show(at("pages/how-to-read-this-site.html"));
        waitFor("document.querySelector('.diagram svg') !== null");
        assertTrue(text("document.querySelector('.diagram svg').textContent").contains("restoring"));
        assertEquals("The states of a system", text("document.querySelector('.diagram svg title').textContent"));
        assertTrue(text("document.querySelector('.diagram-source code').textContent")
                .startsWith("flowchart"));
        tab().show(at("index.html"));
        assertTrue(tab().requests().stream().filter(r -> r.contains("mermaid")).count() == 1);
    }

    @Test
    void codeIsColouredAndSaysTheSame() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        assertTrue(tab().eval("document.querySelectorAll('pre.code .token').length")
                        .getAsInt()
                > 3);
        String coloured = text(
                "Array.from(document.querySelectorAll('pre.code')).map(function (e) { return e.textContent; }).join('')");
        tab().scripts(false);
        tab().show(at(PLAYBOOK));
        assertEquals(
                coloured,
                text(
                        "Array.from(document.querySelectorAll('pre.code')).map(function (e) { return e.textContent; }).join('')"));
        tab().scripts(true);
    }

    @Test
    void picturesKeepTheirPlace() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        assertTrue(tab().eval("document.querySelectorAll('.prose img').length").getAsInt() > 0);
        assertTrue(tab().eval(
                        "Array.from(document.querySelectorAll('.prose img')).every(function (i) { return i.width > 1 && i.height > 1"
                                + " && i.getAttribute('width') && i.loading === 'lazy'; })")
                .getAsBoolean());
        tab().eval("document.querySelector('.enlarge').click()");
        assertTrue(tab().eval("document.querySelector('dialog.lightbox').open").getAsBoolean());
    }
}
