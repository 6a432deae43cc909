package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.finding.Location;
import dev.allclear.model.Decision;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.Playbook;
import dev.allclear.model.TimelineEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");

    @BeforeEach
    void startWithASite() throws IOException {
        content = folder.resolve("content");
        write("site.yaml", "title: T\ntime-zone: Europe/Lisbon\ninform: [all]\n");
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Library read() throws ContentProblem {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            return LibraryReader.read(content, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aByteOrderMarkCarriageReturnsAndNoFinalNewlineChangeNothing() throws IOException, ContentProblem {
        String log =
                "\uFEFF# Decisions\r\n\r\nTake it down\r\n------------\r\n\r\n~~~decision\r\nat: 2026-03-14 14:05\r\nby: ada.po\r\nsystem: offlin\r\n~~~\r\n\r\nWhy.";
        write(
                "incidents/x/incident.md",
                "\uFEFF---\r\ntitle: X\r\nsystems: [tills]\r\ndeclared: 2026-03-14 14:00\r\n---\r\nBody");
        write("incidents/x/decisions.md", log);
        Library library = read();
        Incident incident = library.incidents().get(0);
        assertEquals("X", incident.title());
        Decision decision = incident.decisions().get(0);
        assertEquals("Take it down", decision.title());
        assertEquals(Instant.parse("2026-03-14T14:05:00Z"), decision.at().value());
        assertEquals(
                Location.on("content/incidents/x/decisions.md", 8, 5, 6),
                decision.by().at());
        Fault fault = library.faults().stream()
                .filter(f -> f.kind() == FaultKind.RECORD)
                .findFirst()
                .orElseThrow();
        assertEquals(Location.on("content/incidents/x/decisions.md", 9, 9, 6), fault.at());
    }

    @Test
    void scalarsStayWhatTheAuthorWrote() throws IOException, ContentProblem {
        write(
                "people.yaml",
                "people:\n  no: {name: NO, role: 13:47, public-name: 2026-03-14}\n  yes: {name: \"2.10\"}\n");
        Library library = read();
        assertEquals(
                "NO", Objects.requireNonNull(library.people().get("no")).name().value());
        assertEquals(
                "13:47",
                Objects.requireNonNull(library.people().get("no")).role().value());
        assertEquals(
                "2.10",
                Objects.requireNonNull(library.people().get("yes")).name().value());
        assertEquals(List.of(), library.faults());
    }

    @Test
    void aPlaybookNeedsNoFrontMatter() throws IOException, ContentProblem {
        write(
                "playbooks/deep/er/KubeAPIDown.md",
                "# KubeAPIDown\n\n## Meaning\n\nIt is down.\n\n## Steps\n\n### First\n\nLook.\n\n### Second\n\n```step\nwithin: 5m\n```\n\nDo.\n");
        Playbook playbook = read().playbooks().get(0);
        assertEquals("deep/er/KubeAPIDown", playbook.id());
        assertEquals("KubeAPIDown", playbook.document().title());
        assertEquals(2, playbook.steps().size());
        assertEquals("playbooks/deep/er/KubeAPIDown.html", playbook.document().page());
    }

    @Test
    void aFileThatIsNotUtf8IsToldWithThePlaceOfTheByte() throws IOException, ContentProblem {
        byte[] bytes = "# A\n\ncaf?\n".getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xE9;
        write("pages/a.md", bytes);
        Fault fault = read().faults().get(0);
        assertEquals(FaultKind.SYNTAX, fault.kind());
        assertEquals(Location.on("content/pages/a.md", 3, 4, 1), fault.at());
    }

    @Test
    void theCharacterThatStandsForABadByteMayBeWritten() throws IOException, ContentProblem {
        write("pages/a.md", "# A \uFFFD\n");
        Library library = read();
        assertEquals("A \uFFFD", library.pages().get(0).title());
        assertEquals(List.of(), library.faults());
    }

    @Test
    void timesOfATimelineMayBeVague() throws IOException, ContentProblem {
        write(
                "incidents/a/incident.md",
                incident(
                        "| Time | What |\n|---|---|\n| 2026-03-14 13:47 | a |\n| ~14:10 | b |\n| 14:10 - 14:25 | c |\n| ?? | d |\n| around noon | e |\n"));
        write("incidents/b/incident.md", incident("- 13:47 a\n- **2026-03-15T14:00Z**: b\n- nothing\n"));
        write("incidents/c/incident.md", incident("### 2026-03-14 13:47\n\na\n\n### 14:00 – 14:30\n\nb\n"));
        List<Incident> incidents = read().incidents();
        List<TimelineEntry> table = incidents.get(0).timeline();
        assertEquals(
                Arrays.asList("13:47", "14:10", "14:10", null, null),
                table.stream()
                        .map(e -> e.from() == null ? null : e.from().toString().substring(11, 16))
                        .toList());
        assertTrue(table.get(1).approximate());
        assertEquals(Instant.parse("2026-03-14T14:25:00Z"), table.get(2).to());
        assertEquals("around noon", table.get(4).written());
        assertEquals(
                List.of(Instant.parse("2026-03-14T13:47:00Z"), Instant.parse("2026-03-15T14:00:00Z")),
                incidents.get(1).timeline().stream().map(TimelineEntry::from).toList());
        assertEquals(2, incidents.get(2).timeline().size());
        assertEquals(
                Instant.parse("2026-03-14T14:30:00Z"),
                incidents.get(2).timeline().get(1).to());
    }

    private static String incident(String timeline) {
        return "---\ntitle: T\nsystems: [x]\ndeclared: 2026-03-14 14:02\n---\n\n## Timeline\n\n" + timeline;
    }

    @Test
    void noFileOfTheContentTakesThePlaceOfAPage() throws IOException, ContentProblem {
        write("incidents/a/incident.md", incident(""));
        write("incidents/a/incident.html", "<h1>BAU has resumed</h1>");
        write("index.html", "<h1>All clear</h1>");
        write("record.json", "{}");
        write("pages/index.md", "# Mine\n");
        write("v/1/index.md", "# Old\n");
        Library library = read();
        List<String> targets = library.assets().stream().map(a -> a.target()).toList();
        assertEquals(List.of("incidents/a/incident.html.txt", "index.html.txt", "record_.json"), targets);
        assertEquals(
                List.of("pages/index_.html", "v_/1/index.html"),
                library.pages().stream().map(p -> p.page()).toList());
    }

    @Test
    void linksFollowTheFilesThatTheyName() throws IOException, ContentProblem {
        write("playbooks/a b.md", "# A\n");
        write(
                "pages/x.md",
                "[a](../playbooks/a%20b.md#top) [b](/playbooks/a%20b.md) [c](https://x.example/y.md) [d](../../etc/passwd) [e](gone.md) [f](../people.yaml) [g](../playbooks/)\n");
        List<String> targets =
                read().pages().get(0).references().stream().map(r -> r.target()).toList();
        assertEquals(
                List.of(
                        "../playbooks/a%20b.html#top",
                        "../playbooks/a%20b.html",
                        "https://x.example/y.md",
                        "../../etc/passwd",
                        "gone.md",
                        "../people.html",
                        "../playbooks/index.html"),
                targets);
    }

    @Test
    void symbolicLinksAreNotFollowed() throws IOException, ContentProblem {
        Path secret = folder.resolve("secret.md");
        Files.writeString(secret, "# Secret\n");
        Files.createDirectories(content.resolve("pages"));
        Files.createSymbolicLink(content.resolve("pages/link.md"), secret);
        Library library = read();
        assertEquals(List.of(), library.pages());
        assertEquals(FaultKind.IDENTITY, library.faults().get(0).kind());
    }

    @Test
    void aReportThatIsALinkIsNoReport() throws IOException, ContentProblem {
        write("incidents/x/incident.md", incident(""));
        Path report = folder.resolve("report.md");
        Files.writeString(report, "---\nstatus: closed\n---\n");
        Files.createSymbolicLink(content.resolve("incidents/x/root-cause.md"), report);
        Library library = read();
        assertNull(library.incidents().get(0).investigation());
        Fault fault = library.faults().get(0);
        assertEquals(FaultKind.IDENTITY, fault.kind());
        assertEquals(Set.of("x"), fault.incidents());
        assertEquals("content/incidents/x/root-cause.md", fault.at().file());
    }

    @Test
    void aFolderThatIsALinkIsNotEntered() throws IOException, ContentProblem {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/x"));
        Files.writeString(elsewhere.resolve("incident.md"), incident(""));
        Files.createSymbolicLink(content.resolve("incidents"), folder.resolve("elsewhere"));
        Library library = read();
        assertEquals(List.of(), library.incidents());
        assertEquals(FaultKind.IDENTITY, library.faults().get(0).kind());
    }

    @Test
    void hiddenFilesAreNotReadAndTheLocksOfEditorsDisturbNobody() throws IOException, ContentProblem {
        write("pages/.draft.md", "# Not yet\n");
        write(".git/HEAD", "ref");
        Files.createSymbolicLink(content.resolve("pages/.#x.md"), Path.of("ana@host.1234"));
        Library library = read();
        assertEquals(List.of(), library.pages());
        assertEquals(List.of(), library.assets());
        assertEquals(List.of(), library.faults());
    }

    @Test
    void yamlThatBreaksOffIsToldWhereItDoes() throws IOException, ContentProblem {
        write("pages/a.md", "---\ntitle: A\ntags: [one,\n---\nBody\n");
        write("pages/b.md", "---\ntitle: B\nBody that nobody sees\n");
        List<Fault> faults = read().faults();
        assertEquals(2, faults.size(), faults.toString());
        assertEquals("content/pages/a.md", faults.get(0).at().file());
        assertEquals(4, faults.get(0).at().line());
        assertEquals(Location.on("content/pages/b.md", 1, 1, 3), faults.get(1).at());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void whatOnlyYamlTakesForALineEndEndsNoLine(String separator) throws IOException, ContentProblem {
        write("incidents/x/incident.md", incident(""));
        write(
                "incidents/x/decisions.md",
                "## A\n\n```decision\nat: 2026-03-14 14:05 #" + separator
                        + "bau: resumed\nby: ada.po\nsystem: offlin\n```\n");
        Library library = read();
        Decision decision = library.incidents().get(0).decisions().get(0);
        assertFalse(decision.bau().isPresent());
        assertEquals(5, decision.by().at().line());
        assertEquals(6, library.faults().get(0).at().line());
    }

    @Test
    void yamlCantBeABomb() throws IOException, ContentProblem {
        write("pages/deep.md", "---\ntitle: " + "[".repeat(5000) + "\n---\n");
        write("pages/laughs.md", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n");
        List<Fault> faults = read().faults();
        assertTrue(faults.stream().anyMatch(f -> f.kind() == FaultKind.SYNTAX), faults.toString());
        assertTrue(faults.stream().anyMatch(f -> f.kind() == FaultKind.IDENTITY), faults.toString());
    }

    @Test
    void withoutASiteThereIsNothingToRead() throws IOException {
        Files.delete(content.resolve("site.yaml"));
        assertThrows(ContentProblem.class, this::read);
        content = folder.resolve("nowhere");
        assertThrows(ContentProblem.class, this::read);
    }
}
