package dev.allclear.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.allclear.model.Decision;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Impact;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.SystemState;
import dev.allclear.model.Word;
import dev.allclear.read.LibraryReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author says comes back from the reader, whatever characters it is made of. */
class RoundTripTest {

    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    private static final Instant NOW = Instant.parse("2026-04-04T15:30:00Z");
    private static final int RANDOM = 400;

    private static final List<String> AWKWARD = List.of(
            "Checkout offline",
            "Käse außer Betrieb",
            "It's \"down\": #1 of 3",
            "key: value",
            "- a list",
            "[brackets] {braces}",
            "& anchor *alias !tag %directive @at `tick`",
            "true",
            "NO",
            "null",
            "~",
            "2026",
            "13:47",
            "0x1F",
            "a\nb\r\nc\td",
            "a\u0085b\u2028c\u2029d",
            "決済が止まった",
            "🔥 fire 👩‍🚒",
            "ends with #",
            "# begins",
            "C# and F##",
            "C #",
            "*bold* _it_ __x__ snake_case_name",
            "`code` ``more``",
            "[link](x) ![image](y) [^1] <b>html</b> &amp; &lt;",
            "~~gone~~ ~x~",
            "back\\slash \\* \\",
            "<!-- comment",
            "```",
            "--- front",
            "---",
            "http://example.com/a_b_c and www.example.com",
            "a | b | c",
            "=====",
            "1. one",
            "> quote",
            "\uFEFFbom",
            "nul\u0000 bell\u0007 del\u007F",
            "\uD800 lone",
            "\uFFFE not a character",
            "e\u0301 combining",
            "\u202Eright to left\u202C",
            "  spaces  around  ");

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "ß",
            "é",
            "日",
            "🔥",
            " ",
            "  ",
            "\n",
            "\r",
            "\t",
            ":",
            ": ",
            " #",
            "#",
            "-",
            "---",
            "\"",
            "'",
            "\\",
            "`",
            "```",
            "*",
            "_",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "<",
            ">",
            "&",
            "&amp;",
            "!",
            "|",
            "~",
            "%",
            "@",
            "=",
            "+",
            ",",
            ".",
            "?",
            "0",
            "1",
            "TODO",
            "\u0085",
            "\u2028",
            "\u00A0",
            "\u200D",
            "\uFEFF",
            "^",
            "/",
            "$",
            "www.x.y",
            "http://x");

    @TempDir
    private Path folder = Path.of("");

    private static List<String> titles() {
        List<String> titles = new ArrayList<>();
        AWKWARD.forEach(t -> titles.add(PlainText.oneLine(t)));
        Random random = new Random(20261127);
        while (titles.size() < AWKWARD.size() + RANDOM) {
            StringBuilder title = new StringBuilder();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                title.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String line = PlainText.oneLine(title.toString());
            if (!line.isEmpty()) {
                titles.add(line);
            }
        }
        return titles;
    }

    private Library read() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            return LibraryReader.read(folder, one);
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void titlesAndValuesComeBack() throws Exception {
        Files.writeString(folder.resolve("site.yaml"), "title: T\ntime-zone: Australia/Sydney\n");
        ContentFolder content = new ContentFolder(folder);
        List<String> titles = titles();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            NewIncident incident = new NewIncident(
                    title,
                    DisasterKind.DATA,
                    Impact.MINOR,
                    List.of("checkout", title),
                    NOW,
                    NOW,
                    title,
                    title,
                    title,
                    true);
            NewDecision decision = new NewDecision(
                    title,
                    NOW,
                    title,
                    null,
                    Map.of(title, SystemState.OFFLINE),
                    "",
                    title,
                    "",
                    List.of(title, "b"),
                    List.of(title),
                    List.of("x", title),
                    "",
                    "");
            String id = "n%04d".formatted(i);
            content.createFolder("incidents/" + id, Map.of("incident.md", incident.text(ZONE)));
            content.create("incidents/" + id + "/decisions.md", decision.appendedTo(null, ZONE));
            content.create(
                    "playbooks/" + id + ".md",
                    new NewPlaybook(title, title, List.of(title), List.of(), LocalDate.of(2026, 4, 5))
                            .text()
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            content.create(
                    "pages/" + id + ".md", new NewPage(title).text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Library library = read();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            Incident incident = library.incidents().get(i);
            assertEquals(title, incident.title());
            assertEquals(
                    List.of("checkout", title),
                    incident.systems().or(List.of()).stream().map(Word::text).toList());
            assertEquals(title, incident.sprint().value());
            assertEquals(title, incident.productOwner().value());
            assertEquals(title, incident.recurrenceOf().value());
            assertEquals(NOW, incident.declared().value());
            assertEquals(1, incident.decisions().size(), title);
            Decision decision = incident.decisions().get(0);
            assertEquals(title, decision.title());
            assertEquals(NOW, decision.at().value());
            assertEquals(title, decision.by().value());
            assertEquals(title, decision.owner().value());
            assertEquals(
                    List.of(title, "b"),
                    decision.consulted().or(List.of()).stream().map(Word::text).toList());
            assertEquals(2, decision.evidence().or(List.of()).size());
            assertEquals(title, library.playbooks().get(i).document().title());
            assertEquals(title, library.playbooks().get(i).owner().value());
            assertEquals(2, library.playbooks().get(i).steps().size());
            assertEquals(title, library.pages().get(i).title());
        }
    }
}
