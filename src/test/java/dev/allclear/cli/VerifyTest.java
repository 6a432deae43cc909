package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.allclear.output.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever touches a published version is found out. */
class VerifyTest {

    @TempDir
    private static Path released = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private Path site = Path.of("");
    private Path v = Path.of("");

    /** Four versions, none of which sorts by its name as it was released. */
    @BeforeAll
    static void release() throws IOException {
        Path content = Tool.copy(InProcess.SMALL, released.resolve("content"));
        int day = 20;
        for (String label : List.of("c", "a", "d", "b")) {
            Files.writeString(
                    content.resolve("pages/notices.md"),
                    "\nAdded for " + label + ".\n",
                    java.nio.file.StandardOpenOption.APPEND);
            Tool.Answer answer = InProcess.run(
                    "release",
                    label,
                    "--content",
                    content.toString(),
                    "--site",
                    released.resolve("site").toString(),
                    "--now",
                    "2026-05-" + day++ + "T10:00:00Z",
                    "--quiet");
            assertEquals(0, answer.status(), answer.err());
        }
    }

    @BeforeEach
    void copy() throws IOException {
        site = Tool.copy(released.resolve("site"), folder.resolve("site"));
        v = site.resolve("v");
    }

    private Tool.Answer verify(String... more) {
        return InProcess.run(Stream.concat(Stream.of("verify", site.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void finds(String... words) {
        Tool.Answer answer = verify();
        assertEquals(1, answer.status(), answer.out());
        for (String word : words) {
            assertTrue(answer.out().contains(word), word + " is not in\n" + answer.out());
        }
        String last = answer.out().lines().reduce("", (a, b) -> b);
        long faults = answer.out().lines().count() - 1;
        assertTrue(last.contains(faults + (faults == 1 ? " fault." : " faults.")), answer.out());
        assertEquals("", answer.err());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void untouchedVersionsVerifyAndAnswerWithTheNewestDigest() throws IOException {
        Tool.Answer answer = verify();
        assertEquals(0, answer.status(), answer.out());
        String digest = Sha256.of(v.resolve("b/manifest.json"));
        assertEquals(1, answer.out().lines().count());
        assertTrue(answer.out().startsWith("4 versions, "), answer.out());
        assertTrue(answer.out().contains("all as they were released. Newest: `b`, digest " + digest), answer.out());
        assertEquals("", verify("--quiet").out());
        JsonObject json =
                JsonParser.parseString(verify("--format", "json").out()).getAsJsonObject();
        assertTrue(json.get("holds").getAsBoolean());
        assertEquals(digest, json.getAsJsonObject("newest").get("digest").getAsString());
        List<String> labels = new ArrayList<>();
        json.getAsJsonArray("versions")
                .forEach(e -> labels.add(e.getAsJsonObject().get("label").getAsString()));
        assertEquals(List.of("c", "a", "d", "b"), labels);
    }

    @Test
    void whatStandsBesideTheVersionsIsNoneOfThem() throws IOException {
        Files.writeString(v.resolve("index.html"), "all versions");
        Files.writeString(site.resolve("index.html"), "today");
        assertEquals(0, verify().status());
    }

    @Test
    void eachFileThatWasTouchedIsNamed() throws IOException {
        Files.writeString(v.resolve("c/index.html"), "x");
        Files.createDirectories(v.resolve("c/new/deep"));
        Files.writeString(v.resolve("c/new/deep/file.html"), "x");
        Files.writeString(v.resolve("a/.hidden"), "x");
        Files.createDirectories(v.resolve("a/empty"));
        Files.delete(v.resolve("d/record.json"));
        Files.delete(v.resolve("d/SHA256SUMS"));
        finds(
                "changed: v/c/index.html ",
                "added: v/c/new/deep/file.html ",
                "added: v/a/.hidden ",
                "added: v/a/empty ",
                "removed: v/d/record.json ",
                "removed: v/d/SHA256SUMS ");
    }

    @Test
    void linksAreNamedWhereverTheyLead() throws IOException {
        Path copy = folder.resolve("copy.html");
        Files.move(v.resolve("c/index.html"), copy);
        Files.createSymbolicLink(v.resolve("c/index.html"), copy);
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(v.resolve("a/incidents"), elsewhere);
        Files.createSymbolicLink(v.resolve("a/incidents"), elsewhere);
        finds("link: v/c/index.html ", "link: v/a/incidents ");
        assertFalse(verify().out().contains("removed"), "what stands behind a link is not missing too");

        Files.move(v.resolve("d"), folder.resolve("d"));
        Files.createSymbolicLink(v.resolve("d"), folder.resolve("d"));
        Files.move(v.resolve("b/manifest.json"), folder.resolve("manifest.json"));
        Files.createSymbolicLink(v.resolve("b/manifest.json"), folder.resolve("manifest.json"));
        finds("link: v/d ", "link: v/b/manifest.json ");
    }

    @Test
    void aMissingVersionIsAGap() throws IOException {
        delete(v.resolve("a"));
        finds("gap: v/a is not there, and version `d` follows it");
    }

    @Test
    void versionsThatChangedPlacesAreFound() throws IOException {
        Files.move(v.resolve("a"), v.resolve("x"));
        Files.move(v.resolve("d"), v.resolve("a"));
        Files.move(v.resolve("x"), v.resolve("d"));
        finds("v/a/manifest.json is the manifest of version `d`", "v/d/manifest.json is the manifest of version `a`");
    }

    @Test
    void aRenamedVersionAndACopiedOneAreFound() throws IOException {
        Files.move(v.resolve("a"), v.resolve("a2"));
        finds("v/a2/manifest.json is the manifest of version `a`");
        Tool.copy(v.resolve("a2"), v.resolve("a"));
        finds("v/a2/manifest.json is the manifest of version `a`");
    }

    @Test
    void aManifestThatWasMadeAnewBreaksTheChainBehindIt() throws IOException {
        Path index = v.resolve("a/index.html");
        String before = Sha256.of(index);
        Files.writeString(index, "forged");
        String manifest = Files.readString(v.resolve("a/manifest.json"));
        String old = Sha256.of(v.resolve("a/manifest.json"));
        Files.writeString(v.resolve("a/manifest.json"), manifest.replace(before, Sha256.of(index)));
        Files.writeString(
                v.resolve("a/SHA256SUMS"),
                Files.readString(v.resolve("a/SHA256SUMS"))
                        .replace(before, Sha256.of(index))
                        .replace(old, Sha256.of(v.resolve("a/manifest.json"))));
        finds("chain: v/d/manifest.json does not follow from version `a`");
        assertEquals(2, verify().out().lines().count());
    }

    /** The one thing that the folder alone can't tell. */
    @Test
    void aChainThatWasCutOffIsFoundByItsAnchor() throws IOException {
        String anchor = Sha256.of(v.resolve("b/manifest.json"));
        assertEquals(0, verify("--anchor", anchor).status());
        assertEquals(0, verify("--anchor", anchor.substring(0, 16)).status());
        assertEquals(2, verify("--anchor", anchor.substring(0, 8)).status());
        delete(v.resolve("b"));
        assertEquals(0, verify().status());
        Tool.Answer answer = verify("--anchor", anchor);
        assertEquals(1, answer.status());
        assertTrue(answer.out().contains(anchor), answer.out());
    }

    @Test
    void aManifestThatCantBeReadIsNamed() throws IOException {
        Files.writeString(v.resolve("a/manifest.json"), "{");
        Files.createDirectories(v.resolve("z"));
        finds("unreadable: v/a/manifest.json ", "removed: v/z/manifest.json ");
    }

    private void manifest(String label, UnaryOperator<String> change) throws IOException {
        Path file = v.resolve(label + "/manifest.json");
        Files.writeString(file, change.apply(Files.readString(file)));
    }

    /** What nothing behind it bears witness of is found by the sums, and it is the manifest that is named. */
    @Test
    void theManifestIsNamedAndNotTheSumsThatTellOnIt() throws IOException {
        manifest("b", m -> m + "\n");
        finds("changed: v/b/manifest.json is not the one that SHA256SUMS names");
        assertFalse(verify().out().contains("v/b/SHA256SUMS"));
        Files.writeString(v.resolve("b/SHA256SUMS"), "0" + Files.readString(v.resolve("b/SHA256SUMS")));
        finds("changed: v/b/SHA256SUMS does not say what the manifest says");
    }

    @Test
    void whatIsNoManifestOfOursIsNotTakenForOne() throws IOException {
        String forged = Files.readString(v.resolve("b/manifest.json"));
        for (Map.Entry<String, String> each : Map.of(
                        "{\n  \"label\": \"z\"," + forged.substring(1),
                        "it says `label` twice",
                        "\uFEFF" + forged,
                        "it begins with a byte order mark",
                        forged + "{}",
                        "it is not JSON",
                        "[".repeat(200_000),
                        "it is not JSON",
                        forged.replace("\"number\": 4", "\"number\": 4.0"),
                        "its `number` is not what it must be",
                        forged.replace("\"number\": 4", "\"number\": 99999999999"),
                        "its `number` is not",
                        forged.replace("\"format\": 1", "\"format\": 2"),
                        "its format is 2")
                .entrySet()) {
            Files.writeString(v.resolve("b/manifest.json"), each.getKey());
            finds("unreadable: v/b/manifest.json can't be read as a manifest: " + each.getValue());
        }
        try (RandomAccessFile file =
                new RandomAccessFile(v.resolve("b/manifest.json").toFile(), "rw")) {
            // No disk is taken where nothing was written.
            file.setLength(5L << 30);
        }
        finds("unreadable: v/b/manifest.json is larger than 64 MB");
    }

    @Test
    void aNumberOrALabelThatWasForgedIsFound() throws IOException {
        manifest("b", m -> m.replace("\"number\": 4", "\"number\": 7"));
        finds("chain: v/b/manifest.json is number 7 and follows version `d`, which is number 3");
        manifest("b", m -> m.replace("\"label\": \"b\"", "\"label\": \"../../b\""));
        finds("chain: v/b/manifest.json is the manifest of version `../../b`");
    }

    /** Versions that stand elsewhere are not those that were published. */
    @Test
    void theFolderOfTheVersionsIsNoLink() throws IOException {
        Files.move(v, folder.resolve("elsewhere"));
        Files.createSymbolicLink(v, folder.resolve("elsewhere"));
        finds("link: v is a symbolic link");
        Files.delete(v);
        Files.writeString(v, "x");
        finds("changed: v is a file");
    }

    @Test
    void namesInAManifestLeadNowhere() throws IOException {
        Path manifest = v.resolve("b/manifest.json");
        Files.writeString(folder.resolve("secret.txt"), "x");
        Files.writeString(manifest, Files.readString(manifest).replace("\"index.html\"", "\"../../../secret.txt\""));
        finds("lists `../../../secret.txt`, which leads out of its folder");
    }

    /** One change, anywhere: a byte, a file more, a file less, a file elsewhere. */
    @Test
    void noTouchGoesUnnoticed() throws IOException {
        Random random = new Random(11);
        List<Path> files;
        try (Stream<Path> all = Files.walk(v)) {
            // What stands directly in `v` tells of versions and is part of none.
            files = all.filter(Files::isRegularFile)
                    .filter(f -> !v.equals(f.getParent()))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < 120; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            String name = "v/" + v.relativize(file);
            Path other = file.resolveSibling("touched-" + i);
            int kind = random.nextInt(5);
            switch (kind) {
                case 0 -> {
                    byte[] changed = bytes.clone();
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                    Files.write(file, changed);
                }
                case 1 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                case 2 -> Files.delete(file);
                case 3 -> Files.write(other, bytes);
                default -> Files.move(file, other);
            }
            Tool.Answer answer = verify();
            String touched = kind == 3 ? "v/" + v.relativize(other) : name;
            assertEquals(1, answer.status(), i + ": " + kind + " " + touched);
            assertTrue(answer.out().contains(touched), i + ": " + kind + " " + touched + "\n" + answer.out());
            Files.deleteIfExists(other);
            Files.write(file, bytes);
        }
        assertEquals(0, verify().status());
    }

    @Test
    void nothingToVerifyIsNoProof() throws IOException {
        delete(v);
        assertEquals(2, verify().status());
        Files.createDirectories(v);
        assertEquals(2, verify().status());
        assertEquals(
                2, InProcess.run("verify", folder.resolve("nowhere").toString()).status());
        assertEquals(
                2,
                InProcess.run("verify", released.resolve("site/v/a").toString()).status());
    }
}
