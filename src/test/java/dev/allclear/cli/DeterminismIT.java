package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same content, tool and time give the same bytes, and what did not change is not written again. */
class DeterminismIT {

    @TempDir
    private Path folder = Path.of("");

    private Tool.Answer build(Path content, String site, List<String> jvm, Map<String, String> environment, String jobs)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("build", "--content", content.toString(), "--site", site, "--now", Tool.NOW, "--jobs", jobs));
        Tool.Answer answer = Tool.run(folder, jvm, environment, arguments.toArray(String[]::new));
        assertEquals(0, answer.status(), answer.err());
        return answer;
    }

    @Test
    void theSameBytesAtAnyNumberOfJobsInAnyLocaleZoneAndPlace() throws IOException, InterruptedException {
        // A copy in no repository has no commits to name; a commit and what it touched are part of what is built.
        Path here = Tool.copyOfDemo(folder.resolve("here"));
        Tool.Answer one = build(here, "one", List.of(), Map.of(), "1");
        Path elsewhere = Tool.copyOfDemo(folder.resolve("else where"));
        Tool.Answer many = build(
                elsewhere,
                "many",
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1"),
                Map.of("LC_ALL", "C.UTF-8", "TZ", "Asia/Kathmandu"),
                "8");
        Map<String, String> first = Tool.digests(folder.resolve("one"));
        assertTrue(first.size() > 50);
        assertEquals(first, Tool.digests(folder.resolve("many")));
        assertFalse(one.err().isEmpty());
        assertEquals(one.err(), many.err(), "what is said does not depend on it either");
    }

    @Test
    void anUnchangedRebuildWritesNothingAndAChangeOnlyWhatItTouches() throws IOException, InterruptedException {
        Path content = Tool.copyOfDemo(folder);
        build(content, "site", List.of(), Map.of(), "2");
        Path site = folder.resolve("site");
        Map<String, Object> before = inodes(site);
        Map<String, String> bytes = Tool.digests(site);
        assertTrue(before.size() > 50);

        Tool.Answer again = build(content, "site", List.of(), Map.of(), "2");
        assertTrue(again.out().contains(" 0 of them new or changed"), again.out());
        assertEquals(before, inodes(site));

        Files.writeString(site.resolve("pages/index.html"), "spoilt");
        Tool.replace(content.resolve("pages/severity.md"), "\n## ", "\nOne sentence more.\n\n## ");
        Tool.Answer changed = build(content, "site", List.of(), Map.of(), "2");
        assertTrue(changed.out().contains(" 2 of them new or changed"), changed.out());
        Map<String, Object> after = inodes(site);
        List<String> replaced = before.keySet().stream()
                .filter(f -> !Objects.equals(before.get(f), after.get(f)))
                .toList();
        assertEquals(List.of("pages/index.html", "pages/severity.html"), replaced);
        assertEquals(bytes.get("pages/index.html"), Tool.digests(site).get("pages/index.html"));
    }

    /** What the file system knows each file by. */
    private static Map<String, Object> inodes(Path site) throws IOException {
        Map<String, Object> keys = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                keys.put(
                        site.relativize(file).toString(),
                        attributes.fileKey() == null ? attributes.lastModifiedTime() : attributes.fileKey());
            }
        }
        return keys;
    }
}
