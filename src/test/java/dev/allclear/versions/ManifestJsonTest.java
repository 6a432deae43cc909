package dev.allclear.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.output.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is written is read back; what is not quite a manifest is none. */
class ManifestJsonTest {

    private static final String DIGEST = Sha256.of("x".getBytes(StandardCharsets.UTF_8));

    private static final Manifest MANIFEST = new Manifest(
            "2",
            2,
            Instant.parse("2026-05-02T10:00:00Z"),
            "allclear 0.1.0",
            new Manifest.Previous("1", DIGEST),
            new Manifest.Commit("0123456789012345678901234567890123456789", false),
            new Manifest.Counts(3, 2, 1),
            new TreeMap<>(Map.of("1", DIGEST)),
            new TreeMap<>(Map.of("site.yaml", DIGEST, "pages/ünï \"x\".md", DIGEST)),
            new TreeMap<>(Map.of("index.html", DIGEST)));

    private static Manifest read(String text) throws Unreadable {
        return ManifestJson.manifest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String why(String text) {
        return assertThrows(Unreadable.class, () -> read(text)).why();
    }

    @Test
    void whatIsWrittenIsReadBack() throws Unreadable {
        assertEquals(MANIFEST, ManifestJson.manifest(MANIFEST.bytes()));
        Manifest first = new Manifest(
                "1",
                1,
                MANIFEST.released(),
                MANIFEST.tool(),
                null,
                null,
                MANIFEST.counts(),
                new TreeMap<>(),
                MANIFEST.content(),
                MANIFEST.files());
        assertEquals(first, ManifestJson.manifest(first.bytes()));
    }

    @Test
    void aFieldThatALaterToolAddsIsLetBe() throws Unreadable {
        String text = new String(MANIFEST.bytes(), StandardCharsets.UTF_8);
        assertEquals(MANIFEST, read(text.replaceFirst("\\{", "{\"added\": {\"later\": [1, null]},")));
    }

    @Test
    void whatIsNotQuiteAManifestIsNone() {
        String text = new String(MANIFEST.bytes(), StandardCharsets.UTF_8);
        assertTrue(why(text.replace("\"format\": 1", "\"format\": 2")).contains("format is 2"));
        assertTrue(why(text.replaceFirst("\"label\": \"2\",", "")).contains("lacks `label`"));
        assertTrue(why(text.replaceFirst("\\{", "{\"files\": [],")).contains("twice"));
        assertTrue(why(text.replaceFirst(DIGEST, DIGEST.toUpperCase(java.util.Locale.ROOT)))
                .contains("manifest"));
        assertTrue(why(text + "{}").contains("JSON"));
        assertTrue(why("[" + text + "]").contains("one JSON object"));
        assertTrue(why("{'format': 1}").contains("JSON"));
        assertTrue(why("").contains("JSON"));
        assertTrue(why("{\"format\": ".repeat(5000)).contains("JSON"));
        assertTrue(why(text.replace("\"number\": 2", "\"number\": 2.5")).contains("number"));
        assertTrue(why(text.replace("\"number\": 2", "\"number\": 99999999999")).contains("number"));
        assertTrue(why(text.replace("\"number\": 2", "\"number\": \"2\"")).contains("number"));
        assertTrue(why(text.replace("T10:00:00Z", "")).contains("released"));
        for (String path : new String[] {"../../../etc/passwd", "/etc/passwd", "pages/../x", "", "a//b", "./a"}) {
            assertTrue(why(text.replace("index.html", path)).contains("leads out of its folder"), path);
        }
        byte[] bytes = MANIFEST.bytes();
        bytes[bytes.length / 2] = (byte) 0xFF;
        assertTrue(assertThrows(Unreadable.class, () -> ManifestJson.manifest(bytes))
                .why()
                .contains("UTF-8"));
    }

    /** Whatever bytes stand there, the answer is a manifest or that there is none. */
    @Test
    void noBytesBringItDown() {
        Random random = new Random(5);
        byte[] good = MANIFEST.bytes();
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(10) == 0 ? random.nextInt(good.length) : good.length);
            for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            try {
                ManifestJson.manifest(bytes);
                read++;
            } catch (Unreadable e) {
                assertTrue(e.why().startsWith("it"), e.why());
            }
        }
        assertTrue(read > 0 && read < 3000, String.valueOf(read));
    }
}
