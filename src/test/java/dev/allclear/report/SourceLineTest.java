package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLineTest {

    @Test
    void tabsWideAndCombiningCharactersTakeTheColumnsThatTheyTake() {
        assertEquals(new SourceLine("    x = y", 8, 1), SourceLine.of("\tx = y", 5, 6, 80));
        assertEquals(new SourceLine("漢字 x", 5, 1), SourceLine.of("漢字 x", 3, 4, 80));
        assertEquals(new SourceLine("漢字 x", 0, 4), SourceLine.of("漢字 x", 0, 2, 80));
        assertEquals(new SourceLine("e\u0301 x", 2, 1), SourceLine.of("e\u0301 x", 3, 4, 80));
        assertEquals(new SourceLine("😀 x", 3, 1), SourceLine.of("😀 x", 3, 4, 80));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 50, 100, 200, 290, 299, 300})
    void aLongLineIsShownAroundThePlace(int from) {
        String line = "0123456789".repeat(30);
        SourceLine shown = SourceLine.of(line, from, from + 3, 60);
        assertTrue(Columns.of(shown.text()) <= 60, shown.text());
        assertTrue(shown.indent() + (from < 300 ? 1 : 0) <= Columns.of(shown.text()), shown.toString());
        if (from < 300) {
            assertEquals(line.substring(from, from + 1), shown.text().substring(shown.indent(), shown.indent() + 1));
        }
        assertEquals(from > 15, shown.text().startsWith("…"));
        assertEquals(from < 255, shown.text().endsWith("…"));
    }

    @Test
    void aPlaceLongerThanTheScreenIsCutWithIt() {
        SourceLine shown = SourceLine.of("x".repeat(500), 0, 500, 60);
        assertEquals(new SourceLine("x".repeat(58) + "…", 0, 58), shown);
    }

    @Test
    void aCutNeverSplitsASurrogatePair() {
        String line = "😀".repeat(2000);
        for (int from = 0; from < line.length(); from += 7) {
            String text = SourceLine.of(line, from, from + 2, 61).text();
            assertEquals("", text.replace("😀", "").replace("…", ""));
        }
    }

    @Test
    void aLineOfMegabytesIsNotReadWhole() {
        String line = "\t漢".repeat(5_000_000);
        SourceLine shown = assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            SourceLine last = SourceLine.of(line, 0, 1, 80);
            for (int i = 0; i < 500; i++) {
                last = SourceLine.of(line, 5_000_001, 9_999_999, 80);
            }
            return last;
        });
        assertEquals("…", shown.text().substring(0, 1));
        assertTrue(Columns.of(shown.text()) <= 80, shown.text());
    }
}
