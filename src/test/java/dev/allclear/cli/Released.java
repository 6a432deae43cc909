package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The small site with three versions, between which a page goes, another comes, and a playbook changes. */
public final class Released {

    /** When the third was released. */
    public static final String NOW = "2026-07-01T08:00:00Z";

    /** The playbook that changes. */
    public static final String PLAYBOOK = "playbooks/restore-catalogue";

    private final Path content;
    private final Path site;

    public Released(Path folder) throws IOException {
        this.content =
                Tool.copy(InProcess.SMALL, Files.createDirectories(folder).resolve("content"));
        this.site = folder.resolve("site");
    }

    public Path content() {
        return content;
    }

    public Path site() {
        return site;
    }

    /** All three. */
    public Released three() throws IOException {
        first();
        second();
        return third();
    }

    public Released first() throws IOException {
        write("pages/leaving.md", "# Leaving\n\nThis page goes.\n");
        return release("2026-05", InProcess.SMALL_NOW);
    }

    public Released second() throws IOException {
        Files.delete(content.resolve("pages/leaving.md"));
        write("pages/coming.md", "# Coming\n\nThis page comes.\n");
        Tool.replace(content.resolve(PLAYBOOK + ".md"), "version: 1", "version: 2");
        Tool.replace(content.resolve(PLAYBOOK + ".md"), "From the vault.", "From the cellar vault.");
        return release("2026-06", "2026-06-01T08:00:00Z");
    }

    public Released third() throws IOException {
        Tool.replace(content.resolve(PLAYBOOK + ".md"), "version: 2", "version: 3");
        Tool.replace(content.resolve(PLAYBOOK + ".md"), "From the cellar vault.", "From the cellar.");
        Tool.replace(content.resolve("people.yaml"), "role: Operations", "role: Head of Operations");
        Tool.replace(
                content.resolve("people.yaml"), "groups:", "  new.one: {name: New One, role: Apprentice}\ngroups:");
        Tool.replace(content.resolve("systems.yaml"), "rto: 2h", "rto: 3h");
        Files.writeString(
                content.resolve("incidents/2026-05-18-catalogue-wiped/decisions.md"),
                "\n\n## Tell the readers\n\n```decision\nat: 2026-05-19 10:00\nby: ipek.isik\n```\n\nBy post.\n",
                StandardOpenOption.APPEND);
        return release("2026-07", NOW);
    }

    public Released release(String label, String now) {
        return succeed(run("release", label, "--now", now));
    }

    public Released build(String now) {
        return succeed(run("build", "--now", now));
    }

    private Released succeed(Tool.Answer answer) {
        assertEquals(0, answer.status(), answer.out() + answer.err());
        return this;
    }

    public Tool.Answer run(String command, String... more) {
        String[] all = new String[more.length + 5];
        all[0] = command;
        all[1] = "--content";
        all[2] = content.toString();
        all[3] = "--site";
        all[4] = site.toString();
        System.arraycopy(more, 0, all, 5, more.length);
        return InProcess.run(all);
    }

    public void write(String path, String text) throws IOException {
        Files.writeString(content.resolve(path), text);
    }

    public String read(String path) throws IOException {
        return Files.readString(site.resolve(path));
    }
}
