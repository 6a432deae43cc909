package dev.allclear.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit around a content folder, and whether the content is as it has it. */
class HeadTest {

    private static final Set<String> FILES = Set.of("site.yaml", "pages/a.md");

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");

    @BeforeEach
    void write() throws IOException {
        content = folder.resolve("repository/docs/content");
        Files.createDirectories(content.resolve("pages"));
        Files.writeString(content.resolve("site.yaml"), "title: x\n");
        Files.writeString(content.resolve("pages/a.md"), "# A\n");
    }

    private Git repository() throws GitAPIException {
        return Git.init().setDirectory(folder.resolve("repository").toFile()).call();
    }

    private static String commit(Git git) throws GitAPIException {
        git.add().addFilepattern(".").call();
        return git.commit()
                .setMessage("x")
                .setAuthor("A", "a@example.com")
                .setCommitter("A", "a@example.com")
                .setSign(false)
                .call()
                .getName();
    }

    private boolean clean() throws GitProblem {
        return Head.of(content, FILES).orElseThrow().clean();
    }

    @Test
    void withoutARepositoryOrACommitThereIsNone() throws GitProblem, GitAPIException {
        assertEquals(Optional.empty(), Head.of(content, FILES));
        repository().close();
        assertEquals(Optional.empty(), Head.of(content, FILES));
    }

    @Test
    void whatIsNotAsCommittedIsNotClean() throws GitProblem, GitAPIException, IOException {
        try (Git git = repository()) {
            Files.writeString(folder.resolve("repository/.gitignore"), "/site/\nignored.md\n");
            String id = commit(git);
            assertEquals(Optional.of(new Head(id, true)), Head.of(content, FILES));
            Files.createDirectories(folder.resolve("repository/site"));
            Files.writeString(folder.resolve("repository/site/index.html"), "built");
            Files.writeString(folder.resolve("repository/notes.txt"), "no content");
            Files.writeString(content.resolve("pages/.a.md.swp"), "no content either");
            assertEquals(true, clean());

            Files.writeString(content.resolve("pages/a.md"), "# B\n");
            assertEquals(false, clean());
            git.add().addFilepattern(".").call();
            assertEquals(false, clean());
            id = commit(git);
            assertEquals(Optional.of(new Head(id, true)), Head.of(content, FILES));

            Files.delete(content.resolve("pages/a.md"));
            assertEquals(
                    false, Head.of(content, Set.of("site.yaml")).orElseThrow().clean());
            Files.writeString(content.resolve("pages/a.md"), "# B\n");
            assertEquals(true, clean());
            Files.createDirectories(content.resolve("more"));
            Files.writeString(content.resolve("more/b.md"), "# New\n");
            assertEquals(
                    false,
                    Head.of(content, Set.of("site.yaml", "pages/a.md", "more/b.md"))
                            .orElseThrow()
                            .clean());
            Files.delete(content.resolve("more/b.md"));
            Files.writeString(content.resolve("ignored.md"), "# Never committed\n");
            assertEquals(
                    false,
                    Head.of(content, Set.of("site.yaml", "pages/a.md", "ignored.md"))
                            .orElseThrow()
                            .clean());
        }
    }

    /** Git was told not to look, and what is released is what stands there. */
    @Test
    void filesThatGitDoesNotLookAtAreLookedAt() throws GitProblem, GitAPIException, IOException {
        try (Git git = repository()) {
            commit(git);
            DirCache index = git.getRepository().lockDirCache();
            index.getEntry("docs/content/pages/a.md").setAssumeValid(true);
            index.write();
            assertEquals(true, index.commit());
            assertEquals(true, clean());
            Files.writeString(content.resolve("pages/a.md"), "# Other\n");
            assertEquals(false, clean());
        }
    }

    @Test
    void namesOfAnotherFormAreSaidToBeThat() throws GitAPIException, IOException {
        try (Git git = repository()) {
            StoredConfig config = git.getRepository().getConfig();
            config.setInt("core", null, "repositoryformatversion", 1);
            config.setString("extensions", null, "objectFormat", "sha256");
            config.save();
        }
        GitProblem head = assertThrows(GitProblem.class, () -> Head.of(content, FILES));
        assertTrue(String.valueOf(head.getMessage()).contains("named by SHA-256"), head.getMessage());
        GitProblem tags = assertThrows(GitProblem.class, () -> GitRepository.around(content));
        assertTrue(String.valueOf(tags.getMessage()).contains("named by SHA-256"), tags.getMessage());
    }

    @Test
    void aRepositoryThatCantBeReadIsSaidToBeOne() throws IOException {
        Files.writeString(folder.resolve("repository/.git"), "gitdir: nowhere\n");
        assertThrows(GitProblem.class, () -> Head.of(content, FILES));
    }
}
