package dev.allclear.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/rules} to the rules' cards; {@code -Dgoldens.record=true} prints the pages again. */
class RulePagesTest {

    private static final Path PAGES = Path.of("docs/rules");

    @Test
    void thePagesSayWhatTheCardsSay() throws IOException {
        Map<String, String> pages = RulePages.print(Rulebook.all());
        if (Boolean.getBoolean("goldens.record")) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = PAGES.resolve(page.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, page.getValue());
            }
        }
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(PAGES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertEquals(pages, written);
    }
}
