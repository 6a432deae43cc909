package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A content folder with many small files, a site of it with one version, and the commands that write to that. */
final class Stage {

    static final String LATER = "2026-05-20T08:00:00Z";
    static final String PERSON = "ipek.isik";
    private static final int FILES = 120;

    final Path folder;
    final Path content;
    final Path site;

    Stage(Path folder, Path around) throws IOException {
        this.folder = folder;
        this.content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        this.site = around.resolve("site");
        Path files = Files.createDirectories(content.resolve("pages/files"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(files.resolve(i + ".txt"), "file " + i);
        }
        InProcess.run(words("release", "1", "--now", InProcess.SMALL_NOW));
        for (int i = 0; i < FILES; i += 3) {
            Files.writeString(files.resolve(i + ".txt"), "changed " + i);
        }
    }

    /** The words of a command on this content and this site. */
    String[] words(String command, String... more) {
        return words(site, command, more);
    }

    /** The same on another site. */
    String[] words(Path of, String command, String... more) {
        List<String> words =
                new ArrayList<>(List.of(command, "--content", content.toString(), "--site", of.toString(), "--quiet"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** What changes a site, by name, as the words behind the command. */
    static Map<String, String[]> changes() {
        return Map.of(
                "build", new String[] {"--now", LATER},
                "release", new String[] {"2", "--now", LATER},
                "withdrawal", new String[] {"--withdraw", "1", "--by", PERSON, "--reason", "a leak", "--now", LATER});
    }

    /** The words of one of them on a site. */
    String[] change(String name, Path of) {
        return words(of, name.equals("build") ? "build" : "release", changes().getOrDefault(name, new String[0]));
    }

    /** What a process that writes the site has left beside it. */
    static List<String> beside(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site.resolveSibling("."))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith(".site"))
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** One sentence, no stack trace. */
    static void saysOneSentence(Tool.Answer answer, String... words) {
        assertEquals(2, answer.status(), answer.out() + answer.err());
        assertEquals("", answer.out());
        assertEquals(1, answer.err().lines().count(), answer.err());
        for (String word : words) {
            assertEquals(true, answer.err().contains(word), answer.err());
        }
    }

    static int status(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Leaves the test out, and says so where whoever runs the tests looks. */
    static void require(boolean condition, String what) {
        if (!condition) {
            System.err.println("SKIPPED, because there is no way here to do it: " + what);
            Assumptions.abort(what);
        }
    }
}
