package dev.allclear.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppearanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Blocks BAU",
                "BLOCKS bau",
                "Blo\u00ADcks BAU",
                "Blocks\u200D BAU\u3164",
                "Bl\u034Focks BA\uFE0FU",
                "\uFF22\uFF4C\uFF4F\uFF43\uFF4B\uFF53 \uFF22\uFF21\uFF35",
                "\u0412l\u043Eck\u0455 \u0412\u0410U"
            })
    void whatLooksTheSameIsTheSame(String text) {
        assertEquals("blocks bau", Appearance.skeleton(text));
    }

    @Test
    void dashesAreDashes() {
        assertEquals(Appearance.skeleton("tills-offline"), Appearance.skeleton("tills\u2011offline"));
        assertEquals(Appearance.skeleton("tills-offline"), Appearance.skeleton("tills\u2212offline"));
    }

    @Test
    void whatLooksOtherwiseIsAnother() {
        assertNotEquals(Appearance.skeleton("jose"), Appearance.skeleton("jos\u00E9"));
        assertNotEquals(Appearance.skeleton("l1"), Appearance.skeleton("ll"));
        assertEquals("a\tb\nc", Appearance.visible("a\tb\nc"));
    }
}
