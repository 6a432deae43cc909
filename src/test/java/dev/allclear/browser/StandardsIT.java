package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether every kind of page meets WCAG 2.2 AA, however it is looked at. */
class StandardsIT extends Reading {

    private static String axe = "";

    @BeforeAll
    static void load() throws IOException {
        try (InputStream in = Objects.requireNonNull(StandardsIT.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void show(String kind, URI page) throws IOException, InterruptedException {
        tab().show(page);
        if (kind.contains("diagram")) {
            waitFor("document.querySelector('.diagram svg') !== null");
        }
    }

    /** How many checks passed; adds what did not. */
    private int look(String where, String options, List<String> barriers) throws IOException, InterruptedException {
        tab().eval(axe + "; undefined");
        JsonObject result = tab().eval("axe.run(document, {resultTypes: ['violations'], " + options
                        + "}).then(function (r) { return {passes: r.passes.length, violations: r.violations.map(function"
                        + " (v) { return v.id + ': ' + v.nodes.map(function (n) { return n.html.slice(0, 160) + ' ' +"
                        + " n.failureSummary; }).slice(0, 3).join(' | '); })}; })")
                .getAsJsonObject();
        for (JsonElement violation : result.getAsJsonArray("violations")) {
            barriers.add(where + ": " + violation.getAsString());
        }
        return result.get("passes").getAsInt();
    }

    @Test
    void axeFindsNoBarrier() throws IOException, InterruptedException {
        List<String> barriers = new ArrayList<>();
        Map<String, Integer> passed = new LinkedHashMap<>();
        Map<String, Integer> found = new LinkedHashMap<>();
        for (Map.Entry<String, URI> page : everyKind().entrySet()) {
            int before = barriers.size();
            for (int width : new int[] {1280, 360}) {
                tab().width(width);
                for (String scheme : List.of("light", "dark")) {
                    tab().prefer("prefers-color-scheme", scheme);
                    show(page.getKey(), page.getValue());
                    // The size of targets is new in WCAG 2.2, and off unless it is asked for.
                    int checks = look(
                            page.getKey() + ", " + scheme + ", " + width,
                            "rules: {'target-size': {enabled: true}}",
                            barriers);
                    passed.merge(page.getKey(), checks, Integer::sum);
                }
            }
            found.put(page.getKey(), barriers.size() - before);
        }
        Scoreboard.column("axe passed", passed);
        Scoreboard.column("axe barriers", found);
        assertEquals("", String.join("\n", barriers));
    }

    /** 7 to 1 (WCAG 1.4.6) for who asks for more than AA. */
    @Test
    void whoPrefersMoreContrastGetsIt() throws IOException, InterruptedException {
        List<String> barriers = new ArrayList<>();
        for (String scheme : List.of("light", "dark")) {
            tab().prefer(Map.of("prefers-contrast", "more", "prefers-color-scheme", scheme));
            for (Map.Entry<String, URI> page : everyKind().entrySet()) {
                show(page.getKey(), page.getValue());
                look(
                        page.getKey() + ", " + scheme,
                        "runOnly: {type: 'rule', values: ['color-contrast-enhanced']}",
                        barriers);
            }
        }
        assertEquals("", String.join("\n", barriers));
    }

    @Test
    void nothingMovesForWhomThatIsTooMuch() throws IOException, InterruptedException {
        String scrolls = "getComputedStyle(document.documentElement).scrollBehavior";
        tab().prefer("prefers-reduced-motion", "reduce");
        for (URI page : everyKind().values()) {
            tab().show(page);
            assertEquals("auto", text(scrolls));
            assertTrue(is("Array.from(document.querySelectorAll('*')).every(function (e) { var s = getComputedStyle(e);"
                    + " return s.animationName === 'none' && parseFloat(s.transitionDuration) === 0; })"));
        }
        tab().prefer("prefers-reduced-motion", "no-preference");
        assertEquals("smooth", text(scrolls), "so that this can't pass because nothing is preferred");
    }

    /** In the colours of the reader, pictures too, and each state by its shape and its border. */
    @Test
    void forcedColoursAreTheReaders() throws IOException, InterruptedException {
        tab().prefer("forced-colors", "active");
        tab().show(at("incidents/2026-06-09-stolen-support-account/incident.html"));
        String ink = "getComputedStyle(document.body).color";
        assertTrue(is("Array.from(document.querySelectorAll('.wide .bar text, .wide .bar .shape')).every(function (e) {"
                + " return getComputedStyle(e).fill === " + ink + "; })"));
        assertTrue(is("Array.from(document.querySelectorAll('.badge')).every(function (e) { return"
                + " getComputedStyle(e).borderStyle === 'solid' && e.querySelector('.shape') !== null; })"));
        tab().show(at("figures.html"));
        assertTrue(is("Array.from(document.querySelectorAll('.dot.met circle')).every(function (e) { return"
                + " getComputedStyle(e).fill === " + ink + "; })"));
    }

    /** 640 is 1280 at 200 % (WCAG 1.4.4), 320 at 400 % (1.4.10). */
    @Test
    void nothingRunsOutOfANarrowWindow() throws IOException, InterruptedException {
        List<String> wide = new ArrayList<>();
        for (int width : new int[] {640, 360, 320}) {
            tab().width(width);
            for (Map.Entry<String, URI> page : everyKind().entrySet()) {
                show(page.getKey(), page.getValue());
                int needed = tab().eval("document.documentElement.scrollWidth").getAsInt();
                if (needed > width) {
                    wide.add(page.getKey() + " needs " + needed + " of " + width);
                }
                tab().eval(
                                "Array.from(document.querySelectorAll('main :is(th, td, li, dt, dd, button, p, h1, h2, h3)'))"
                                        + ".filter(function (e) { return e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1; })"
                                        + ".map(function (e) { return e.outerHTML.slice(0, 120); })")
                        .getAsJsonArray()
                        .forEach(e -> wide.add(page.getKey() + ", " + width + " runs out of " + e.getAsString()));
            }
        }
        assertEquals("", String.join("\n", wide));
    }

    /** WCAG 1.4.12: the reader's own spacing hides nothing. */
    @Test
    void spacedTextIsNotCutOff() throws IOException, InterruptedException {
        List<String> cut = new ArrayList<>();
        for (int width : new int[] {1280, 360}) {
            tab().width(width);
            for (Map.Entry<String, URI> page : everyKind().entrySet()) {
                tab().show(page.getValue());
                tab().eval(
                                "(function () { var s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em"
                                        + " !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');"
                                        + " document.adoptedStyleSheets = document.adoptedStyleSheets.concat(s); })()");
                JsonElement lost = tab().eval(
                                "Array.from(document.querySelectorAll('main *')).filter(function (e) { var s = getComputedStyle(e);"
                                        + " return (s.overflowX === 'hidden' || s.overflowY === 'hidden') && e.clientWidth > 1"
                                        + " && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && !e.closest('svg'); })"
                                        + ".map(function (e) { return e.outerHTML.slice(0, 120); })");
                lost.getAsJsonArray().forEach(l -> cut.add(page.getKey() + ", " + width + ": " + l.getAsString()));
                int needed = tab().eval("document.documentElement.scrollWidth").getAsInt();
                if (needed > width) {
                    cut.add(page.getKey() + " needs " + needed + " of " + width);
                }
            }
        }
        assertEquals(List.of(), cut);
    }

    /** WCAG 2.4.7, 2.4.11: a ring around it, and not below the bar of a run. */
    @Test
    void whatHasTheFocusIsSeen() throws IOException, InterruptedException {
        List<String> unseen = new ArrayList<>();
        // Without waiting for the page to glide there.
        tab().prefer("prefers-reduced-motion", "reduce");
        for (int width : new int[] {1280, 360}) {
            tab().width(width);
            tab().show(at(PLAYBOOK));
            tab().eval("document.querySelector('#ac\\\\.run > button').click()");
            for (boolean back : new boolean[] {false, true}) {
                for (int i = 0; i < 70; i++) {
                    tab().tabulate(back);
                    String what = text(
                            "(function () { var e = document.activeElement; if (e === document.body) { return ''; }"
                                    + " var s = getComputedStyle(e); var name = e.outerHTML.slice(0, 90);"
                                    + " if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) { return 'no ring: ' + name; }"
                                    + " var bar = document.querySelector('.run-bar'); var b = e.getBoundingClientRect(); var r = bar.getBoundingClientRect();"
                                    + " if (!bar.contains(e) && b.top >= r.top - 1 && b.bottom <= r.bottom && b.left >= r.left && b.right <= r.right)"
                                    + " { return 'below the bar: ' + name; }"
                                    + " return b.bottom <= 0 || b.top >= innerHeight ? 'outside: ' + name : ''; })()");
                    if (!what.isEmpty()) {
                        unseen.add(width + " " + what);
                    }
                }
            }
        }
        assertEquals("", String.join("\n", unseen));
    }

    @Test
    void onPaperAPlaybookIsAChecklistWithItsNameOnEverySheet() throws IOException, InterruptedException {
        tab().medium("print");
        tab().show(at(PLAYBOOK));
        assertEquals("table", text("getComputedStyle(document.querySelector('main')).display"));
        // The head of a table is what browsers repeat on every page.
        assertEquals("table-header-group", text("getComputedStyle(document.querySelector('.stamp')).display"));
        assertTrue(text("document.querySelector('.stamp').innerText")
                .matches("Restore the database to the standby environment · version 4 · as of 2026-11-23 12:00\\s*"));
        assertEquals(6, count(".step .box"));
        assertTrue(
                is("Array.from(document.querySelectorAll('.box')).every(function (b) { return b.offsetWidth > 8; })"));
        for (String gone : List.of("nav", ".code-bar", ".run", ".blanks", ".first-step")) {
            assertTrue(
                    is("Array.from(document.querySelectorAll('" + gone
                            + "')).every(function (e) { return e.offsetHeight === 0; })"),
                    gone);
        }
        tab().show(at("incidents/2026-06-09-stolen-support-account/incident.html"));
        assertTrue(
                is("document.querySelector('table.course').offsetHeight > 100"), "the course as a table is unfolded");
        assertTrue(is("document.querySelector('.wide svg').getBoundingClientRect().width > 600"));
    }

    @Test
    void fromRightToLeftEverythingIsMirrored() throws IOException, InterruptedException {
        Path arabic = Sites.buildIn("ar", folder);
        for (int width : new int[] {1280, 360}) {
            tab().width(width);
            for (String path : Sites.KINDS.values()) {
                tab().show(arabic.resolve(path).toUri());
                assertEquals("rtl", text("document.documentElement.dir"));
                assertTrue(is("document.documentElement.scrollWidth <= " + width), path + " at " + width);
                assertTrue(
                        is("Math.abs(document.querySelector('h1').getBoundingClientRect().right"
                                + " - document.querySelector('main').getBoundingClientRect().right) < 60"),
                        path);
            }
        }
        tab().width(1280);
        tab().show(arabic.resolve(PLAYBOOK).toUri());
        assertTrue(is("document.querySelector('.toc').getBoundingClientRect().right"
                + " < document.querySelector('.step').getBoundingClientRect().left"));
        assertFalse(is("document.querySelector('.skip').getBoundingClientRect().right > 0"
                + " && document.querySelector('.skip').getBoundingClientRect().left < innerWidth"));
        // Commands stay as they are typed.
        assertEquals("ltr", text("getComputedStyle(document.querySelector('pre.code')).direction"));
    }
}
