package dev.allclear.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The form of GNU coreutils. */
class SumsTest {

    @Test
    void linesAreSortedAndNamesEscaped() {
        String digest = "0".repeat(64);
        assertEquals(
                digest + "  a.html\n\\" + digest + "  b\\\\c\\n.txt\n" + digest + "  ü/x y\n",
                new String(
                        Sums.of(new TreeMap<>(Map.of("b\\c\n.txt", digest, "a.html", digest)), Map.of("ü/x y", digest)),
                        StandardCharsets.UTF_8));
    }
}
