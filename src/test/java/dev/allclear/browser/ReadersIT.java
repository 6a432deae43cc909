package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.allclear.cli.InProcess;
import dev.allclear.cli.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers see and do, in a real browser, from files as on a stick. */
class ReadersIT extends Reading {

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
    void twoClicksLeadFromHomeToTheFirstCommandOfThePlaybookThatFits() throws IOException, InterruptedException {
        for (int width : new int[] {1280, 360}) {
            tab().width(width);
            tab().show(at("index.html"));
            tab().leave("document.querySelector('.incident-card .playbook-links a').click()");
            tab().eval("document.querySelector('#ac\\\\.run a, .first-step a').click()");
            waitFor("(function () { var b = document.querySelector('.step pre code').getBoundingClientRect();"
                    + " return b.top >= 0 && b.top < window.innerHeight; })()");
        }
    }

    @Test
    void theTableOfContentsFollowsTheReading() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        for (int step : new int[] {4, 1}) {
            tab().eval("document.querySelectorAll('.step h3')[" + step
                    + "].scrollIntoView({behavior: 'instant', block: 'start'})");
            waitFor("document.querySelectorAll('.toc [aria-current]').length === 1 && document.querySelector('.toc"
                    + " [aria-current]').hash === '#' + document.querySelectorAll('.step h3')[" + step + "].id");
        }
    }

    @Test
    void theMarksOfThePictureLeadToTheirDecisions() throws IOException, InterruptedException {
        tab().show(at("incidents/2026-06-09-stolen-support-account/incident.html"));
        assertEquals(8, count(".wide .mark"));
        String title = text("document.querySelectorAll('.wide .mark title')[3].textContent");
        tab().leave("location.href = document.querySelectorAll('.wide .mark')[3].href.baseVal");
        String heading = text("document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent");
        assertTrue(title.startsWith("4: " + heading.replace(" #", "").strip()), title + " / " + heading);
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
        String words = "Array.from(document.querySelectorAll('main :is(h1, h2, h3, h4, td, th, li, dd, dt, p, text)"
                + ":not(.filter, .step, .first-step, :is(fieldset, .run, dialog, .diagram) *)')).filter(function (e) { return !e.hidden; })"
                + ".map(function (e) { return e.textContent.replace(/\\s+/g, ' ').trim(); }).join('\\n')";
        for (Map.Entry<String, URI> page : everyKind().entrySet()) {
            tab().show(page.getValue());
            String with = text(words);
            tab().scripts(false);
            tab().show(page.getValue());
            String without = text(words);
            assertEquals(0, count("button:not(dialog button, [hidden] button)"), page.getKey());
            assertEquals(0, count("main [hidden]:not(.run)"), page.getKey());
            tab().scripts(true);
            assertEquals(with, without, page.getKey());
        }
        tab().scripts(false);
        tab().show(at(PLAYBOOK));
        assertTrue(is("document.querySelector('.run').hidden"));
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
        for (Map.Entry<String, URI> page : everyKind().entrySet()) {
            if (!page.getKey().contains("diagram")) {
                tab().show(page.getValue());
            }
        }
        assertEquals(
                1, tab().requests().stream().filter(r -> r.contains("mermaid")).count());
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
        assertTrue(is("document.querySelector('dialog.lightbox').open"));
        tab().eval("document.querySelector('dialog.lightbox button').click()");
        waitFor("document.querySelector('dialog.lightbox') === null");
        assertTrue(is("document.activeElement.className === 'enlarge'"));
    }

    /** Each click in the table of contents marks what was clicked, and the last section only where the page ends. */
    @Test
    void theTableOfContentsMarksWhatIsClicked() throws IOException, InterruptedException {
        for (String page : new String[] {PLAYBOOK, "incidents/2026-06-09-stolen-support-account/root-cause.html"}) {
            tab().show(at(page));
            tab().eval("document.documentElement.style.scrollBehavior = 'auto'");
            String marked = "document.querySelector('.toc [aria-current]')";
            assertTrue(is(marked + " === document.querySelector('.toc a')"), "at the top");
            for (int i = 0; i < count(".toc a"); i++) {
                String link = "document.querySelectorAll('.toc a')[" + i + "]";
                tab().eval(link + ".click()");
                waitFor(marked + " === " + link
                        + " || window.innerHeight + window.scrollY > document.documentElement.scrollHeight - 2");
            }
            tab().eval("window.scrollTo(0, 1e6)");
            waitFor(marked + " === document.querySelector('.toc li:last-child a')");
        }
    }

    @Test
    void aTableInWhichTheFilterLeavesNothingIsNotShown() throws IOException, InterruptedException {
        tab().show(at("incidents/index.html"));
        int tables = count("main .scroll");
        tab().eval("(function () { var i = document.querySelector('.filter input'); i.value = 'stolen support';"
                + " i.dispatchEvent(new Event('input')); })()");
        assertTrue(tables > 1);
        assertEquals(1, count("main .scroll:not([hidden])"));
        assertEquals(1, count("main h2:not([hidden])"));
        tab().eval("(function () { var i = document.querySelector('.filter input'); i.value = '';"
                + " i.dispatchEvent(new Event('input')); })()");
        assertEquals(tables, count("main .scroll:not([hidden])"));
    }

    /** WCAG 2.1.4: who dictates must be able to turn the keys off. */
    @Test
    void theKeysCanBeTurnedOffForGood() throws IOException, InterruptedException {
        tab().show(at("index.html"));
        tab().eval("document.querySelector('[data-keys]').click()");
        tab().show(at("people.html"));
        assertFalse(is("document.querySelector('[data-keys]').checked"));
        tab().press("?");
        assertFalse(is("document.getElementById('ac.keys').open"));
        tab().eval("document.querySelector('[data-keys]').click()");
        tab().press("?");
        waitFor("document.getElementById('ac.keys').open");
    }

    @Test
    void theNumbersOfDecisionsAreBlackOnPaper() throws IOException, InterruptedException {
        tab().show(at("incidents/2026-06-09-stolen-support-account/decisions.html"));
        tab().medium("print");
        assertEquals("rgb(0, 0, 0)", text("getComputedStyle(document.querySelector('.nth')).color"));
        tab().medium("");
    }

    @Test
    void aLongWordDoesNotPushThePageAside() throws IOException, InterruptedException {
        String word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
        Path content = Tool.copy(InProcess.SMALL, folder.resolve("long/content"));
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replaceFirst("(?m)^title: (\"?)", "title: $1" + word + " ")
                                .replaceFirst("(?m)^tags: \\[", "tags: [" + word.toLowerCase(Locale.ROOT) + ", ")
                                .replace("name: Catalogue", "name: " + word)
                                .replace("name: Lending desk", "name: " + word));
            }
        }
        Path built = folder.resolve("long/site");
        Tool.Answer answer = InProcess.run(
                "build", "--content", content.toString(), "--site", built.toString(), "--now", InProcess.SMALL_NOW);
        assertEquals(0, answer.status(), answer.err());
        tab().width(360);
        List<String> wide = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(built)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html") && !p.endsWith("emergency.html"))
                    .sorted()
                    .toList()) {
                tab().show(page.toUri());
                if (is("document.documentElement.scrollWidth > 360")) {
                    wide.add(built.relativize(page) + ": "
                            + text("Array.from(document.querySelectorAll('body *')).filter(function (e) { return"
                                    + " e.getBoundingClientRect().right > 361; }).map(function (e) { return e.tagName + '.'"
                                    + " + e.className; }).slice(0, 6).join(' ')"));
                }
            }
        }
        assertEquals(List.of(), wide);
    }
}
