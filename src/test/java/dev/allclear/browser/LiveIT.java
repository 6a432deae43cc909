package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.BuildTime;
import dev.allclear.build.Settings;
import dev.allclear.cli.Tool;
import dev.allclear.serve.Serving;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author sees while writing, in a real browser. */
class LiveIT {

    private static final String PAGE = "playbooks/data/restore-database.html";
    private static final String OVERLAY = "document.getElementById('allclear-live')";
    private static final String SAID = "(" + OVERLAY + " ? " + OVERLAY + ".shadowRoot.textContent : '')";

    @TempDir
    private Path folder = Path.of("");

    private @Nullable Chromium browser;
    private @Nullable Serving serving;
    private @Nullable Thread following;
    private @Nullable Tab opened;
    private Path playbook = Path.of("");

    @BeforeEach
    void start() throws Exception {
        Path found = Chromium.need("what an author sees");
        playbook = Tool.copyOfDemo(folder.toRealPath()).resolve("playbooks/data/restore-database.md");
        Serving begun = Serving.start(
                new Settings(
                        folder.resolve("content"),
                        folder.resolve("site"),
                        null,
                        new BuildTime(Tool.NOW, null, Clock.systemUTC()),
                        2,
                        false,
                        "test"),
                0,
                new Serving.Log() {
                    @Override
                    public void taken(int port) {}

                    @Override
                    public void rebuilt(Serving.Rebuilt rebuilt) {}
                });
        serving = begun;
        following = new Thread(() -> {
            try {
                begun.follow();
            } catch (BuildProblem e) {
                throw new IllegalStateException(e);
            }
        });
        following.start();
        browser = Chromium.start(found, folder.resolve("profile"));
        opened = browser.open();
        opened.width(1280);
        opened.show(begun.address().resolve(PAGE));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (following != null) {
            following.interrupt();
            following.join();
        }
        if (serving != null) {
            serving.close();
        }
    }

    private Tab tab() {
        return Objects.requireNonNull(opened);
    }

    private void waitFor(String condition) throws InterruptedException {
        tab().waitFor(condition);
    }

    /** A file that is being written may be read half: what is said of that half is not waited for. */
    private void waitToBeTold(String part) throws InterruptedException {
        waitFor(SAID + ".includes('" + part + "')");
    }

    private void append(String text) throws IOException {
        Files.writeString(playbook, Files.readString(playbook) + text);
    }

    @Test
    void thePageIsLoadedAgainWhereItWasScrolledTo() throws Exception {
        tab().eval("scrollTo({top: 700, behavior: 'instant'}); window.before = true; undefined");
        assertEquals(700, tab().eval("scrollY").getAsInt());
        append("\nWritten just now.\n");
        waitFor("document.body.textContent.includes('Written just now.') && !window.before");
        waitFor("document.readyState === 'complete' && Math.abs(scrollY - 700) < 2");
        assertEquals(java.util.List.of(), tab().complaints());
    }

    /** As where a heading is being written anew, and the page ends before it for a moment. */
    @Test
    void aPageThatWasShorterMeanwhileIsWhereItWas() throws Exception {
        String whole = Files.readString(playbook);
        tab().eval("scrollTo({top: 2000, behavior: 'instant'}); window.before = true; undefined");
        Files.writeString(playbook, whole.substring(0, whole.indexOf("\n## ")));
        waitFor("!window.before && document.readyState === 'complete' && scrollY < 1900");
        Files.writeString(playbook, whole + "\nWritten just now.\n");
        waitFor("document.body.textContent.includes('Written just now.') && document.readyState === 'complete'");
        waitFor("Math.abs(scrollY - 2000) < 2");
    }

    @Test
    void findingsStandOverTheLastGoodPageAndVanish() throws Exception {
        String good = Files.readString(playbook);
        append("\nSee [the vault](vault.md), written just now.\n");
        waitToBeTold("vault.md");
        String said = tab().eval(SAID).getAsString();
        assertTrue(said.contains("content/playbooks/data/restore-database.md:"), said);
        assertTrue(said.contains("last good one"), said);
        assertFalse(tab().eval("document.body.textContent.includes('written just now')")
                .getAsBoolean());
        assertEquals(
                "alert",
                tab().eval(OVERLAY + ".shadowRoot.querySelector('section').getAttribute('role')")
                        .getAsString());
        assertEquals("BODY", tab().eval("document.activeElement.tagName").getAsString());
        Files.writeString(playbook, good);
        waitFor("!" + OVERLAY);
    }

    @Test
    void escapeDismissesFindingsUntilThereAreOthers() throws Exception {
        append("\nSee [the vault](vault.md).\n");
        waitToBeTold("vault.md");
        tab().eval("dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))");
        waitFor("!" + OVERLAY);
        append("\nSee [the safe](safe.md).\n");
        waitToBeTold("safe.md");
    }

    @Test
    void warningsAreOneLineThatOpens() throws Exception {
        append("\nTODO: say more.\n");
        waitFor("document.body.textContent.includes('TODO: say more.')");
        String list = OVERLAY + ".shadowRoot.querySelector('ol')";
        waitFor("!!" + OVERLAY + " && getComputedStyle(" + list + ").display === 'none'");
        tab().eval(OVERLAY + ".shadowRoot.querySelector('button').click()");
        waitFor("getComputedStyle(" + list + ").display !== 'none'");
        assertTrue(tab().eval(SAID).getAsString().contains("text/placeholder"));
    }

    @Test
    void axeFindsNoBarrierInTheOverlay() throws Exception {
        append("\nSee [the vault](vault.md).\n");
        waitToBeTold("vault.md");
        try (InputStream in = Objects.requireNonNull(LiveIT.class.getResourceAsStream("/axe.min.js"))) {
            tab().eval(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; undefined");
        }
        for (String scheme : new String[] {"light", "dark"}) {
            tab().prefer("prefers-color-scheme", scheme);
            assertEquals(
                    "[]",
                    tab().eval(
                                    "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map("
                                            + "v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))))")
                            .getAsString(),
                    scheme);
        }
    }
}
