package dev.allclear.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.cli.InProcess;
import dev.allclear.cli.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is followed from change to change is what one finds out by looking at all of it. */
class FollowedChangesTest {

    @TempDir
    private Path folder;

    private static void commit(Git git, int hours) throws Exception {
        PersonIdent who = new PersonIdent(
                "A", "a@example.com", Instant.parse("2026-05-19T00:00:00Z").plusSeconds(3600L * hours), ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit()
                .setMessage("x")
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call();
    }

    @Test
    void itEqualsALookAtAllOfIt() throws Exception {
        Path content = Tool.copy(InProcess.SMALL, folder.toRealPath().resolve("content"));
        Random random = new Random(7);
        try (FollowedChanges followed = new FollowedChanges(content)) {
            assertEquals(LastChanges.around(content), followed.now(), "there is no repository");
            try (Git git = Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call()) {
                assertEquals(LastChanges.around(content), followed.now(), "there is no commit");
                commit(git, 0);
                assertTrue(followed.isBehind());
                List<String> documents = List.of(
                        "playbooks/restore-catalogue.md",
                        "pages/notices.md",
                        "incidents/2026-03-07-lending-offline/incident.md",
                        "pages/new.md");
                for (int i = 1; i < 40; i++) {
                    String path = documents.get(random.nextInt(documents.size()));
                    Path file = content.resolve(path);
                    switch (random.nextInt(6)) {
                        case 0 -> commit(git, i);
                        case 1 ->
                            git.checkout()
                                    .addPath("content/" + documents.get(0))
                                    .call();
                        case 2 -> git.add().addFilepattern("content/" + path).call();
                        default ->
                            Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "# New\n") + i);
                    }
                    followed.touch(List.of(path, documents.get(0)));
                    assertEquals(LastChanges.around(content), followed.now(), "step " + i);
                    assertFalse(followed.isBehind());
                }
            }
        }
    }
}
