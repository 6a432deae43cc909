package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.allclear.cli.Released;
import dev.allclear.cli.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions in a real browser, from files as on a stick, with scripts and without. */
class VersionsIT {

    private static final String PLAYBOOK = Released.PLAYBOOK + ".html";
    private static final String MENU = "document.querySelector('#ac\\\\.versions details')";

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable Chromium browser;
    private static @Nullable Released released;
    private static String before = "";

    private @Nullable Tab opened;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path found = Chromium.need("versions");
        released = new Released(folder.resolve("released")).first();
        before = released.read("v/2026-05/" + PLAYBOOK);
        released.second().third();
        browser = Chromium.start(found, folder.resolve("profile"));
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
        return Objects.requireNonNull(released).site().resolve(page).toUri();
    }

    private String text(String expression) throws IOException, InterruptedException {
        return tab().eval(expression).getAsString();
    }

    private boolean is(String expression) throws IOException, InterruptedException {
        return tab().eval(expression).getAsBoolean();
    }

    private void waitFor(String condition) throws InterruptedException {
        tab().waitFor(condition);
    }

    private String copy() throws IOException, InterruptedException {
        return text("document.getElementById('ac.copy').innerText");
    }

    /** Opens the menu and chooses an entry by the beginning of its text. */
    private static String choosing(String entry) {
        return "(function () { var menu = " + MENU + "; menu.open = true;"
                + " Array.from(menu.querySelectorAll('li a')).filter(function (a) { return a.textContent.indexOf('"
                + entry + "') === 0; })[0].click(); })()";
    }

    /** Does what leads to a page of the site, and waits for it. */
    private void leave(String expression, String page) throws IOException, InterruptedException {
        tab().leave(expression);
        assertEquals(at(page).toString(), text("location.href"));
    }

    @Test
    void aVersionSaysThatNewerOnesCameAfterIt() throws IOException, InterruptedException {
        assertEquals(before, Objects.requireNonNull(released).read("v/2026-05/" + PLAYBOOK), "it was not rewritten");
        tab().show(at("v/2026-05/" + PLAYBOOK));
        assertTrue(copy().contains("Version 1 (2026-05), published 2026-05-18, a fixed copy."), copy());
        assertTrue(copy().contains("Not the newest: 2 newer versions, the newest is 2026-07 of 2026-07-01."), copy());
        tab().show(at("v/2026-06/index.html"));
        assertTrue(copy().contains("Not the newest: 1 newer version, 2026-07 of 2026-07-01."), copy());
        tab().show(at("v/2026-07/index.html"));
        assertTrue(copy().contains("This is the newest version."), copy());
        leave("document.querySelector('#ac\\\\.copy a').click()", "index.html");
        assertTrue(is("document.getElementById('ac.copy') === null"));
        assertEquals(List.of(), tab().complaints());
    }

    @Test
    void thePickerLeadsToTheSamePageOfAnotherVersion() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        assertTrue(tab().requests().stream().noneMatch(r -> r.endsWith("pages.js")));
        leave(choosing("2026-06"), "v/2026-06/" + PLAYBOOK);
        assertEquals("Version: 2026-06", text(MENU + ".querySelector('summary').textContent"));
        assertTrue(text(MENU + ".querySelector('[aria-current]').textContent").startsWith("2026-06, number 2"));
        leave(choosing("2026-05"), "v/2026-05/" + PLAYBOOK);
        leave(choosing("newest pages"), PLAYBOOK);
        assertEquals(List.of(), tab().complaints());
    }

    @Test
    void whereThePageIsNotThePickerSaysSoAndLeadsToTheHomePage() throws IOException, InterruptedException {
        tab().show(at("pages/coming.html"));
        tab().eval(choosing("2026-05"));
        waitFor(MENU + ".querySelector('[role=status] a') !== null");
        assertEquals(
                "This page is not in version 2026-05. Home page of version 2026-05",
                text(MENU + ".querySelector('[role=status]').textContent"));
        assertTrue(is("document.activeElement === " + MENU + ".querySelector('[role=status] a')"));
        leave("document.activeElement.click()", "v/2026-05/index.html");
        // A page that is gone is found where it was.
        tab().show(at("v/2026-05/pages/leaving.html"));
        leave("document.querySelector('#ac\\\\.copy a').click()", "pages/leaving.html");
        assertEquals("This page is not in the newest version", text("document.querySelector('h1').textContent"));
        leave("document.querySelector('.gone a').click()", "v/2026-05/pages/leaving.html");
        // A page about versions is in none.
        tab().show(at("v/index.html"));
        leave(choosing("2026-06"), "v/2026-06/index.html");
        assertEquals(List.of(), tab().complaints());
    }

    @Test
    void thePickerIsWorkedWithKeys() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        tab().eval(MENU + ".querySelector('summary').focus()");
        assertFalse(is(MENU + ".open"));
        tab().press("\r");
        waitFor(MENU + ".open");
        tab().eval(MENU + ".querySelectorAll('li a')[1].focus()");
        tab().eval(
                        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))");
        waitFor("!" + MENU + ".open");
        assertTrue(is("document.activeElement === " + MENU + ".querySelector('summary')"));
        tab().eval(MENU + ".open = true");
        tab().eval("document.querySelector('h1').click()");
        waitFor("!" + MENU + ".open");
    }

    @Test
    void withoutJavaScriptThereArePlainLinks() throws IOException, InterruptedException {
        tab().scripts(false);
        tab().show(at("v/2026-05/" + PLAYBOOK));
        assertTrue(
                copy().contains(
                                "Version 1 (2026-05), published 2026-05-18, a fixed copy. Newest version of this page. All versions."),
                copy());
        assertFalse(copy().contains("newer"), copy());
        assertEquals(at("v/index.html").toString(), text("document.querySelector('#ac\\\\.versions a').href"));
        tab().show(at("v/index.html"));
        assertEquals(
                3, tab().eval("document.querySelectorAll('tbody tr').length").getAsInt());
        tab().scripts(true);
    }

    /** Old versions have no list of pages, a copy may lack the list of versions, and somebody may have written nonsense there. */
    @Test
    void whatIsMissingBreaksNothing() throws IOException, InterruptedException {
        Path copy = Tool.copy(Objects.requireNonNull(released).site(), folder.resolve("copy"));
        Files.delete(copy.resolve("v/2026-05/pages.js"));
        tab().show(copy.resolve(PLAYBOOK).toUri());
        tab().eval(choosing("2026-05"));
        waitFor(MENU + ".querySelector('[role=status] a') !== null");
        assertEquals(
                "Whether version 2026-05 has this page can’t be told. Home page of version 2026-05",
                text(MENU + ".querySelector('[role=status]').textContent"));
        Files.delete(copy.resolve("v/versions.js"));
        tab().show(copy.resolve("v/2026-05/" + PLAYBOOK).toUri());
        assertTrue(is(MENU + " === null"));
        assertTrue(copy().contains("All versions."), copy());
        assertTrue(
                tab().complaints().stream().allMatch(c -> c.contains("ERR_FILE_NOT_FOUND")),
                tab().complaints().toString());
        Files.writeString(
                copy.resolve("v/versions.js"),
                "window.allclearVersions = {format: 9, versions: [null, 1, {}, {label: '../..', number: 9, date: 'x'},"
                        + " {label: 'javascript:alert(1)', number: 8}, {label: '2026-05', number: 1, date: '<b>x</b>'}]};");
        tab().show(copy.resolve("v/2026-05/" + PLAYBOOK).toUri());
        assertEquals(2, tab().eval(MENU + ".querySelectorAll('li').length").getAsInt());
        assertTrue(text(MENU + ".textContent").contains("<b>x</b>"));
    }

    @Test
    void aWithdrawnVersionIsCalledThat() throws IOException, InterruptedException {
        Released other = new Released(folder.resolve("other")).first().second();
        Path stale = Tool.copy(other.site().resolve("v/2026-06"), folder.resolve("stale"));
        assertEquals(
                0,
                other.run(
                                "release",
                                "--withdraw",
                                "2026-06",
                                "--by",
                                "ipek.isik",
                                "--reason",
                                "x",
                                "--now",
                                Released.NOW)
                        .status());
        tab().show(other.site().resolve("v/2026-05/people.html").toUri());
        assertTrue(copy().contains("This is the newest version."), copy());
        assertTrue(
                is(
                        "Array.from(" + MENU
                                + ".querySelectorAll('a')).some(function (a) { return a.textContent.indexOf('2026-06') === 0 && a.textContent.indexOf('withdrawn') > 0; })"));
        // Somebody's browser, or a copy, still has the page.
        Files.move(other.site().resolve("v/2026-06"), folder.resolve("notices"));
        Files.move(stale, other.site().resolve("v/2026-06"));
        tab().show(other.site().resolve("v/2026-06/people.html").toUri());
        assertTrue(copy().contains("This version has been withdrawn."), copy());
    }

    @Test
    void axeFindsNoBarrierAndNothingRunsOut() throws IOException, InterruptedException {
        String axe;
        try (InputStream in = Objects.requireNonNull(VersionsIT.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> barriers = new ArrayList<>();
        for (String page : List.of(
                "v/2026-05/" + PLAYBOOK,
                "v/2026-07/index.html",
                "v/2026-07/changes.html",
                "v/index.html",
                "changes.html",
                "pages/leaving.html",
                PLAYBOOK)) {
            for (int width : new int[] {1280, 360, 320}) {
                tab().width(width);
                for (String scheme : List.of("light", "dark")) {
                    tab().prefer("prefers-color-scheme", scheme);
                    tab().show(at(page));
                    for (boolean open : new boolean[] {false, true}) {
                        tab().eval(MENU + ".open = " + open);
                        tab().eval(axe + "; undefined");
                        JsonObject result = tab().eval(
                                        "axe.run(document, {resultTypes: ['violations']}).then(function (r) { return {passes: r.passes.length,"
                                                + " violations: r.violations.map(function (v) { return v.id + ': ' + v.nodes.map(function (n) {"
                                                + " return n.html.slice(0, 160) + ' ' + n.failureSummary; }).slice(0, 3).join(' | '); })}; })")
                                .getAsJsonObject();
                        assertTrue(result.get("passes").getAsInt() > 10);
                        for (JsonElement violation : result.getAsJsonArray("violations")) {
                            barriers.add(page + ", " + scheme + ", " + width + ": " + violation.getAsString());
                        }
                        int needed = tab().eval("document.documentElement.scrollWidth")
                                .getAsInt();
                        if (needed > width) {
                            barriers.add(page + " needs " + needed + " of " + width);
                        }
                    }
                }
            }
        }
        assertEquals("", String.join("\n", barriers));
    }
}
