package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a playbook says. */
class PlaybookPageTest {

    @TempDir
    private Path folder = Path.of("");

    private Document page(String steps) throws IOException {
        Path content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        Files.writeString(
                content.resolve("playbooks/lend.md"),
                "---\ntitle: Lend\nversion: 1\nowner: bram.ode\nsystems: [catalogue, lending]\nreviewed: 2026-04-30\n---\n\n"
                        + steps);
        Path site = folder.resolve("site");
        Tool.Answer answer = InProcess.run(
                "build", "--content", content.toString(), "--site", site.toString(), "--now", InProcess.SMALL_NOW);
        assertEquals(0, answer.status(), answer.err());
        return Jsoup.parse(Files.readString(site.resolve("playbooks/lend.html")));
    }

    /** The clock runs against what the systems allow, whether or not the steps say how long they take. */
    @Test
    void theObjectiveIsTheShortestOfTheSystemsWithoutAnyWithin() throws IOException {
        Document page = page("## Steps\n\n### Lend\n\nLend.\n");
        assertEquals("7200", page.expectFirst("[id=ac.run]").attr("data-objective"));
        assertEquals(0, page.select(".budget").size());
    }

    @Test
    void aLinkInTheTitleOfAStepIsNoneInTheTableOfContents() throws IOException {
        Document page =
                page("## Before\n\nWords.\n\n## Steps\n\n### Ask [the vault](https://example.com) first\n\nAsk.\n");
        assertEquals(1, page.select(".step-title a").size());
        assertEquals(
                "Ask the vault first",
                Objects.requireNonNull(page.select(".toc li").last()).text());
        assertEquals(
                1,
                Objects.requireNonNull(page.select(".toc li").last())
                        .select("a")
                        .size());
    }

    /** A page that is never changed must not say what ceases to be true. */
    @Test
    void aPageOfAVersionSaysInForceOfItsOwnDayOnly() throws IOException {
        Path site = new Released(folder).first().site();
        String page = "playbooks/restore-catalogue.html";
        String frozen = Jsoup.parse(Files.readString(site.resolve("v/2026-05").resolve(page)))
                .select("tr.here")
                .text();
        assertTrue(frozen.contains("in force when this version was published"), frozen);
    }
}
