package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the status board and an incident's pages have to say at 3 a.m., on the demonstration. */
class StatusPagesTest {

    private static final String STOLEN = "incidents/2026-06-09-stolen-support-account/";
    private static final String APRIL = "incidents/2026-04-21-session-store-full/";
    private static final String AGAIN = "incidents/2026-11-17-session-store-full-again/";
    private static final String FREIGHT = "incidents/2026-11-21-freight-quotes-wrong-environment/";

    @TempDir
    private static Path folder = Path.of("");

    private static Path site = Path.of("");

    @BeforeAll
    static void build() {
        site = folder.resolve("site");
        Tool.Answer answer =
                InProcess.run("build", "--content", Tool.DEMO.toString(), "--site", site.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
    }

    private static Document page(String path) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(path)));
    }

    @Test
    void homeSaysOfEverySystemWhatItIsAndSinceWhen() throws IOException {
        Document home = page("index.html");
        assertEquals(9, home.select(".board .tile").size());
        boolean troubled = true;
        for (Element tile : home.select(".board .tile")) {
            String state = tile.select(".badge").text();
            assertEquals(1, tile.select(".badge .shape").size(), "a shape beside the word");
            assertTrue(
                    tile.select(".note").text().matches("since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d|no incident so far"));
            assertTrue(troubled || state.equals("operational"), "what is not operational comes first");
            troubled = !state.equals("operational");
        }
        assertEquals("Business as usual is suspended", home.select("h1").text());
        assertEquals(1, home.select("h1 .shape").size());
    }

    @Test
    void homeSaysOfEveryOpenIncidentWhoDecidesWhatWasDecidedWhatFitsAndWhatIsMissing() throws IOException {
        List<Element> cards = page("index.html").select(".incident-card");
        assertEquals(2, cards.size());
        for (Element card : cards) {
            String said = card.text();
            for (String part :
                    List.of("BAU is suspended", "Declared", "Decides", "Last decision", "Playbooks for it")) {
                assertTrue(said.contains(part), part + ": " + said);
            }
            assertTrue(card.select(".clock").text().matches(".*(since the declaration|Restored after).*"));
            assertFalse(card.select(".blockers li").isEmpty());
            assertTrue(
                    card.select(".facts a[href*=decisions.html#]").size() == 1, "the last decision leads to its text");
            assertFalse(card.select(".playbook-links a").isEmpty());
        }
        assertTrue(cards.get(0).text().contains("2 d 2 h since the declaration, 4 d 21 h left of 7 d"));
    }

    @Test
    void thePictureOfAnIncidentHasItsLanesMarksAndObjectives() throws IOException {
        Document page = page(STOLEN + "incident.html");
        for (String kind : List.of(".wide", ".narrow")) {
            String lanes = String.join(" ", page.select(kind + " text.lane").eachText());
            assertEquals("Sign-in Text messages and email to passengers Sprint Investigation BAU", lanes);
            assertEquals(
                    List.of("objective 2 h", "objective 4 h"),
                    page.select(kind + " text.objective").eachText());
            assertEquals(2, page.select(kind + " line.objective:not(.from)").size(), "a line in each system's lane");
            List<String> urls = page.select(kind + " a.mark").eachAttr("href");
            List<String> ids =
                    page(STOLEN + "decisions.html").select(".decision h2").eachAttr("id");
            assertEquals(ids.stream().map(i -> "decisions.html#" + i).toList(), urls);
            for (Element bar : page.select(kind + " g.bar title")) {
                assertTrue(bar.text().matches(".+: .+, \\S+ \\S+ to \\S+ \\S+"), bar.text());
            }
        }
        assertEquals(1 + 8, page.select("table.course tbody tr").size(), "the same as a table");
        // An objective that is still to come is drawn as well.
        assertEquals(
                List.of("objective 7 d", "objective 10 d"),
                page(FREIGHT + "incident.html").select(".wide text.objective").eachText());
    }

    @Test
    void aDecisionSaysWhoWhenWhatWithWhomAndOnWhatEvidence() throws IOException {
        Element first = page(STOLEN + "decisions.html").select(".decision").get(0);
        assertEquals("2026-06-09 11:07", first.select(".when time").text());
        assertEquals(
                "Stop all messages and end all sessions #", first.select("h2").text());
        Set<String> facts = new TreeSet<>(first.select("dt").eachText());
        assertEquals(Set.of("Decided by", "Consulted", "Informed", "Playbook", "Evidence"), facts);
        assertEquals(
                List.of("degraded", "offline"), first.select(".effects .badge").eachText());
        assertFalse(first.select(".prose").text().isBlank(), "why");
    }

    @Test
    void thePagesOfAnIncidentLeadToEachOther() throws IOException {
        for (String one : List.of("incident.html", "decisions.html", "root-cause.html")) {
            Document page = page(STOLEN + one);
            Set<String> reached =
                    new TreeSet<>(page.select(".parts a:not([aria-current])").eachAttr("href"));
            Set<String> others = new TreeSet<>(Set.of("incident.html", "decisions.html", "root-cause.html"));
            others.remove(one);
            assertEquals(others, reached);
            assertEquals(1, page.select(".parts [aria-current=page]").size());
        }
        assertTrue(page(FREIGHT + "incident.html").select(".parts").text().contains("No root-cause report yet"));
    }

    @Test
    void itHappenedBeforeAndItHappenedAgain() throws IOException {
        assertEquals(
                "../2026-04-21-session-store-full/incident.html",
                page(AGAIN + "incident.html").select(".recurrence a").attr("href"));
        assertTrue(page(AGAIN + "incident.html").select(".recurrence").text().startsWith("It happened before:"));
        assertEquals(
                "../2026-11-17-session-store-full-again/incident.html",
                page(APRIL + "incident.html").select(".recurrence a").attr("href"));
        assertTrue(page(APRIL + "incident.html").select(".recurrence").text().startsWith("It happened again:"));
    }

    @Test
    void aReportSaysWhatBecameOfItsActions() throws IOException {
        Document report = page(APRIL + "root-cause.html");
        assertTrue(
                report.select(".strip").text().matches("\\d+ of \\d+ done 1 overdue"),
                report.select(".strip").text());
        assertEquals(1, report.select(".action.overdue").size());
        assertTrue(page(AGAIN + "root-cause.html").select(".strip").text().contains("BAU waits for:"));
    }
}
