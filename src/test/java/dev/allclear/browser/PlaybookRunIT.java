package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.cli.InProcess;
import dev.allclear.cli.Tool;
import java.io.IOException;
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
}
