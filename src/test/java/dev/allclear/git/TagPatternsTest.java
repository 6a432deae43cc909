package dev.allclear.git;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tags a pattern means. */
class TagPatternsTest {

    private static boolean match(String name, String... patterns) {
        return new TagPatterns(List.of(patterns)).match(name);
    }

    @Test
    void starsQuestionMarksAndSets() {
        assertTrue(match("v1.0", "v*"));
        assertTrue(match("v/1", "v*"));
        assertFalse(match("rv1", "v*"));
        assertTrue(match("v1", "v?"));
        assertFalse(match("v10", "v?"));
        assertTrue(match("v7", "v[0-9]"));
        assertFalse(match("vx", "v[0-9]"));
        assertTrue(match("vx", "v[!0-9]"));
        assertTrue(match("v[", "v["));
        assertTrue(match("a.b", "a.b"));
        assertFalse(match("axb", "a.b"));
        assertTrue(match("v^", "v[a^]"));
    }

    @Test
    void anExclamationMarkLeavesOut() {
        assertTrue(match("v2", "v*", "!v1"));
        assertFalse(match("v1", "v*", "!v1"));
        assertFalse(match("v1", "!v1", "v*"));
        assertTrue(match("r1", "v*", "r*"));
    }

    @Test
    void whatNamesNothingIsRefused() {
        for (List<String> patterns : List.of(List.of(""), List.of("!"), List.of("!v1"), List.of("v[9-0]"))) {
            assertThrows(IllegalArgumentException.class, () -> new TagPatterns(patterns));
        }
    }
}
