package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Content that is broken in one place is not released: nothing is written, and what is said names the place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseRefusalTest {

    private static final String INCIDENT = "incidents/2026-03-07-lending-offline/";
    private static final String LATER = "2026-05-20T08:00:00Z";

    @TempDir
    private static Path folder = Path.of("");

    private Path site = Path.of("");

    /** What somebody does to content. */
    private interface Harm {
        void to(Path content) throws IOException;
    }

    /** A harm, the status that a release of it ends with, and a word of what it says. */
    private record Broken(String name, int status, String word, Harm harm) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Harm replacing(String file, String what, String by) {
        return content -> Tool.replace(content.resolve(file), what, by);
    }

    private static Harm adding(String file, String text) {
        return content ->
                Files.writeString(content.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static List<Broken> broken() {
        return List.of(
                new Broken("no site.yaml", 2, "site.yaml", c -> Files.delete(c.resolve("site.yaml"))),
                new Broken("no content", 2, "content", Stage::delete),
                new Broken(
                        "no time zone", 1, "`time-zone` is not stated", replacing("site.yaml", "time-zone", "x-zone")),
                new Broken("YAML that is none", 1, "content/syntax", adding("systems.yaml", "\nx: [\n")),
                new Broken("a key twice", 1, "gate/identity", adding("people.yaml", "\npeople: {}\n")),
                new Broken(
                        "bytes that are no UTF-8",
                        1,
                        "content/syntax",
                        c -> Files.write(c.resolve("pages/notices.md"), new byte[] {'#', ' ', (byte) 0xff, '\n'})),
                new Broken(
                        "an alias",
                        1,
                        "gate/identity",
                        replacing(INCIDENT + "incident.md", "title: ", "tags: [&a x, *a]\ntitle: ")),
                new Broken(
                        "a link out of the content",
                        1,
                        "gate/identity",
                        c -> Files.createSymbolicLink(c.resolve("pages/secret.md"), Path.of("/etc/hostname"))),
                new Broken(
                        "a fence that is left open",
                        1,
                        "gate/record",
                        adding(INCIDENT + "decisions.md", "\n## More\n\n```decision\nat: 2026-03-16 11:00\n")),
                new Broken(
                        "a decision of another hand",
                        1,
                        "gate/not-the-owner",
                        replacing(INCIDENT + "decisions.md", "by: ipek.isik", "by: bram.ode")),
                new Broken(
                        "an investigation that was opened again",
                        1,
                        "gate/investigation-open",
                        replacing(INCIDENT + "root-cause.md", "status: closed", "status: open")),
                new Broken(
                        "an investigation that is gone",
                        1,
                        "gate/investigation-missing",
                        c -> Files.delete(c.resolve(INCIDENT + "root-cause.md"))),
                new Broken(
                        "a decision of tomorrow",
                        1,
                        "gate/future",
                        replacing(
                                "incidents/2026-05-18-catalogue-wiped/incident.md",
                                "declared: 2026",
                                "declared: 2027")),
                new Broken("an incident that is gone", 1, "gate/history", c -> Stage.delete(c.resolve(INCIDENT))),
                new Broken(
                        "an incident under another name",
                        1,
                        "moved to the incident `renamed`",
                        c -> Files.move(c.resolve(INCIDENT), c.resolve("incidents/renamed"))),
                new Broken(
                        "steps that were changed under the same number",
                        1,
                        "playbook/version-not-raised",
                        replacing("playbooks/restore-catalogue.md", "within: 4h", "within: 3h")),
                new Broken("a link to nothing", 1, "link/broken", adding("pages/notices.md", "\n[x](nowhere.md)\n")),
                new Broken(
                        "a person nobody knows",
                        1,
                        "content/unknown-person",
                        replacing("playbooks/restore-catalogue.md", "owner: bram.ode", "owner: bram.oed")),
                new Broken("a gate that is set", 1, "gate/", adding("site.yaml", "\nrules: {gate/order: off}\n")));
    }

    @BeforeAll
    void release() throws IOException {
        site = folder.resolve("site");
        Path content = Tool.copy(InProcess.SMALL, folder.resolve("released"));
        assertEquals(0, release(content, "1", InProcess.SMALL_NOW).status());
    }

    private Tool.Answer release(Path content, String label, String now) {
        return InProcess.run(
                "release", label, "--content", content.toString(), "--site", site.toString(), "--now", now);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isNotReleased(Broken broken) throws IOException {
        Path content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        try {
            broken.harm().to(content);
            var before = Tool.digests(site);
            Tool.Answer answer = release(content, "2", LATER);
            assertEquals(broken.status(), answer.status(), answer.out() + answer.err());
            assertTrue(answer.err().contains(broken.word()), answer.err());
            assertFalse(answer.err().contains("\tat "), answer.err());
            assertFalse(answer.err().contains("fault of the tool"), answer.err());
            assertEquals("", answer.out());
            assertEquals(before, Tool.digests(site));
            try (Stream<Path> files = Files.list(folder)) {
                assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith(".site")));
            }
        } finally {
            Stage.delete(content);
        }
    }
}
