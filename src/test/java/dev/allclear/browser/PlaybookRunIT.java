package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.cli.InProcess;
import dev.allclear.cli.Tool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Following a playbook in the browser: blanks, ticks, the clock, and what is left of it as Markdown. */
class PlaybookRunIT extends Reading {

    private static final String START = "document.querySelector('#ac\\\\.run > button').click()";

    private void fill(String value) throws IOException, InterruptedException {
        tab().eval("document.querySelectorAll('.blanks input').forEach(function (i, n) { i.value = " + value
                + "; i.dispatchEvent(new Event('input')); })");
    }

    /** The clock of the page, in seconds since 1970. */
    private void itIs(long seconds) throws IOException, InterruptedException {
        tab().eval("Date.now = function () { return " + seconds * 1000 + "; }; undefined");
    }

    @Test
    void blanksAreFilledInOnceAndStayAfterAReload() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        assertTrue(count("mark.blank") > count(".blanks input"), "a blank stands in more than one command");
        fill("'value-' + n");
        String filled = "Array.from(document.querySelectorAll('mark.blank')).every(function (m) { return"
                + " m.textContent.indexOf('value-') === 0; })";
        assertTrue(is(filled));
        tab().reload();
        assertTrue(is(filled));
        assertFalse(is("Array.from(document.querySelectorAll('.playbook code')).some(function (c) { return"
                + " /<[a-z-]+>/.test(c.textContent); })"));
    }

    @Test
    void whatIsFilledInIsNoMarkup() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        fill("'<img src=x onerror=alert(1)>$&'");
        assertEquals(0, count("mark.blank img"));
        assertEquals("<img src=x onerror=alert(1)>$&", text("document.querySelector('mark.blank').textContent"));
        fill("''");
        assertTrue(text("document.querySelector('mark.blank').textContent").startsWith("<"));
    }

    @Test
    void aRunKeepsItsTicksAndItsClock() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        itIs(1_795_000_000);
        tab().eval(START);
        itIs(1_795_000_600);
        tab().eval("document.querySelectorAll('.tick input')[0].click()");
        assertEquals(1, count(".step.is-done"));
        tab().reload();
        itIs(1_795_000_660);
        assertEquals(1, count(".step.is-done"));
        assertTrue(is("document.querySelectorAll('.step')[1].classList.contains('is-next')"));
        waitFor("document.querySelector('.run-clock').textContent === '0:11:00'");
        assertTrue(text("document.querySelector('.run-state').textContent").contains("3:49:00 left"));
        assertFalse(is("document.querySelector('.run-bar').classList.contains('late')"));
        itIs(1_795_000_000 + 4 * 3600 + 90);
        waitFor("document.querySelector('.run-bar').classList.contains('late')");
        assertTrue(text("document.querySelector('.run-state').textContent").contains("0:01:30 over"));
        tab().eval("document.querySelectorAll('.tick input')[0].click()");
        assertEquals(0, count(".step.is-done"), "a tick can be taken back");
        assertEquals(List.of(), tab().complaints());
    }

    /** The Timeline goes into {@code incident.md}, the decision into {@code decisions.md}: AllClear reads both. */
    @Test
    void whatARunExportsIsReadAsATimelineAndADecision() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        itIs(1_794_900_000);
        tab().eval(START);
        itIs(1_794_900_900);
        tab().eval("document.querySelectorAll('.tick input')[0].click()");
        itIs(1_794_901_500);
        tab().eval("document.querySelectorAll('.tick input')[1].click()");
        tab().eval("document.querySelectorAll('.run-bar button')[0].click()");
        tab().eval("(function () { var i = document.querySelector('.who input'); i.value = 'joana.pinho';"
                + " i.dispatchEvent(new Event('input')); })()");
        String markdown = text("document.querySelector('dialog.export textarea').value");
        int second = markdown.indexOf("\n## ", 5);
        assertTrue(markdown.startsWith("## Timeline\n") && second > 0, markdown);

        Path content = Tool.copy(Tool.DEMO, folder.resolve("exported"));
        Path incident = Files.createDirectories(content.resolve("incidents/2026-11-17-run"));
        Files.writeString(
                incident.resolve("incident.md"),
                "---\ntitle: A run\nkind: data\nseverity: minor\nsystems: [freight]\ndeclared: 2026-11-17 00:00\n---\n\n"
                        + "Words.\n\n" + markdown.substring(0, second));
        Files.writeString(incident.resolve("decisions.md"), markdown.substring(second + 1));
        Path built = folder.resolve("exported-site");
        Tool.Answer answer =
                InProcess.run("build", "--content", content.toString(), "--site", built.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        assertFalse(answer.err().contains("2026-11-17-run"), answer.err());

        Document log = Jsoup.parse(Files.readString(built.resolve("incidents/2026-11-17-run/decisions.html")));
        assertEquals("2026-11-17T07:20:00Z", log.select(".decision .when time").attr("datetime"));
        assertEquals("Joana Pinho", log.select(".decision dd a").eachText().get(0));
        assertTrue(log.select(".decision dd").eachText().stream()
                .anyMatch(t -> t.startsWith("Restore the database to the standby environment, version")));
        Document page = Jsoup.parse(Files.readString(built.resolve("incidents/2026-11-17-run/incident.html")));
        assertEquals(3, page.select(".prose tbody tr").size());
        assertEquals(
                "Step 2: Prove that the backup reaches it",
                page.select(".prose tbody tr:last-child td:last-child").text());
    }

    /** A site of one playbook more, and that playbook's page. */
    private URI odd(String text) throws IOException {
        Path content = folder.resolve("odd/content");
        if (!Files.exists(content)) {
            Tool.copy(Tool.DEMO, content);
        }
        Files.writeString(content.resolve("playbooks/odd.md"), text);
        Path built = folder.resolve("odd/site");
        Tool.Answer answer =
                InProcess.run("build", "--content", content.toString(), "--site", built.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        return built.resolve("playbooks/odd.html").toUri();
    }

    private static String playbook(int version, String rest) {
        return "---\ntitle: Steps & <angles> *bold*\nversion: " + version
                + "\nowner: joana.pinho\nsystems: [freight]\nreviewed: 2026-11-10\n---\n\nWords.\n\n" + rest;
    }

    private static String step(String title, String does) {
        return "### " + title + "\n\n```step\nwho: joana.pinho\nhow: manual\n```\n\n" + does + "\n\n";
    }

    private void clickTick(int step) throws IOException, InterruptedException {
        tab().eval("document.querySelectorAll('.tick input')[" + step + "].click()");
    }

    private String exported() throws IOException, InterruptedException {
        tab().eval("document.querySelectorAll('.run-bar button')[0].click()");
        String markdown = text("document.querySelector('dialog.export textarea').value");
        tab().eval("document.querySelector('dialog.export').close()");
        return markdown;
    }

    @Test
    void aRedirectionIsNoBlankAndANameInAnyScriptIsOne() throws IOException, InterruptedException {
        tab().show(odd(playbook(1, "## Steps\n\n" + step("Load it", """
                                ```sh
                                mysql shop <dump.sql >restore.log
                                mysql shop <dump.sql 2>restore.log
                                cat <<EOF >out
                                ssh <user>@<nom d'hôte> -p <host:port> <Größe> <サーバー> <host/name> --db=<damaged-host>
                                curl <https://example.com>
                                ```

                                ```java
                                List<String> all;
                                ```

                                ```mermaid
                                flowchart LR
                                  a["one<br>two"]
                                ```
                                """))));
        assertEquals(
                "<user> <nom d'hôte> <host:port> <Größe> <サーバー> <host/name> <damaged-host>",
                text(
                        "Array.from(document.querySelectorAll('mark.blank')).map(function (m) { return m.textContent; }).join(' ')"));
        assertEquals(7, count(".blanks input"));
        assertTrue(text("document.querySelector('pre code').textContent")
                .startsWith("mysql shop <dump.sql >restore.log\n"));
        assertEquals(List.of(), tab().complaints());
    }

    @Test
    void aBlankAndAStepMayBeCalledConstructor() throws IOException, InterruptedException {
        tab().show(odd(playbook(1, "## Steps\n\n" + step("Constructor", "`run <constructor>`"))));
        assertEquals("<constructor>", text("document.querySelector('mark.blank').textContent"));
        tab().eval(START);
        assertEquals(0, count(".step.is-done"));
        assertEquals(List.of(), tab().complaints());
    }

    /** The next outage is not on the host of the last one. */
    @Test
    void theEndOfARunClearsWhatWasFilledIn() throws IOException, InterruptedException {
        tab().show(at(PLAYBOOK));
        fill("'old-host'");
        tab().eval(START);
        tab().eval("window.confirm = function () { return true; };"
                + " document.querySelectorAll('.run-bar button')[1].click()");
        assertEquals(0, count("mark.filled"));
        assertEquals("", text("document.querySelector('.blanks input').value"));
        tab().reload();
        assertEquals(0, count("mark.filled"));
        assertTrue(is("document.querySelector('.run-bar').hidden"));
    }

    @Test
    void aRunKeepsToItsStepsWhenThePlaybookIsEdited() throws IOException, InterruptedException {
        String first = step("Stop the writers", "Stop them.");
        String second = step("Drop `<table>` | *now* \\_x\\_", "Drop it.");
        URI page = odd(playbook(1, "## Steps\n\n" + first + second));
        tab().show(page);
        tab().eval(START);
        clickTick(0);
        clickTick(1);
        assertEquals("", text("document.querySelector('.run-changed').textContent"));

        odd(playbook(2, "## Steps\n\n" + step("Ask somebody", "Ask.") + first));
        tab().show(page);
        assertFalse(is("document.querySelectorAll('.tick input')[0].checked"), "a step that is new");
        assertTrue(is("document.querySelectorAll('.tick input')[1].checked"), "a step that moved");
        assertTrue(text("document.querySelector('.run-changed').textContent").endsWith("(1 → 2)"));
        String markdown = exported();
        assertTrue(markdown.contains(" | Step 1: Stop the writers |\n"), markdown);
        assertTrue(markdown.contains(" | Step 2: Drop \\<table\\> \\| now \\_x\\_ |\n"), markdown);
        assertTrue(markdown.contains(" | Started: Steps \\& \\<angles\\> \\*bold\\* |\n"), markdown);
        assertTrue(markdown.contains("\n## Steps \\& \\<angles\\> \\*bold\\*\n"), markdown);
        assertTrue(markdown.contains("\nplaybook: odd@1\n"), markdown);
        assertEquals(List.of(), tab().complaints());
    }

    /** What another tab has ticked is in what is stored, and that is read before anything is written. */
    @Test
    void twoTabsTickTheSameRun() throws IOException, InterruptedException {
        URI page = odd(playbook(
                1, "## Steps\n\n" + step("One", "One.") + step("Two", "Two `<host>`.") + step("Three", "Three.")));
        tab().show(page);
        tab().eval(START);
        String other =
                "(function () { var r = JSON.parse(localStorage['allclear.run.odd.run']); r.steps.%s = [1, 'Step']; "
                        + "localStorage['allclear.run.odd.run'] = JSON.stringify(r); })()";
        tab().eval(other.formatted("one"));
        clickTick(1);
        assertEquals(2, count(".step.is-done"));
        tab().eval(other.formatted("three"));
        tab().eval("localStorage['allclear.run.odd.blanks'] = '{\"host\": \"db1\"}';"
                + " window.dispatchEvent(new StorageEvent('storage'))");
        assertEquals(3, count(".step.is-done"));
        assertEquals("db1", text("document.querySelector('mark.blank').textContent"));
        tab().eval("localStorage.removeItem('allclear.run.odd.run')");
        clickTick(0);
        assertTrue(is("document.querySelector('.run-bar').hidden"), "the other tab has ended the run");
    }

    @Test
    void aPageOfAVersionHasARunOfItsOwn() throws IOException, InterruptedException {
        tab().show(odd(playbook(1, "## Steps\n\n" + step("One", "One."))));
        tab().eval(START);
        Path page = folder.resolve("odd/site/playbooks/odd.html");
        Path copy = page.resolveSibling("odd-copy.html");
        Files.writeString(copy, Files.readString(page).replace("data-label=\"\"", "data-label=\"one\""));
        tab().show(copy.toUri());
        assertTrue(is("document.querySelector('.run-bar').hidden"));
    }
}
