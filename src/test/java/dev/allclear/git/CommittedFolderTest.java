package dev.allclear.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content taken out of trees that no git program would have made. */
class CommittedFolderTest {

    @TempDir
    private Path folder = Path.of("");

    private Path place = Path.of("");

    @BeforeEach
    void begin() throws GitAPIException {
        place = folder.resolve("bare.git");
        Git.init().setDirectory(place.toFile()).setBare(true).call().close();
    }

    /** What makes the entries of a tree. */
    private interface Entries {
        void add(TreeFormatter tree, ObjectInserter inserter) throws IOException;
    }

    private GitCommit commit(Entries entries) throws IOException {
        try (Git git = Git.open(place.toFile())) {
            Repository repository = git.getRepository();
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                TreeFormatter tree = new TreeFormatter();
                entries.add(tree, inserter);
                CommitBuilder commit = new CommitBuilder();
                commit.setTreeId(inserter.insert(tree));
                commit.setAuthor(new PersonIdent("A", "a@example.com"));
                commit.setCommitter(new PersonIdent("A", "a@example.com"));
                commit.setMessage("x");
                ObjectId id = inserter.insert(commit);
                inserter.flush();
                return new GitCommit(id.name(), Instant.EPOCH);
            }
        }
    }

    private static ObjectId blob(ObjectInserter inserter, String text) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectId folderWith(ObjectInserter inserter, String name, String text) throws IOException {
        TreeFormatter tree = new TreeFormatter();
        tree.append(name, FileMode.REGULAR_FILE, blob(inserter, text));
        return inserter.insert(tree);
    }

    private CommittedFolder content(GitCommit commit) throws GitProblem {
        try (GitRepository repository = GitRepository.at(place, "")) {
            return repository.content(commit, "tag `v1`").orElseThrow();
        }
    }

    private Path write(GitCommit commit) throws GitProblem, IOException {
        Path to = Files.createDirectories(folder.resolve("out/content"));
        try (GitRepository repository = GitRepository.at(place, "")) {
            repository.content(commit, "tag `v1`").orElseThrow().writeTo(to);
        }
        return to;
    }

    private static List<String> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> !Files.isDirectory(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatBeginsWithADotIsNeverLookedAt() throws Exception {
        GitCommit commit = commit((tree, in) -> {
            tree.append("..", FileMode.TREE, folderWith(in, "evil.md", "x"));
            tree.append(".git", FileMode.TREE, folderWith(in, "config", "x"));
            tree.append(".hidden.md", FileMode.REGULAR_FILE, blob(in, "x"));
            tree.append("a.md", FileMode.EXECUTABLE_FILE, blob(in, "# A\n"));
        });
        assertEquals(Set.of("a.md"), content(commit).paths());
        assertEquals(List.of("a.md"), below(write(commit)));
        assertEquals(List.of("content/a.md"), below(folder.resolve("out")));
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() throws Exception {
        for (String name : List.of("a\\..\\..\\evil.md", "a/../../evil.md", "/evil.md")) {
            GitCommit commit = commit((tree, in) -> tree.append(name, FileMode.REGULAR_FILE, blob(in, "x")));
            GitProblem problem = assertThrows(GitProblem.class, () -> content(commit), name);
            assertTrue(String.valueOf(problem.getMessage()).contains("tag `v1`"), problem.getMessage());
        }
    }

    @Test
    void aLinkLeadsNowhereAndNothingIsWrittenThroughIt() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        GitCommit link = commit((tree, in) -> tree.append("link.md", FileMode.SYMLINK, blob(in, outside.toString())));
        Path written = write(link).resolve("link.md");
        assertTrue(Files.isSymbolicLink(written));
        assertFalse(Files.exists(written));
        Files.delete(written);

        GitCommit both = commit((tree, in) -> {
            tree.append("x", FileMode.SYMLINK, blob(in, outside.toString()));
            tree.append("x", FileMode.TREE, folderWith(in, "evil.md", "x"));
        });
        assertThrows(GitProblem.class, () -> write(both));
        assertEquals(List.of(), below(outside));
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws Exception {
        GitCommit commit = commit((tree, in) -> {
            tree.append("x.md", FileMode.REGULAR_FILE, blob(in, "one"));
            tree.append("x.md", FileMode.REGULAR_FILE, blob(in, "two"));
        });
        GitProblem problem = assertThrows(GitProblem.class, () -> write(commit));
        assertTrue(String.valueOf(problem.getMessage()).contains("`x.md`"), problem.getMessage());
    }

    @Test
    void aSubmoduleIsRefused() throws Exception {
        GitCommit commit = commit((tree, in) -> tree.append(
                "other", FileMode.GITLINK, ObjectId.fromString("0123456789012345678901234567890123456789")));
        GitProblem problem = assertThrows(GitProblem.class, () -> content(commit));
        assertTrue(String.valueOf(problem.getMessage()).contains("submodule `other`"), problem.getMessage());
    }

    @Test
    void foldersInFoldersEndSomewhere() throws Exception {
        GitCommit commit = commit((tree, in) -> {
            ObjectId inner = folderWith(in, "a.md", "x");
            for (int i = 0; i < 100; i++) {
                TreeFormatter around = new TreeFormatter();
                around.append("d", FileMode.TREE, inner);
                inner = in.insert(around);
            }
            tree.append("d", FileMode.TREE, inner);
        });
        assertThrows(GitProblem.class, () -> content(commit));
    }

    @Test
    void whatIsKeptInLfsIsTakenFromTheCloneOrMissed() throws Exception {
        String oid = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
        GitCommit commit = commit((tree, in) -> tree.append(
                "photo.png",
                FileMode.REGULAR_FILE,
                blob(in, "version https://git-lfs.github.com/spec/v1\noid sha256:" + oid + "\nsize 3\n")));
        GitProblem problem = assertThrows(GitProblem.class, () -> write(commit));
        assertTrue(String.valueOf(problem.getMessage()).contains("git lfs fetch"), problem.getMessage());
        Path stored = place.resolve("lfs/objects/2c/26").resolve(oid);
        Files.createDirectories(place.resolve("lfs/objects/2c/26"));
        Files.writeString(stored, "foo");
        assertEquals("foo", Files.readString(write(commit).resolve("photo.png")));
    }
}
