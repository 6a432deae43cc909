package dev.allclear.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the theme is there in every language, and is used. */
class MessagesTest {

    private static final Path FOLDER = Path.of("templates/messages");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString().replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> texts(String language) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(FOLDER.resolve(language + ".properties"))));
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
        return texts;
    }

    @Test
    void thereIsMoreThanEnglish() throws IOException {
        assertTrue(languages().containsAll(Set.of("en", "de", "fr")));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLanguageSaysAllThatEnglishSays(String language) throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> texts = texts(language);
        assertEquals(english.keySet(), texts.keySet());
        english.forEach((key, text) -> {
            String other = texts.getOrDefault(key, "");
            assertFalse(other.isBlank(), key);
            assertEquals(places(text), places(other), key);
        });
        List<String> keys = texts.entrySet().stream()
                .filter(e -> e.getKey().matches("keys\\.(home|incidents|playbooks|systems|figures|pages|people)"))
                .map(e -> e.getValue())
                .toList();
        assertEquals(7, Set.copyOf(keys).size(), "two sections have the same key");
        assertFalse(keys.contains("g"), "g is what comes before");
        assertFalse(DateTimeFormatter.ofPattern(texts.getOrDefault("format.time", ""), Locale.ROOT)
                .format(java.time.ZonedDateTime.parse("2026-03-14T14:02:00Z"))
                .isBlank());
        assertFalse(DateTimeFormatter.ofPattern(texts.getOrDefault("format.date", ""), Locale.ROOT)
                .format(java.time.ZonedDateTime.parse("2026-03-14T14:02:00Z"))
                .isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "de,de,Stand",
        "DE,de,Stand",
        "De_at,de-AT,Stand",
        "PT,pt,Em",
        "pt-br,pt-BR,No",
        "zh-HANT-tw,zh-Hant-TW,As of",
        "english,english,As of",
        "no tag,no tag,As of"
    })
    void lettersOfALanguageMayBeSmallOrNot(String written, String tag, String said) {
        Messages messages = Messages.of(
                new Written(Map.of(
                        "messages/en.properties", "as-of=As of",
                        "messages/de.properties", "as-of=Stand",
                        "messages/pt.properties", "as-of=Em",
                        "messages/pt-BR.properties", "as-of=No")),
                written);
        assertEquals(tag, messages.language());
        assertEquals(said, messages.say("as-of"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path root : List.of(Path.of("templates"), Path.of("src/main/java/dev/allclear/render"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(ftlh|java)"))
                        .toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        String sources = all.toString();
        assertEquals(
                List.of(),
                texts("en").keySet().stream()
                        .filter(k -> !isUsed(k.replaceAll("\\.(one|many)$", ""), sources))
                        .toList());
    }

    /** By its name, or by the beginning of one that is put together. */
    private static boolean isUsed(String key, String sources) {
        String beginning = key.substring(0, key.lastIndexOf('.') + 1);
        return sources.contains('"' + key + '"')
                || sources.contains('"' + key + '.')
                || sources.contains("word(\"" + key.substring(0, Math.max(0, key.lastIndexOf('.'))) + "\"")
                || (!beginning.isEmpty() && sources.contains('"' + beginning + '"'));
    }
}
