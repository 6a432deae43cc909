package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final String ESCAPE = "\u001B";

    @Test
    void showsThePlaceAndWhatToDo() {
        assertEquals("""
                error[gate/investigation-open]: BAU is resumed while the investigation is `open`.
                  --> content/incidents/x/root-cause.md:2:9
                   |
                 2 | status: open
                   |         ^^^^
                note: BAU is resumed here.
                  --> content/incidents/x/decisions.md:10:6
                   |
                10 | bau: resumed
                   |      ^^^^^^^
                help: Close the investigation first.

                warning[link/broken]: "q" 'a' 100% <b> & ]]> |x| [l](http://e) `c`␊line␍    tab ␛[31mred é 漢 😀 <U+202E>rtl<U+202C> \uFFFD ␀.
                 --> content/pages/50% "off", a:b/tür & <ı>.md:3:2
                  |
                3 |     a漢<U+202E>b␛[2Jc
                  |     ^^^^^^^^^^^
                help: 50%: a, b␊or c

                1 error, 1 warning in 31 documents
                """, text(Given::sources, Given.PLAIN, Given.HOSTILE));
    }

    @Test
    void nothingThatMovesACursorComesThrough() {
        String text = text(Given::sources, Given.HOSTILE);
        int[] kinds = {Character.CONTROL, Character.FORMAT, Character.SURROGATE};
        for (int kind : kinds) {
            assertTrue(text.replace("\n", "").codePoints().noneMatch(c -> Character.getType(c) == kind), text);
        }
    }

    @Test
    void coloursOnlyWhenAsked() {
        Results results = Given.results(Given.PLAIN);
        String coloured = Reports.of(Format.TEXT, Given::sources, true, 80).print(results);
        assertTrue(coloured.startsWith(ESCAPE + "[1;31merror[gate/investigation-open]" + ESCAPE + "[0m: "), coloured);
        assertFalse(text(Given::sources, Given.PLAIN).contains(ESCAPE));
        assertEquals(text(Given::sources, Given.PLAIN), coloured.replaceAll(ESCAPE + "\\[[0-9;]*m", ""));
    }

    @Test
    void aFileThatCanNotBeReadIsOnlyNamed() {
        assertEquals("""
                error[gate/record]: Wrong.
                 --> gone.md:7:1
                help: Mend it.

                1 error in 31 documents
                """, text(file -> List.of(), at(new Location("gone.md", 7, 1, 7, 1))));
    }

    @Test
    void aPlaceOfFourLinesIsShownWhole() {
        assertEquals("""
                error[gate/record]: Wrong.
                 --> f:1:3
                  |
                1 | a: |
                  |   ^^
                2 |   b
                  |   ^
                3 |
                4 |   c d
                  |   ^^^
                help: Mend it.

                1 error in 31 documents
                """, text(Given.lines("a: |", "  b", "", "  c d", "e"), at(new Location("f", 1, 3, 5, 1))));
    }

    @Test
    void aLongerPlaceIsCutInTheMiddle() {
        assertEquals(
                """
                error[gate/record]: Wrong.
                  --> f:1:1
                   |
                 1 | l1
                   | ^^
                 2 | l2
                   | ^^
                ...
                10 | l10
                   | ^^
                help: Mend it.

                1 error in 31 documents
                """,
                text(
                        Given.lines("l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "l9", "l10", "l11"),
                        at(new Location("f", 1, 1, 10, 3))));
    }

    @Test
    void aPlaceBehindTheEndIsPointedAt() {
        assertTrue(text(Given.lines("abc"), at(new Location("f", 1, 99, 1, 99))).contains("1 | abc\n  |    ^\n"));
        assertTrue(text(Given.lines(""), at(Location.startOf("f"))).contains("1 |\n  | ^\n"));
    }

    @Test
    void totals() {
        Finding error = at(Location.startOf("a"));
        Finding other = at(Location.startOf("b"));
        Finding warning = Given.finding("text/no-alt", Severity.WARNING, "c", 1);
        assertEquals("No findings in 31 documents\n", text(f -> List.of()));
        assertTrue(text(f -> List.of(), error, other, warning).endsWith("\n\n2 errors, 1 warning in 31 documents\n"));
        assertTrue(text(f -> List.of(), warning).endsWith("\n\n1 warning in 31 documents\n"));
        Results one = new Results("1", Given.results().now(), "content", 1, List.of(), List.of(), Map.of());
        assertEquals(
                "No findings in 1 document\n",
                Reports.of(Format.TEXT, f -> List.of(), false).print(one));
    }

    private static Finding at(Location location) {
        return new Finding("gate/record", Severity.ERROR, location, "Wrong.", "Mend it.", List.of());
    }

    private static String text(Sources sources, Finding... findings) {
        return Reports.of(Format.TEXT, sources, false, 80).print(Given.results(findings));
    }
}
