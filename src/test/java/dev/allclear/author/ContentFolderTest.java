package dev.allclear.author;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFolderTest {

    @TempDir
    private Path folder = Path.of("");

    private List<String> there() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> !p.equals(folder))
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNewFileBringsItsFoldersAndNothingElse() throws Exception {
        new ContentFolder(folder).create("pages/a/b.md", bytes("b"));
        assertEquals(List.of("pages", "pages/a", "pages/a/b.md"), there());
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Files.createDirectories(folder.resolve("incidents/one"));
        Files.writeString(folder.resolve("incidents/one/incident.md"), "mine");
        ContentFolder content = new ContentFolder(folder);
        assertThrows(WritingProblem.class, () -> content.create("incidents/one/incident.md", bytes("x")));
        assertThrows(WritingProblem.class, () -> content.createFolder("incidents/one", Map.of("incident.md", "x")));
        assertThrows(WritingProblem.class, () -> content.createAll(Map.of("site.yaml", "x")));
        assertEquals(List.of("incidents", "incidents/one", "incidents/one/incident.md"), there());
        assertEquals("mine", Files.readString(folder.resolve("incidents/one/incident.md")));
        assertEquals(
                folder.resolve("incidents/one"),
                content.inTheWayOf("incidents/ONE").orElseThrow());
    }

    @Test
    void whatFailsLeavesNothingBehind() throws Exception {
        Files.writeString(folder.resolve("pages"), "a file where a folder should be");
        ContentFolder content = new ContentFolder(folder);
        assertThrows(WritingProblem.class, () -> content.create("pages/deep/b.md", bytes("b")));
        // The second of two files can't be written.
        assertThrows(
                WritingProblem.class,
                () -> content.createFolder("incidents/one", new java.util.TreeMap<>(Map.of("a", "a", "a/b", "b"))));
        assertEquals(List.of("pages"), there());
    }

    @Test
    void aFolderWithHiddenFilesIsFree() throws Exception {
        Files.createDirectories(folder.resolve(".git"));
        new ContentFolder(folder).createAll(Map.of("site.yaml", "s", "pages/p.md", "p"));
        assertEquals(List.of(".git", "pages", "pages/p.md", "site.yaml"), there());
    }

    @Test
    void nothingIsWrittenThroughALink() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path root = Files.createDirectories(folder.resolve("content"));
        Files.createSymbolicLink(root.resolve("pages"), elsewhere);
        assertThrows(WritingProblem.class, () -> new ContentFolder(root).create("pages/b.md", bytes("b")));
        assertEquals(List.of("content", "content/pages", "elsewhere"), there());
    }

    @Test
    void aLogThatSomebodyChangedIsLeftAsItIs() throws Exception {
        Path log = folder.resolve("decisions.md");
        Files.writeString(log, "one\ntwo\n");
        ContentFolder content = new ContentFolder(folder);
        assertThrows(WritingProblem.class, () -> content.append("decisions.md", bytes("one\n"), bytes("one\nmine\n")));
        assertThrows(
                WritingProblem.class, () -> content.append("decisions.md", bytes("one\nTWO\n"), bytes("one\nTWO\nx")));
        assertEquals("one\ntwo\n", Files.readString(log));
    }

    @Test
    void ofTwoWhoAppendAtOnceOneIsTold() throws Exception {
        Path log = folder.resolve("decisions.md");
        Files.writeString(log, "one\n");
        ExecutorService both = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            new ContentFolder(folder).append("decisions.md", bytes("one\n"), bytes("one\nmore\n"));
                            return true;
                        } catch (WritingProblem e) {
                            return false;
                        }
                    })
                    .toList();
            int written = 0;
            for (Future<Boolean> done : both.invokeAll(tasks)) {
                written += done.get() ? 1 : 0;
            }
            assertEquals(1, written);
        } finally {
            both.shutdownNow();
        }
        assertArrayEquals(bytes("one\nmore\n"), Files.readAllBytes(log));
    }

    @Test
    void aFolderThatCantBeWrittenToIsNamed() throws Exception {
        Path root = folder.resolve("file");
        Files.writeString(root, "x");
        WritingProblem e =
                assertThrows(WritingProblem.class, () -> new ContentFolder(root).createAll(Map.of("site.yaml", "s")));
        assertTrue(String.valueOf(e.getMessage()).contains(root.toString()));
    }
}
