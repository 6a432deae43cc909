package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.allclear.output.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code release} promises: a version is there, whole and for good, or nothing has happened. */
class ReleaseTest {

    private static final String NEXT = "2026-05-20T08:00:00Z";

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");
    private Path site = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        site = folder.resolve("site");
    }

    private Tool.Answer run(String command, String... more) {
        return InProcess.run(Stream.concat(
                        Stream.of(command, "--content", content.toString(), "--site", site.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void release(String label, String now) {
        Tool.Answer answer = run("release", label, "--now", now);
        assertEquals(0, answer.status(), answer.err());
        assertEquals(0, run("verify").status(), run("verify").out());
    }

    private void refuses(int status, String word, String... arguments) throws IOException {
        Map<String, String> before = Tool.digests(folder);
        Tool.Answer answer = run("release", arguments);
        assertEquals(status, answer.status(), answer.out() + answer.err());
        assertTrue(answer.err().contains(word), answer.err());
        assertEquals("", answer.out());
        assertEquals(before, Tool.digests(folder));
    }

    private void change(String text) throws IOException {
        Files.writeString(content.resolve("pages/notices.md"), "\n" + text + "\n", StandardOpenOption.APPEND);
    }

    private static Object inode(Path file) throws IOException {
        return String.valueOf(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    private JsonObject manifest(String label) throws IOException {
        return JsonParser.parseString(Files.readString(site.resolve("v/" + label + "/manifest.json")))
                .getAsJsonObject();
    }

    private static Map<String, String> listed(JsonObject manifest, String name) {
        Map<String, String> digests = new TreeMap<>();
        manifest.getAsJsonArray(name)
                .forEach(e -> digests.put(
                        e.getAsJsonObject().get("path").getAsString(),
                        e.getAsJsonObject().get("sha256").getAsString()));
        return digests;
    }

    @Test
    void aVersionIsTheWholeSiteWithItsManifest() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Map<String, String> version = Tool.digests(site.resolve("v/1"));
        Map<String, String> expected = Tool.digests(site);
        expected.keySet().removeIf(p -> p.startsWith("v/") || p.equals(".allclear-inputs"));
        Map<String, String> files = new TreeMap<>(version);
        files.remove("manifest.json");
        files.remove("SHA256SUMS");
        Map<String, String> others = new TreeMap<>(files);
        others.remove("pages.js");
        assertEquals(expected.keySet(), others.keySet());
        // A page of a version says so; all else is what the site has.
        others.keySet().removeIf(p -> p.endsWith(".html"));
        others.forEach((path, digest) -> assertEquals(expected.get(path), digest, path));
        JsonObject manifest = manifest("1");
        assertEquals(files, listed(manifest, "files"));
        assertEquals(Tool.digests(content), listed(manifest, "content"));
        assertEquals(1, manifest.get("format").getAsInt());
        assertEquals("1", manifest.get("label").getAsString());
        assertEquals(InProcess.SMALL_NOW, manifest.get("released").getAsString());
        assertTrue(manifest.get("previous").isJsonNull());
        assertTrue(manifest.get("git").isJsonNull());
        files.put("manifest.json", version.get("manifest.json"));
        StringBuilder sums = new StringBuilder();
        files.forEach((path, digest) -> sums.append(digest + "  " + path + "\n"));
        assertEquals(sums.toString(), Files.readString(site.resolve("v/1/SHA256SUMS")));

        change("More.");
        release("0", NEXT);
        JsonObject previous = manifest("0").getAsJsonObject("previous");
        assertEquals("1", previous.get("label").getAsString());
        assertEquals(version.get("manifest.json"), previous.get("manifest").getAsString());
        assertEquals(version, Tool.digests(site.resolve("v/1")));
    }

    @Test
    void theSameContentUnderTheSameLabelChangesNothing() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Map<String, String> before = Tool.digests(folder);
        for (String now : List.of(InProcess.SMALL_NOW, NEXT, "2026-12-31T00:00:00Z")) {
            assertEquals(0, run("release", "1", "--now", now).status());
            assertEquals(before, Tool.digests(folder));
        }
        change("More.");
        refuses(2, "with other content", "1", "--now", NEXT);
        release("2", NEXT);
        refuses(2, "with other content", "1", "--now", NEXT);
        Files.writeString(content.resolve(".hidden"), "not read");
        assertEquals(0, run("release", "2", "--now", NEXT).status());
    }

    @Test
    void aDamagedVersionIsNotCalledReleased() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Files.delete(site.resolve("v/1/people.html"));
        refuses(2, "v/1/people.html is not there", "1", "--now", NEXT);
    }

    @Test
    void labelsThatAreNoneAreRefused() throws IOException {
        assertEquals(0, run("build", "--now", InProcess.SMALL_NOW).status());
        for (String label : List.of("..", ".", "", "../1", "a/b", "V1", "con", "nul.1", "1.", "a b", "ä")) {
            refuses(2, "label", label, "--now", NEXT);
        }
        refuses(2, "Name the version");
        refuses(2, "LABEL", "1", "--reason", "x");
        Files.createDirectories(site.resolve("v"));
        Files.writeString(site.resolve("v/index"), "x");
        Files.createDirectories(site.resolve("v/RC1"));
        refuses(2, "taken", "index", "--now", NEXT);
        refuses(2, "taken", "rc1", "--now", NEXT);
    }

    @Test
    void anErrorStopsARelease() throws IOException {
        Tool.replace(content.resolve("playbooks/restore-catalogue.md"), "version: ", "version: x");
        refuses(1, "Nothing was released", "1", "--now", InProcess.SMALL_NOW);
        assertEquals(2, run("release", "1", "--urgent").status());
        assertFalse(Files.exists(site));
    }

    @Test
    void historyThatIsBrokenIsNotContinued() throws IOException {
        release("1", InProcess.SMALL_NOW);
        change("Two.");
        release("2", NEXT);
        change("Three.");
        refuses(2, "before that of version `2`", "3", "--now", InProcess.SMALL_NOW);
        Files.move(site.resolve("v/1"), folder.resolve("away"));
        refuses(2, "v/1 is not there", "3", "--now", NEXT);
        Files.move(folder.resolve("away"), site.resolve("v/1"));
        Files.writeString(site.resolve("v/2/record.json"), "{}");
        refuses(2, "not the one that was released", "3", "--now", NEXT);
    }

    /** A build replaces files and never writes into one, so what shares its bytes with the site stays as it was. */
    @Test
    void laterBuildsLeaveAVersionAsItWas() throws IOException {
        release("1", InProcess.SMALL_NOW);
        assertEquals(inode(site.resolve("theme/style.css")), inode(site.resolve("v/1/theme/style.css")));
        assertEquals(inode(site.resolve("record.json")), inode(site.resolve("v/1/record.json")));
        Map<String, String> version = Tool.digests(site.resolve("v/1"));
        Path theme = folder.resolve("theme");
        Files.writeString(Files.createDirectories(theme.resolve("theme")).resolve("style.css"), "body { color: red; }");
        Files.writeString(content.resolve("incidents/2026-03-07-lending-offline/card.txt"), "other bytes");
        change("More.");
        assertEquals(
                0, run("build", "--now", NEXT, "--templates", theme.toString()).status());
        assertNotEquals(version.get("theme/style.css"), Sha256.of(site.resolve("theme/style.css")));
        assertEquals("other bytes", Files.readString(site.resolve("incidents/2026-03-07-lending-offline/card.txt")));
        assertEquals(version, Tool.digests(site.resolve("v/1")));
        assertEquals(0, run("verify").status());
    }

    @Test
    void withoutHardLinksAVersionHasFilesOfItsOwn() throws IOException {
        assertEquals(
                0,
                run("release", "1", "--now", InProcess.SMALL_NOW, "--no-hard-links")
                        .status());
        for (String path : Tool.digests(site.resolve("v/1")).keySet()) {
            if (Files.exists(site.resolve(path))) {
                assertNotEquals(
                        inode(site.resolve(path)), inode(site.resolve("v/1").resolve(path)), path);
            }
        }
        assertEquals(0, run("verify").status());
    }

    @Test
    void theSameReleaseGivesTheSameManifestWithAnyNumberOfThreads() throws IOException {
        List<Map<String, String>> all = new ArrayList<>();
        for (String jobs : List.of("1", "2", "13")) {
            site = folder.resolve("site" + jobs);
            assertEquals(
                    0,
                    run("release", "1", "--now", InProcess.SMALL_NOW, "--jobs", jobs)
                            .status());
            all.add(Tool.digests(site));
        }
        assertEquals(all.get(0), all.get(1));
        assertEquals(all.get(0), all.get(2));
    }

    @Test
    void versionsAreListedNewestFirst() throws IOException {
        assertEquals(2, run("versions").status());
        assertEquals(0, run("build", "--now", InProcess.SMALL_NOW).status());
        assertTrue(run("versions").out().contains("No version"));
        release("b", InProcess.SMALL_NOW);
        change("More.");
        release("a", NEXT);
        List<String> lines = run("versions").out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("a  2026-05-20 08:00Z  no commit  digest "), lines.get(0));
        assertTrue(lines.get(1).startsWith("b  "), lines.get(1));
        JsonObject newest = JsonParser.parseString(
                        run("versions", "--format", "json").out())
                .getAsJsonObject()
                .getAsJsonArray("versions")
                .get(0)
                .getAsJsonObject();
        assertEquals("a", newest.get("label").getAsString());
        assertEquals(2, newest.get("number").getAsInt());
        assertEquals(
                Sha256.of(site.resolve("v/a/manifest.json")),
                newest.get("digest").getAsString());
        assertEquals(3, newest.get("incidents").getAsInt());
    }

    @Test
    void aDecisionThatWasPublishedStays() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Path log = content.resolve("incidents/2026-05-18-catalogue-wiped/decisions.md");
        String text = Files.readString(log);
        Files.writeString(log, text.replaceFirst("(?m)^at: (\\S+) (\\d\\d):(\\d)\\d", "at: $1 $2:$39"));
        Tool.Answer answer = run("release", "2", "--now", NEXT);
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("gate/history"), answer.err());
        assertTrue(answer.err().contains("`at` was “2026-05-18"), answer.err());
        Files.writeString(log, text.stripTrailing() + "\n\nIt is said here in other words.\n");
        answer = run("check", "--now", NEXT);
        assertEquals(1, answer.status());
        assertTrue(answer.out().contains("its text was nothing and is “It is said here"), answer.out());
        Files.writeString(log, text);
        assertEquals(0, run("check", "--now", NEXT).status());
    }

    /** What stands in the folders of versions is believed only as far as their manifests bear it out. */
    @Test
    void aVersionThatWasForgedDoesNotMakeAnotherHistoryTrue() throws IOException {
        release("1", InProcess.SMALL_NOW);
        change("Two.");
        release("2", NEXT);
        Path log = content.resolve("incidents/2026-05-18-catalogue-wiped/decisions.md");
        String text = Files.readString(log);
        String forged = text.replaceFirst("(?m)^at: (\\S+) (\\d\\d):(\\d)\\d", "at: $1 $2:$39");
        Path other = folder.resolve("other");
        Files.writeString(log, forged);
        assertEquals(
                0,
                InProcess.run("build", "--content", content.toString(), "--site", other.toString(), "--now", NEXT)
                        .status());
        for (String file : List.of("record.json", "history.json")) {
            Path kept = site.resolve("v/1").resolve(file);
            byte[] bytes = Files.readAllBytes(kept);
            Files.delete(kept);
            Files.copy(other.resolve(file), kept);
            refuses(2, "of the published version `1` is not the one that was released", "3", "--now", NEXT);
            Files.delete(kept);
            refuses(2, "of the published version `1` is missing", "3", "--now", NEXT);
            Files.write(kept, bytes);
        }
        Tool.Answer answer = run("check", "--now", NEXT);
        assertEquals(1, answer.status());
        assertTrue(answer.out().contains("which version 1 holds, has been changed"), answer.out());
        Files.writeString(log, text);
        assertEquals(0, run("check", "--now", NEXT).status());
    }

    /** Versions that a tool without {@code history.json} released hold just as well. */
    @Test
    void aVersionWithoutAManifestHoldsItsDecisions() throws IOException {
        assertEquals(0, run("build", "--now", InProcess.SMALL_NOW).status());
        Path version = Files.createDirectories(site.resolve("v/old"));
        Files.copy(site.resolve("record.json"), version.resolve("record.json"));
        assertEquals(0, run("check", "--now", NEXT).status());
        Path incident = content.resolve("incidents/2026-03-07-lending-offline");
        Files.move(incident, content.resolve("incidents/elsewhere"));
        Tool.Answer answer = run("check", "--now", NEXT);
        assertTrue(
                answer.out()
                        .contains("in the incident `2026-03-07-lending-offline`, which version old holds, has been "
                                + "moved to the incident `elsewhere`."),
                answer.out());
    }

    @Test
    void aPlaceThatCantHoldAVersionIsSaidToBeThat() throws IOException {
        release("1", InProcess.SMALL_NOW);
        change("Two.");
        Files.move(site.resolve("v"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(site.resolve("v"), folder.resolve("elsewhere"));
        refuses(2, "v is a symbolic link", "2", "--now", NEXT);
        Files.delete(site.resolve("v"));
        Files.writeString(site.resolve("v"), "x");
        refuses(2, "v is a file", "2", "--now", NEXT);
        site = folder.resolve("link");
        Files.createSymbolicLink(site, folder.resolve("nowhere"));
        refuses(2, "is a link to a folder that is not there", "2", "--now", NEXT);
        refuses(2, "`a\uFFFDb` can't be the label", "a\nb", "--now", NEXT);
    }

    @Test
    void aBuildAndACheckSayThatTheVersionsAreNotWhatWasReleased() throws IOException {
        release("1", InProcess.SMALL_NOW);
        change("Two.");
        release("2", NEXT);
        Files.delete(site.resolve("v/1/manifest.json"));
        for (String command : List.of("build", "check")) {
            Tool.Answer answer = run(command, "--now", NEXT);
            assertEquals(0, answer.status(), answer.err());
            assertTrue(
                    answer.err()
                            .contains(
                                    "The versions are not as they were released: v/1/manifest.json is not there, so this "
                                            + "folder is no version. Restore them from a copy; `allclear verify` names all"),
                    answer.err());
        }
    }

    @Test
    void whatAPublishedIncidentFollowedIsKnownWhenItHasAnotherName() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Files.move(
                content.resolve("playbooks/restore-catalogue.md"), content.resolve("playbooks/restore-the-books.md"));
        Tool.Answer answer = run("check", "--now", NEXT);
        assertFalse(answer.out().contains("content/unknown-playbook"), answer.out());
        assertFalse(answer.out().contains("gate/history"), answer.out());
    }

    @Test
    void aListOfVersionsShowsWhatAManifestWouldDoToATerminal() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Tool.replace(
                site.resolve("v/1/manifest.json"),
                "\"git\": null",
                "\"git\": {\"commit\": \"\\\\u001b[31mred\", \"clean\": true}");
        String out = run("versions").out();
        assertTrue(out.contains("\u241B[31mred"), out);
    }

    @Test
    void aWithdrawalThatIsGoneIsOneFault() throws IOException {
        release("1", InProcess.SMALL_NOW);
        change("Two.");
        release("2", NEXT);
        String[] withdraw = {"--withdraw", "1", "--by", person(), "--reason", "x", "--now", "2026-06-01T00:00:00Z"};
        assertEquals(0, run("release", withdraw).status());
        Path withdrawal = site.resolve("v/1/withdrawal.json");
        byte[] bytes = Files.readAllBytes(withdrawal);
        Files.delete(withdrawal);
        String out = run("verify").out();
        assertTrue(
                out.startsWith(
                        "removed: v/1/withdrawal.json is not there, and SHA256SUMS says that this version was withdrawn\n"
                                + "2 versions, "),
                out);
        assertTrue(out.contains(": 1 fault."), out);
        Files.write(withdrawal, bytes);
        change("Three.");
        release("3", "2026-06-02T00:00:00Z");
        Files.delete(withdrawal);
        out = run("verify").out();
        assertTrue(out.contains("and version `3` says that this one was withdrawn") && out.contains(": 1 fault."), out);
    }

    /** The words of a decision that is read back from a record are the words of the decision. */
    @Test
    void aRecordHoldsTheWordsOfEachDecision() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Path log = content.resolve("incidents/2026-03-07-lending-offline/decisions.md");
        String text = Files.readString(log);
        Files.writeString(log, text.replace("```decision\n", "```decision\n# a remark\n"));
        Tool.Answer answer = run("check", "--now", NEXT);
        assertTrue(
                answer.out()
                        .contains("has been changed, if only in spacing, comments or a footnote that it refers to."),
                answer.out());
    }

    @Test
    void aWithdrawnVersionLeavesATrace() throws IOException {
        release("1", InProcess.SMALL_NOW);
        change("Two.");
        release("2", NEXT);
        byte[] manifest = Files.readAllBytes(site.resolve("v/1/manifest.json"));
        Map<String, String> before = Tool.digests(site);
        refuses(2, "--by", "--withdraw", "1", "--reason", "a leak");
        refuses(2, "why version", "--withdraw", "1", "--by", "ines.barros");
        refuses(2, "people.yaml", "--withdraw", "1", "--by", "nobody.known", "--reason", "a leak");
        refuses(2, "no version `9`", "--withdraw", "9", "--by", person(), "--reason", "a leak");
        refuses(2, "two commands", "3", "--withdraw", "1", "--by", person(), "--reason", "a leak");
        refuses(2, "before", "--withdraw", "2", "--by", person(), "--reason", "x", "--now", InProcess.SMALL_NOW);

        // What the content says today must not stand in the way of a removal.
        Files.writeString(content.resolve("pages/broken.md"), "[x](nowhere.md)");
        String reason = "It names <b>a reader</b>";
        Tool.Answer answer = run(
                "release", "--withdraw", "1", "--by", person(), "--reason", reason, "--now", "2026-06-01T00:00:00Z");
        assertEquals(0, answer.status(), answer.err());
        Files.delete(content.resolve("pages/broken.md"));
        assertEquals(new String(manifest, StandardCharsets.UTF_8), Files.readString(site.resolve("v/1/manifest.json")));
        Map<String, String> after = Tool.digests(site);
        for (String path : before.keySet()) {
            String page = path.startsWith("v/1/") ? path.substring(4) : "";
            if (path.equals("v/index.html") || path.equals("v/versions.js")) {
                assertNotEquals(before.get(path), after.get(path), path);
            } else if (page.isEmpty() || page.equals("manifest.json")) {
                assertEquals(before.get(path), after.get(path), path);
            } else if (page.endsWith(".html")) {
                String notice = Files.readString(site.resolve(path));
                assertTrue(notice.contains("It names &lt;b&gt;a reader&lt;/b&gt;"), notice);
                assertTrue(
                        notice.contains("href=\"" + "../".repeat(2 + page.split("/", -1).length - 1) + "index.html\""),
                        notice);
                assertFalse(notice.contains("<script") || notice.contains("src="), notice);
            } else {
                assertEquals(page.equals("SHA256SUMS"), after.containsKey(path), path);
            }
        }
        Tool.Answer verified = run("verify");
        assertEquals(0, verified.status(), verified.out());
        assertTrue(verified.out().contains("withdrawn: v/1 by " + person()), verified.out());
        assertTrue(verified.out().contains("2 versions (1 withdrawn)"), verified.out());
        assertTrue(run("versions").out().contains("withdrawn by " + person()));

        assertEquals(
                0,
                run("release", "--withdraw", "1", "--by", person(), "--reason", reason)
                        .status());
        refuses(2, "already", "--withdraw", "1", "--by", person(), "--reason", "another");
        refuses(2, "withdrawn on", "1", "--now", "2026-06-02T00:00:00Z");
        change("Three.");
        release("3", "2026-06-02T00:00:00Z");
        JsonObject trace = manifest("3").getAsJsonArray("withdrawn").get(0).getAsJsonObject();
        assertEquals("1", trace.get("label").getAsString());
        assertEquals(
                Sha256.of(site.resolve("v/1/withdrawal.json")),
                trace.get("withdrawal").getAsString());

        Files.writeString(site.resolve("v/1/index.html"), "again");
        assertTrue(run("verify").out().contains("changed: v/1/index.html "));
        Tool.replace(site.resolve("v/1/withdrawal.json"), "It names", "It named");
        assertTrue(run("verify").out().contains("v/1/withdrawal.json is not the withdrawal that version `3` knows"));
        Files.delete(site.resolve("v/1/withdrawal.json"));
        assertTrue(run("verify").out().contains("v/1/withdrawal.json is not there, and version `3` says"));
    }

    @Test
    void theNoticesOfAWithdrawnVersionSpeakTheLanguageOfTheSite() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Path yaml = content.resolve("site.yaml");
        Files.writeString(yaml, Files.readString(yaml).replaceAll("(?m)^language:.*\\R", "") + "\nlanguage: de\n");
        Tool.Answer answer = run("release", "--withdraw", "1", "--by", person(), "--reason", "a leak", "--now", NEXT);
        assertEquals(0, answer.status(), answer.err());
        String notice = Files.readString(site.resolve("v/1/people.html"));
        assertTrue(notice.contains("<html lang=\"de\" dir=\"ltr\">"), notice);
        assertTrue(notice.contains("<h1>Version 1 wurde zurückgezogen</h1>"), notice);
        assertFalse(notice.contains(" was "), notice);
        assertEquals(0, run("verify").status());
    }

    @Test
    void aWithdrawalSaysThatPeopleCannotBeRead() throws IOException {
        release("1", InProcess.SMALL_NOW);
        String person = person();
        Path people = content.resolve("people.yaml");
        Files.writeString(people, Files.readString(people) + "\n  x: [\n");
        refuses(2, "people.yaml can't be read", "--withdraw", "1", "--by", person, "--reason", "a leak");
        refuses(2, "people.yaml:", "--withdraw", "1", "--by", person, "--reason", "a leak");
    }

    private String person() throws IOException {
        return Files.readString(content.resolve("people.yaml"))
                .lines()
                .filter(l -> l.matches("  [a-z.]+: \\{.*"))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(":", 2)[0];
    }

    /** Once the only version that holds a decision is withdrawn, nothing published holds it any more. */
    @Test
    void aWithdrawnVersionBindsNobody() throws IOException {
        release("1", InProcess.SMALL_NOW);
        Path log = content.resolve("incidents/2026-05-18-catalogue-wiped/decisions.md");
        Files.writeString(log, Files.readString(log).stripTrailing() + "\n\nMore words.\n");
        assertEquals(1, run("check", "--now", NEXT).status());
        assertEquals(
                0,
                run("release", "--withdraw", "1", "--by", person(), "--reason", "a leak", "--now", NEXT)
                        .status());
        assertEquals(0, run("check", "--now", NEXT).status());
    }
}
