package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that goes wrong on the way says so in one sentence and leaves the site that was there. */
class RefusalTest {

    private static final Instant LATE = Instant.parse("2027-01-01T00:00:00Z");
    private static final Clock SOON = Clock.fixed(LATE, ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");
    private Path site = Path.of("");

    @BeforeEach
    void buildOnce() throws IOException {
        content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        site = folder.resolve("site");
        assertEquals(0, build(SOON).status());
        Files.writeString(site.resolve("README.md"), "mine");
        Files.createDirectories(site.resolve("v/1"));
        Files.copy(site.resolve("record.json"), site.resolve("v/1/record.json"));
    }

    private Tool.Answer build(Clock clock, String... more) {
        return InProcess.run(
                clock,
                Map.of(),
                false,
                Stream.concat(
                                Stream.of(
                                        "build",
                                        "--content",
                                        content.toString(),
                                        "--site",
                                        site.toString(),
                                        "--now",
                                        InProcess.SMALL_NOW),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private List<String> besideTheSite() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** What a link leads to is not shown, wherever that is. */
    @Test
    void nothingOfALinkedFileIsPrinted() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "the first line of another file\n");
        Files.createSymbolicLink(content.resolve("pages/linked.md"), elsewhere);
        Tool.Answer answer = InProcess.run("check", "--content", content.toString(), "--now", InProcess.SMALL_NOW);
        assertEquals(1, answer.status(), answer.err());
        assertTrue(answer.out().contains("pages/linked.md:1:1"), answer.out());
        assertFalse(answer.out().contains("another file"), answer.out());
    }

    @Test
    void aTemplateThatFailsIsNamedWithItsLine() throws IOException {
        Map<String, String> before = Tool.digests(site);
        Path theme = Files.createDirectories(folder.resolve("theme"));
        Files.writeString(theme.resolve("pages.ftlh"), "<p>\n${it.nosuchthing}\n");
        Tool.Answer answer = build(SOON, "--templates", theme.toString());
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("theme/pages.ftlh:2:3\n"), answer.err());
        assertFalse(answer.err().contains("\tat "), answer.err());
        assertEquals(before, Tool.digests(site));
        assertEquals(List.of("content", "site", "theme"), besideTheSite());
    }

    @Test
    void aTemplateCantReachTheMachine() throws IOException {
        Map<String, String> before = Tool.digests(site);
        Path theme = Files.createDirectories(folder.resolve("theme"));
        for (String reach : List.of(
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${it.class.protectionDomain.classLoader}",
                "${frame.getClass().forName(\"java.lang.Runtime\")}",
                "<#include \"../../../../etc/passwd\">",
                "<#include \"file:///etc/passwd\">")) {
            Files.writeString(theme.resolve("pages.ftlh"), reach);
            Tool.Answer answer = build(SOON, "--templates", theme.toString());
            assertEquals(1, answer.status(), reach);
            assertTrue(answer.err().contains("pages.ftlh"), answer.err());
            assertEquals(before, Tool.digests(site));
        }
    }

    /** The first look at the clock is when the build begins; the second is after everything was read. */
    @Test
    void aFileThatGoesAwayBetweenReadingAndCopyingIsNamed() throws IOException {
        Map<String, String> before = Tool.digests(site);
        Path gone = content.resolve("incidents/2026-03-07-lending-offline/card.txt");
        int[] looks = {0};
        InstantSource source = () -> {
            if (++looks[0] == 2) {
                try {
                    Files.delete(gone);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return LATE;
        };
        Tool.Answer answer = build(source.withZone(ZoneOffset.UTC));
        assertFalse(Files.exists(gone));
        assertEquals(2, answer.status(), answer.out() + answer.err());
        assertTrue(answer.err().contains("card.txt` can't be read"), answer.err());
        assertEquals(
                1, answer.err().lines().filter(l -> l.startsWith("allclear: ")).count(), answer.err());
        assertEquals(before, Tool.digests(site));
        assertEquals(List.of("content", "site"), besideTheSite());
    }

    /** Between the two renames of a machine that can't exchange folders, the old site stands aside and no site is there. */
    @Test
    void aSiteThatWasLeftAsideIsPutBackBeforeAnythingIsWritten() throws IOException {
        Map<String, String> before = Tool.digests(site);
        Files.move(site, folder.resolve(".site.next-123.old"));
        Files.createDirectories(folder.resolve(".site.next-123"));
        Files.writeString(folder.resolve(".site.next-123/index.html"), "half");
        Tool.Answer answer = build(SOON);
        assertEquals(0, answer.status(), answer.err());
        assertTrue(answer.out().contains(" 0 of them new or changed"), answer.out());
        assertEquals(before, Tool.digests(site));
        assertEquals(List.of("content", "site"), besideTheSite());
    }

    @Test
    void whatIsNotOursStaysAndWhatIsOursGoesWithItsSource() throws IOException {
        Path page = site.resolve("pages/notices.html");
        assertTrue(Files.exists(page));
        Files.delete(content.resolve("pages/notices.md"));
        Tool.replace(
                content.resolve("playbooks/lending/close-the-desk.md"),
                "Tell the [readers](../../pages/notices.md#readers).",
                "Tell the readers.");
        assertEquals(0, build(SOON).status());
        assertFalse(Files.exists(page));
        assertEquals("mine", Files.readString(site.resolve("README.md")));
        assertTrue(Files.exists(site.resolve("v/1/record.json")));
    }

    @Test
    void theSiteMayHaveAnyName() throws IOException {
        Map<String, String> before = Tool.digests(site);
        for (String name : List.of("si[te", "{a,b", "*", "with space", "100%", "ünï")) {
            site = folder.resolve("sites").resolve(name);
            Path bystander = Files.createDirectories(folder.resolve("sites/.other.next-1"));
            for (int i = 0; i < 2; i++) {
                Tool.Answer answer = build(SOON);
                assertEquals(0, answer.status(), name + answer.err());
            }
            assertEquals(before.get("index.html"), Tool.digests(site).get("index.html"));
            assertTrue(Files.exists(bystander), name);
        }
    }
}
