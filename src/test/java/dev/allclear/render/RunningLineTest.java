package dev.allclear.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed in the margins of the emergency edition. */
class RunningLineTest {

    @Test
    void aTextThatWouldEndTheStringTheRuleOrTheElementIsWrittenOut() {
        assertEquals("\"Restore Café 3\"", RunningLine.string("Restore Café 3"));
        assertEquals("\"\\22 \\5C \\A \\3C /style\\3E \\7D \\27 \"", RunningLine.string("\"\\\n</style>}'"));
        assertEquals("\"\uFFFD\uFFFD\"", RunningLine.string("\0\uD800"));
    }

    @Test
    void eachPlaybookHasASheetOfItsOwnAndALongTitleIsCut() {
        String css = RunningLine.css("foot", List.of(new RunningLine("p1", "x".repeat(200), "version 2")), "ltr");
        assertTrue(css.contains("#p1{page:p1}@page p1{@top-left{content:\"" + "x".repeat(90) + "…\"}"), css);
        assertTrue(css.contains("@top-right{content:\"version 2\"}"), css);
        assertTrue(css.startsWith("@page{@bottom-left{content:\"foot\"}"), css);
    }

    @Test
    void fromRightToLeftTheySwapSides() {
        String css = RunningLine.css("foot", List.of(new RunningLine("p1", "title", "version 2")), "rtl");
        assertTrue(css.contains("@bottom-right{content:\"foot\"}"), css);
        assertTrue(css.contains("@top-left{content:\"version 2\"}"), css);
        assertFalse(css.contains("@bottom-left{content:\"foot\"}"), css);
    }
}
