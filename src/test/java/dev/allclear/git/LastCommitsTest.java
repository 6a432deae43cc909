package dev.allclear.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last commit that touched each document, with merges, renames, and clones that begin in the middle. */
class LastCommitsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");
    private Git git;
    private int minutes;

    @BeforeEach
    void begin() throws GitAPIException, IOException {
        git = Git.init()
                .setDirectory(folder.resolve("repository").toFile())
                .setInitialBranch("main")
                .call();
        content = Files.createDirectories(folder.resolve("repository/docs/content/pages"))
                .resolve("..")
                .normalize();
    }

    @AfterEach
    void end() {
        git.close();
    }

    private String commit(String... files) throws IOException, GitAPIException {
        for (String file : files) {
            Files.writeString(content.resolve(file), "# Text " + minutes + "\n");
        }
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return git.commit()
                .setMessage("x")
                .setAuthor(who())
                .setCommitter(who())
                .setSign(false)
                .call()
                .name();
    }

    private PersonIdent who() {
        return new PersonIdent("A", "a@example.com", BEGIN.plusSeconds(60L * minutes++), ZoneOffset.UTC);
    }

    private static Map<String, String> last(Path place) throws GitProblem {
        try (GitRepository repository = GitRepository.at(place, "docs/content")) {
            Map<String, String> found = new TreeMap<>();
            repository.lastCommits(repository.head().orElseThrow()).forEach((path, c) -> found.put(path, c.id()));
            return found;
        }
    }

    private Map<String, String> last() throws GitProblem {
        return last(folder.resolve("repository"));
    }

    @Test
    void eachDocumentHasTheCommitThatTouchedItLast() throws Exception {
        String first = commit("a.md", "pages/b.md", "pages/c.txt");
        String second = commit("pages/b.md");
        Files.writeString(folder.resolve("repository/elsewhere.md"), "x");
        commit();
        assertEquals(Map.of("a.md", first, "pages/b.md", second), last());
        try (GitRepository repository = GitRepository.around(content).orElseThrow()) {
            GitCommit commit =
                    repository.lastCommits(repository.head().orElseThrow()).get("pages/b.md");
            assertEquals(
                    new GitCommit(second, BEGIN.plusSeconds(180)),
                    commit,
                    "the time at which it was committed, not that of its author");
        }
    }

    @Test
    void aMoveOfAFileIsANewOneAndARemovedOneIsNone() throws Exception {
        String first = commit("a.md", "b.md", "c.md");
        Files.move(content.resolve("b.md"), content.resolve("pages/b.md"));
        Files.delete(content.resolve("c.md"));
        String second = commit();
        assertEquals(Map.of("a.md", first, "pages/b.md", second), last());
    }

    @Test
    void aMergeTouchesOnlyWhatItMade() throws Exception {
        commit("a.md", "b.md", "c.md");
        git.checkout().setCreateBranch(true).setName("side").call();
        String side = commit("b.md");
        git.checkout().setName("main").call();
        String main = commit("a.md");
        git.merge()
                .include(git.getRepository().resolve("side"))
                .setFastForward(FastForwardMode.NO_FF)
                .setCommit(false)
                .call();
        String merge = commit("c.md");
        RevCommit made = git.log().setMaxCount(1).call().iterator().next();
        assertEquals(2, made.getParentCount());
        assertEquals(Map.of("a.md", main, "b.md", side, "c.md", merge), last());
        String after = commit("b.md");
        assertEquals(Map.of("a.md", main, "b.md", after, "c.md", merge), last());
    }

    @Test
    void whereAShallowCloneBeginsNothingIsKnown() throws Exception {
        commit("a.md", "b.md");
        commit("a.md");
        String last = commit("pages/c.md");
        Path clone = folder.resolve("clone");
        Git.cloneRepository()
                .setURI(folder.resolve("repository").toUri().toString())
                .setDirectory(clone.toFile())
                .setDepth(2)
                .call()
                .close();
        assertEquals(Map.of("pages/c.md", last), last(clone));
        try (GitRepository repository = GitRepository.at(clone, "")) {
            assertEquals(1, repository.boundary().size());
        }
    }

    @Test
    void aWalkThatStopsAtAnEarlierOneFindsTheSame() throws Exception {
        commit("a.md", "b.md", "pages/c.md");
        commit("a.md");
        String middle = commit("b.md");
        commit("a.md");
        try (GitRepository repository = GitRepository.at(folder.resolve("repository"), "docs/content")) {
            repository.lastCommits(new GitCommit(middle, BEGIN));
            Map<String, String> found = new TreeMap<>();
            repository.lastCommits(repository.head().orElseThrow()).forEach((path, c) -> found.put(path, c.id()));
            assertEquals(last(), found);
        }
    }

    @Test
    void whatWasChangedSinceIsKnownAndTheIndexIsLeftAlone() throws Exception {
        commit("a.md", "b.md", "pages/c.md");
        Files.writeString(content.resolve("a.md"), "# Other\n");
        Files.writeString(content.resolve("b.md"), "# Staged\n");
        git.add().addFilepattern("docs/content/b.md").call();
        Files.writeString(content.resolve("new.md"), "# New\n");
        byte[] index = Files.readAllBytes(folder.resolve("repository/.git/index"));
        try (GitRepository repository = GitRepository.around(content).orElseThrow()) {
            assertEquals(Set.of("a.md", "b.md"), repository.changedSince());
            assertFalse(repository.lastCommits(repository.head().orElseThrow()).containsKey("new.md"));
        }
        assertArrayEquals(index, Files.readAllBytes(folder.resolve("repository/.git/index")));
    }
}
