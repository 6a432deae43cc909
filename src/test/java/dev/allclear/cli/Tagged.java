package dev.allclear.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TagCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A repository with the small site's content, whose commits are an hour apart. */
final class Tagged implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-05-19T00:00:00Z");

    final Path place;
    final Path content;
    final Git git;
    private int hours;

    Tagged(Path place) throws IOException, GitAPIException {
        this.place = place;
        this.content = Tool.copy(InProcess.SMALL, Files.createDirectories(place).resolve("content"));
        this.git =
                Git.init().setDirectory(place.toFile()).setInitialBranch("main").call();
        Files.writeString(place.resolve(".gitignore"), "/site/\n");
    }

    private static PersonIdent at(Instant time) {
        return new PersonIdent("A", "a@example.com", time, ZoneOffset.UTC);
    }

    /** Commits all that there is. */
    String commit() throws GitAPIException {
        return commitAt(BEGIN.plusSeconds(3600L * hours++));
    }

    /** Commits all that there is, and a page with this text. */
    String commit(String text) throws IOException, GitAPIException {
        write(text);
        return commit();
    }

    /** The same at a time of one's own, in seconds since 1970. */
    String commitAt(String text, int seconds) throws IOException, GitAPIException {
        write(text);
        return commitAt(Instant.ofEpochSecond(seconds));
    }

    private void write(String text) throws IOException {
        Files.writeString(content.resolve("pages/news.md"), "# News\n\n" + text + "\n");
    }

    private String commitAt(Instant time) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return git.commit()
                .setMessage("x")
                .setAuthor(at(BEGIN.minusSeconds(1_000_000)))
                .setCommitter(at(time))
                .setSign(false)
                .call()
                .name();
    }

    /** The commit that is checked out. */
    RevCommit head() throws GitAPIException {
        return git.log().setMaxCount(1).call().iterator().next();
    }

    /** Tags what is checked out; an annotated tag is made a year later. */
    void tag(String name, boolean annotated) throws GitAPIException {
        TagCommand command =
                git.tag().setName(name).setAnnotated(annotated).setSigned(false).setForceUpdate(true);
        if (annotated) {
            command.setMessage("x").setTagger(at(BEGIN.plusSeconds(31_536_000)));
        }
        command.call();
    }

    @Override
    public void close() {
        git.close();
    }
}
