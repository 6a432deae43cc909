package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions of a repository's tags, from nothing but its objects. */
class TagsTest {

    private static final String NOW = "2026-05-20T12:00:00Z";
    private static final String DECISIONS = "incidents/2026-03-07-lending-offline/decisions.md";

    @TempDir
    private Path folder = Path.of("");

    private Tagged repository;
    private Path site = Path.of("");
    private Path cache = Path.of("");

    @BeforeEach
    void begin() throws IOException, GitAPIException {
        repository = new Tagged(folder.resolve("repository"));
        site = folder.resolve("site");
        cache = folder.resolve("cache");
    }

    @AfterEach
    void end() {
        repository.close();
    }

    private Tool.Answer build(Path into, Path content, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "build",
                "--content",
                content.toString(),
                "--site",
                into.toString(),
                "--tags-cache",
                cache.toString(),
                "--now",
                NOW));
        arguments.addAll(List.of(more));
        return InProcess.run(arguments.toArray(String[]::new));
    }

    private Tool.Answer build(String... more) {
        return build(site, repository.content, more);
    }

    private Tool.Answer plainBuild() {
        return InProcess.run(
                "build", "--content", repository.content.toString(), "--site", site.toString(), "--now", NOW);
    }

    private void succeed(Tool.Answer answer) {
        assertEquals(0, answer.status(), answer.err());
    }

    /** That it was refused in words that hold these. */
    private void refused(int status, Tool.Answer answer, String... words) {
        assertEquals(status, answer.status(), answer.out() + answer.err());
        for (String word : words) {
            assertTrue(answer.err().contains(word), answer.err());
        }
        assertFalse(answer.err().contains("Exception"), answer.err());
        assertFalse(answer.err().contains("allclear-tags-"), answer.err());
    }

    private List<String> labels(Path of) throws IOException {
        Tool.Answer answer = InProcess.run("versions", "--site", of.toString());
        assertEquals(0, answer.status(), answer.err());
        return answer.out().lines().map(l -> l.split(" ", 2)[0]).toList();
    }

    private void verify(Path of) {
        Tool.Answer answer = InProcess.run("verify", of.toString());
        assertEquals(0, answer.status(), answer.out() + answer.err());
    }

    private static JsonObject manifest(Path version) throws IOException {
        return JsonParser.parseString(Files.readString(version.resolve("manifest.json")))
                .getAsJsonObject();
    }

    /** Three versions: two tags of one commit among them, annotated or not. */
    private List<String> history() throws IOException, GitAPIException {
        List<String> commits = new ArrayList<>();
        commits.add(repository.commit("one"));
        repository.tag("v1", false);
        commits.add(repository.commit("two"));
        repository.tag("v2", true);
        repository.tag("v2-final", false);
        repository.tag("other", false);
        commits.add(repository.commit("three"));
        repository.tag("v10", false);
        return commits;
    }

    /** What stands in the versions; what tells of them beside them is made anew with each build. */
    private static Map<String, String> versions(Path of) throws IOException {
        Map<String, String> files = Tool.digests(of.resolve("v"));
        assertTrue(files.containsKey("index.html") && files.containsKey("versions.js"), files.toString());
        files.keySet().removeIf(f -> !f.contains("/"));
        return files;
    }

    private static Map<String, String> withoutVersions(Path of) throws IOException {
        Map<String, String> files = Tool.digests(of);
        files.keySet().removeIf(f -> f.startsWith("v/"));
        return files;
    }

    @Test
    void eachTagThatMatchesIsAVersionInTheOrderOfTheCommits() throws Exception {
        List<String> commits = history();
        Files.writeString(repository.content.resolve("pages/news.md"), "# News\n\nNot committed\n");
        Map<String, String> before = Tool.digests(repository.place);
        Tool.Answer answer = build("--tags", "v*", "--verbose");
        succeed(answer);
        assertEquals(before, Tool.digests(repository.place), "the work tree, the index and the objects are left alone");
        assertEquals(List.of("v10", "v2-final", "v2", "v1"), labels(site));
        verify(site);
        assertTrue(
                answer.out().contains("Versions of 4 tags: 4 built, 0 from the cache, 0 there before."), answer.out());
        assertTrue(
                answer.err().contains("v10 (commit " + commits.get(2).substring(0, 10) + ") was built"), answer.err());
        JsonObject second = manifest(site.resolve("v/v2"));
        assertEquals("2026-05-19T01:00:00Z", second.get("released").getAsString(), "the commit's time, not the tag's");
        assertEquals(commits.get(1), second.getAsJsonObject("git").get("commit").getAsString());
        assertTrue(second.getAsJsonObject("git").get("clean").getAsBoolean());
        assertEquals("v1", second.getAsJsonObject("previous").get("label").getAsString());
        assertTrue(Files.readString(site.resolve("v/v1/pages/news.html")).contains("one"));
        assertTrue(Files.readString(site.resolve("v/v10/pages/news.html")).contains("three"));
        assertTrue(Files.readString(site.resolve("pages/news.html")).contains("Not committed"));
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertTrue(left.filter(f -> f.getFileName().toString().startsWith("allclear-tags-"))
                    .noneMatch(f -> Files.exists(f.resolve("tags/v10"))));
        }
    }

    @Test
    void aVersionIsWhatAReleaseOfTheSameCommitWouldHaveBeen() throws Exception {
        repository.commit("one");
        repository.tag("v1", false);
        succeed(build("--tags", "v1"));
        Path released = folder.resolve("released");
        succeed(InProcess.run(
                "release",
                "v1",
                "--content",
                repository.content.toString(),
                "--site",
                released.toString(),
                "--now",
                "2026-05-19T00:00:00Z"));
        assertEquals(versions(released), versions(site));
    }

    @Test
    void aBareCloneGivesTheSameBytesAndIsLeftAlone() throws Exception {
        history();
        succeed(build("--tags", "v*"));
        Path bare = folder.resolve("bare.git");
        Git.cloneRepository()
                .setBare(true)
                .setURI(repository.place.toUri().toString())
                .setDirectory(bare.toFile())
                .call()
                .close();
        // Whether a clone clears up after itself, and when, is no doing of ours.
        UnaryOperator<Map<String, String>> lasting = files -> {
            files.keySet().removeIf(f -> f.startsWith("gc."));
            return files;
        };
        Map<String, String> before = lasting.apply(Tool.digests(bare));
        Path other = folder.resolve("other");
        cache = folder.resolve("another-cache");
        succeed(build(other, Path.of("content"), "--tags", "v*", "--repository", bare.toString(), "--jobs", "1"));
        assertEquals(Tool.digests(site), Tool.digests(other));
        assertEquals(before, lasting.apply(Tool.digests(bare)));
        refused(
                2,
                build(other, Path.of("text"), "--tags", "v*", "--repository", bare.toString()),
                "HEAD of",
                "has no folder `text`");
        refused(
                2,
                build(other, repository.content, "--tags", "v*", "--repository", bare.toString()),
                "a path inside the repository");
        refused(
                2,
                build(other, Path.of("content"), "--tags", "v*", "--repository", cache.toString()),
                "There is no git repository in");
    }

    @Test
    void theCacheGivesTheSameBytesAndIsNotTrusted() throws Exception {
        history();
        succeed(build("--tags", "v*"));
        Path second = folder.resolve("second");
        Tool.Answer hit = build(second, repository.content, "--tags", "v*");
        assertTrue(hit.out().contains("0 built, 4 from the cache"), hit.out());
        assertEquals(Tool.digests(site), Tool.digests(second));

        List<Path> entries;
        try (Stream<Path> all = Files.list(cache)) {
            entries = all.sorted().toList();
        }
        assertEquals(4, entries.size());
        Files.writeString(entry(entries.get(0)).resolve("index.html"), "tampered");
        Files.delete(entry(entries.get(1)).resolve("people.html"));
        Files.writeString(entry(entries.get(2)).resolve("added.html"), "tampered");
        Files.writeString(entry(entries.get(3)).resolve("manifest.json"), "{");
        Path third = folder.resolve("third");
        Tool.Answer damaged = build(third, repository.content, "--tags", "v*");
        assertTrue(damaged.out().contains("4 built, 0 from the cache"), damaged.out());
        assertEquals(Tool.digests(site), Tool.digests(third));
        Tool.Answer mended = build(folder.resolve("fourth"), repository.content, "--tags", "v*");
        assertTrue(mended.out().contains("0 built, 4 from the cache"), mended.out());
    }

    /** The folder of the version in an entry of the cache. */
    private static Path entry(Path key) throws IOException {
        try (Stream<Path> one = Files.list(key)) {
            return one.findFirst().orElseThrow();
        }
    }

    @Test
    void anotherThemeOrAnotherTagIsAnotherEntryOfTheCache() throws Exception {
        history();
        succeed(build("--tags", "v*"));
        Path theme = Files.createDirectories(folder.resolve("theme"));
        Files.writeString(theme.resolve("page.ftlh"), "<p>mine</p>");
        Path themed = folder.resolve("themed");
        Tool.Answer answer = build(themed, repository.content, "--tags", "v*", "--templates", theme.toString());
        assertTrue(answer.out().contains("4 built, 0 from the cache"), answer.out());
        assertEquals("<p>mine</p>", Files.readString(themed.resolve("v/v1/pages/news.html")));
        repository.commit("four");
        repository.tag("v11", false);
        Tool.Answer more = build(folder.resolve("more"), repository.content, "--tags", "v*");
        assertTrue(more.out().contains("1 built, 4 from the cache"), more.out());
        Tool.Answer fewer = build(folder.resolve("fewer"), repository.content, "--tags", "v*", "--tags", "!v1");
        assertTrue(fewer.out().contains("4 built, 0 from the cache"), fewer.out());
        assertEquals(List.of("v11", "v10", "v2-final", "v2"), labels(folder.resolve("fewer")));
    }

    @Test
    void aCacheThatCantBeWrittenIsDoneWithout() throws Exception {
        history();
        Files.writeString(folder.resolve("file"), "x");
        cache = folder.resolve("file");
        Tool.Answer answer = build("--tags", "v*");
        succeed(answer);
        assertTrue(answer.err().contains("Nothing can be kept in"), answer.err());
        verify(site);
    }

    @Test
    void versionsThatAreThereStayAndNewOnesStandBehindThem() throws Exception {
        repository.commit("one");
        repository.tag("v1", false);
        succeed(build("--tags", "v*"));
        Map<String, String> before = versions(site);
        repository.commit("two");
        repository.tag("v2", false);
        Tool.Answer answer = build("--tags", "v*");
        assertTrue(answer.out().contains("1 built, 0 from the cache, 1 there before"), answer.out());
        Map<String, String> after = versions(site);
        after.keySet().removeIf(f -> f.startsWith("v2/"));
        assertEquals(before, after);
        succeed(InProcess.run(
                "release",
                "by-hand",
                "--content",
                repository.content.toString(),
                "--site",
                site.toString(),
                "--now",
                NOW));
        succeed(build("--tags", "v*"));
        assertEquals(List.of("by-hand", "v2", "v1"), labels(site));
        verify(site);

        Files.delete(site.resolve("v/v1/people.html"));
        refused(2, build("--tags", "v*"), "Version `v1` is there, but", "people.html");
    }

    @Test
    void aTagThatWasMovedOrIsOlderIsRefused() throws Exception {
        repository.commit("one");
        repository.tag("v0", false);
        repository.commit("two");
        repository.tag("v1", false);
        succeed(build("--tags", "v1"));
        Map<String, String> before = Tool.digests(site);
        refused(2, build("--tags", "v*"), "Tag `v0`", "before version `v1`", "empty folder");
        repository.commit("three");
        repository.tag("v1", false);
        refused(2, build("--tags", "v1"), "Tag `v1` names commit", "with other content", "--tags '!v1'");
        assertEquals(before, Tool.digests(site));
    }

    @Test
    void aReleaseOfTheSameContentStandsForTheTagAndOneOfOtherContentDoesNot() throws Exception {
        repository.commit("one");
        succeed(InProcess.run(
                "release",
                "v1",
                "--content",
                repository.content.toString(),
                "--site",
                site.toString(),
                "--now",
                "2026-05-19T10:00:00Z"));
        Map<String, String> before = versions(site);
        repository.tag("v1", false);
        Tool.Answer answer = build("--tags", "v*");
        assertTrue(answer.out().contains("0 built, 0 from the cache, 1 there before"), answer.out());
        assertEquals(before, versions(site));
        repository.commit("two");
        repository.tag("v1", false);
        refused(2, build("--tags", "v*"), "Tag `v1`", "other content");
        assertEquals(before, versions(site));
    }

    @Test
    void aVersionThatWasWithdrawnStaysSo() throws Exception {
        history();
        succeed(build("--tags", "v*"));
        succeed(InProcess.run(
                "release",
                "--withdraw",
                "v2",
                "--by",
                "ipek.isik",
                "--reason",
                "x",
                "--content",
                repository.content.toString(),
                "--site",
                site.toString(),
                "--now",
                NOW));
        Map<String, String> before = versions(site);
        Tool.Answer answer = build("--tags", "v*");
        succeed(answer);
        assertTrue(answer.err().contains("Version `v2` was withdrawn and stays so."), answer.err());
        assertEquals(before, versions(site));
    }

    /** Claims in the last decision of an incident more than its investigation bears out. */
    private void claim() throws IOException {
        Path report = repository.content.resolve("incidents/2026-03-07-lending-offline/root-cause.md");
        Tool.replace(report, "status: closed", "status: open");
    }

    @Test
    void aTagThatTheGateObjectsToStopsAllAndIsNamed() throws Exception {
        repository.commit("one");
        repository.tag("v1", false);
        succeed(build("--tags", "v*"));
        Map<String, String> before = Tool.digests(site);
        String report =
                Files.readString(repository.content.resolve("incidents/2026-03-07-lending-offline/root-cause.md"));
        claim();
        repository.commit("two");
        repository.tag("v2", false);
        Files.writeString(repository.content.resolve("incidents/2026-03-07-lending-offline/root-cause.md"), report);
        repository.commit("three");
        repository.tag("v3", false);
        for (String urgent : List.of("", "--urgent")) {
            Tool.Answer answer = urgent.isEmpty() ? build("--tags", "v*") : build("--tags", "v*", urgent);
            refused(
                    1,
                    answer,
                    "Tag `v2` (commit",
                    "error[gate/investigation-open]",
                    "content/incidents/2026-03-07-lending-offline/decisions.md:",
                    "bau: resumed",
                    "The rules object to 1 tag.",
                    "--tags '!v2'",
                    "Nothing was written.");
            assertEquals(before, Tool.digests(site));
        }
        succeed(build("--tags", "v*", "--tags", "!v2"));
        assertEquals(List.of("v3", "v1"), labels(site));
        verify(site);
    }

    @Test
    void historyHoldsFromTagToTagAndForTheSite() throws Exception {
        repository.commit("one");
        repository.tag("v1", false);
        Tool.replace(repository.content.resolve(DECISIONS), "sprint: cancelled", "sprint: continues");
        repository.commit("two");
        refused(1, build("--tags", "v*"), "gate/history", "Nothing was written.");
        repository.tag("v2", false);
        refused(1, build("--tags", "v*"), "Tag `v2`", "gate/history");
        assertFalse(Files.exists(site));
    }

    @Test
    void contentOfAnotherFormSaysWhatItIs() throws Exception {
        Files.delete(repository.content.resolve("site.yaml"));
        repository.commit("one");
        repository.tag("v1", false);
        Files.copy(InProcess.SMALL.resolve("site.yaml"), repository.content.resolve("site.yaml"));
        repository.commit("two");
        repository.tag("v2", false);
        refused(2, build("--tags", "v*"), "Tag `v1` (commit ", "There is no site.yaml in `content`", "--tags '!v1'");
        succeed(build("--tags", "v*", "--tags", "!v1"));
    }

    @Test
    void whatIsNoVersionIsNamed() throws Exception {
        refused(2, build("--tags", "v*"), "this clone has no tags", "`git fetch --tags`");
        Files.move(repository.content, folder.resolve("aside"));
        repository.commit();
        repository.tag("v0", false);
        Files.move(folder.resolve("aside"), repository.content);
        refused(2, build("--tags", "v*"), "None of the tags that match `v*` has a folder `content`");
        repository.commit("one");
        repository.tag("v1", false);
        ObjectId tree = Objects.requireNonNull(repository.git.getRepository().resolve("HEAD^{tree}"));
        var ref = repository.git.getRepository().updateRef(Constants.R_TAGS + "v-tree");
        ref.setNewObjectId(tree);
        ref.update();
        Tool.Answer answer = build("--tags", "v*");
        succeed(answer);
        assertTrue(answer.err().contains("Tag `v0` has no folder `content` and is left out."), answer.err());
        assertTrue(answer.err().contains("Tag `v-tree` names no commit and is left out."), answer.err());
        assertEquals(List.of("v1"), labels(site));
        refused(2, build("--tags", "r*"), "No tag matches `r*`");
        refused(2, build("--tags", "!v1"), "--tags: say which tags to take");
        repository.tag("release/V2", false);
        repository.tag("V3", false);
        refused(2, build("--tags", "*"), "Tag `V3` can't be the label", "--tags '!V3' --tags '!release/V2'");
        refused(2, build("--repository", "x"), "--tags PATTERN");
    }

    @Test
    void whereThereIsNoRepositoryThereAreNoTags() throws Exception {
        Path outside = Tool.copy(InProcess.SMALL, folder.resolve("outside/content"));
        refused(2, build(site, outside, "--tags", "v*"), "is in no git repository", "--repository DIR");
        refused(2, build(site, folder.resolve("none"), "--tags", "v*"), "There is no content folder");
    }

    @Test
    void whatIsMissingInACloneNamesTheTag() throws Exception {
        history();
        ObjectId blob = Objects.requireNonNull(repository.git.getRepository().resolve("v1:content/pages/news.md"));
        Path object = repository
                .place
                .resolve(".git/objects")
                .resolve(blob.name().substring(0, 2))
                .resolve(blob.name().substring(2));
        Files.delete(object);
        refused(2, build("--tags", "v*"), "tag `v1` is not in this clone", "git fetch --unshallow --tags");
        assertFalse(Files.exists(site));
    }

    @Test
    void aShallowCloneBuildsWhatItHasAndSaysSo() throws Exception {
        history();
        Path clone = folder.resolve("clone");
        Git.cloneRepository()
                .setURI(repository.place.toUri().toString())
                .setDirectory(clone.toFile())
                .setDepth(1)
                .call()
                .close();
        Tool.Answer answer = build(site, clone.resolve("content"), "--tags", "v*", "--tags", "!v9");
        succeed(answer);
        assertTrue(answer.err().contains("git fetch --unshallow --tags"), answer.err());
        assertFalse(Files.readString(site.resolve("people.html")).contains("Last changed in commit"));
        assertFalse(Files.readString(site.resolve("v/v10/pages/notices.html")).contains("Last changed in commit"));
    }

    @Test
    void aHostileTagLeavesNothingBehind() throws Exception {
        repository.commit("one");
        Files.createSymbolicLink(repository.content.resolve("pages/link.md"), Path.of("/etc/passwd"));
        repository.commit("two");
        repository.tag("v1", false);
        Files.delete(repository.content.resolve("pages/link.md"));
        refused(1, build("--tags", "v*"), "Tag `v1`", "gate/identity", "pages/link.md");
        assertFalse(Files.exists(site));
    }

    @Test
    void commitsOfOneSecondStandAsTheyFollowEachOther() throws Exception {
        repository.commit("one");
        repository.tag("v9", false);
        repository.commit("two");
        RevCommit second = repository.head();
        repository.commitAt("three", second.getCommitTime());
        repository.tag("v10", false);
        repository
                .git
                .tag()
                .setName("v11")
                .setObjectId(second)
                .setAnnotated(false)
                .call();
        succeed(build("--tags", "v*"));
        assertEquals(List.of("v10", "v11", "v9"), labels(site));
        verify(site);
    }

    @Test
    void aPageSaysThatItWasChangedSince() throws Exception {
        String first = repository.commit("one");
        Path page = site.resolve("pages/news.html");
        succeed(plainBuild());
        String text = Files.readString(page);
        assertTrue(text.contains("Last changed in commit <code>" + first.substring(0, 10) + "</code>"), text);
        assertFalse(text.contains("changed since"));
        Files.writeString(repository.content.resolve("pages/news.md"), "# News\n\ntwo\n");
        Files.writeString(repository.content.resolve("pages/new.md"), "# New\n\nText\n");
        succeed(plainBuild());
        assertTrue(Files.readString(page).contains("changed since, and not committed"));
        assertFalse(Files.readString(site.resolve("pages/new.html")).contains("Last changed in commit"));
        String second = repository.commit();
        Map<String, String> before = withoutVersions(site);
        succeed(plainBuild());
        assertTrue(Files.readString(page).contains(second.substring(0, 10)));
        assertNotEquals(before, withoutVersions(site));
        try (Stream<Path> all = Files.walk(repository.place.resolve(".git"))) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(repository.place.resolve(".git"), "gitdir: nowhere\n");
        Tool.Answer broken = plainBuild();
        succeed(broken);
        assertTrue(broken.err().contains("The pages name no commit."), broken.err());
        assertFalse(Files.readString(page).contains("Last changed in commit"));
    }
}
