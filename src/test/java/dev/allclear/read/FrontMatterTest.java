package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    @Test
    void yamlAndMarkdownAreCutApartAndKnowTheirLines() {
        FrontMatter cut = FrontMatter.cut("---\ntitle: A\nkind: data\n---\n# Body\n");
        assertEquals("title: A\nkind: data\n", cut.yaml());
        assertEquals(2, cut.yamlLine());
        assertEquals("# Body\n", cut.body());
        assertEquals(5, cut.bodyLine());
        assertTrue(cut.closed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndWillDo(String end) {
        FrontMatter cut = FrontMatter.cut(String.join(end, "---", "title: A", "---", "Body"));
        assertEquals("title: A" + end, cut.yaml());
        assertEquals("Body", cut.body());
        assertEquals(4, cut.bodyLine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\n---", "---\n---\n", "--- \r\n---\t\r\n"})
    void frontMatterMayBeEmptyAndEndTheFile(String text) {
        FrontMatter cut = FrontMatter.cut(text);
        assertEquals("", cut.yaml());
        assertEquals("", cut.body());
        assertTrue(cut.closed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---", "---\n", "---\ntitle: A", "---\ntitle: A\n----\n", "---\ntitle: A\n ---\n", "---\n...\n"})
    void withoutItsSecondLineItIsNotClosedAndHidesNoBody(String text) {
        FrontMatter cut = FrontMatter.cut(text);
        assertFalse(cut.closed());
        assertEquals("", cut.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# A", "\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n----\n", "-- -\n", "A\n---\n"
            })
    void itBeginsOnTheFirstLineOrNotAtAll(String text) {
        FrontMatter cut = FrontMatter.cut(text);
        assertNull(cut.yaml());
        assertEquals(text, cut.body());
        assertEquals(1, cut.bodyLine());
        assertTrue(cut.closed());
    }

    @Test
    void theFirstLineThatCanCloseItDoes() {
        FrontMatter cut = FrontMatter.cut("---\na: b\n---\ntext\n---\n");
        assertEquals("a: b\n", cut.yaml());
        assertEquals("text\n---\n", cut.body());
    }
}
