package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void controlsAreShownAsPictures() {
        assertEquals("␀␇␊␛[2J␡<U+0085>", Visible.line("\u0000\u0007\n\u001B[2J\u007F\u0085"));
    }

    @Test
    void whatHidesOrReordersIsShownByItsNumber() {
        assertEquals("a<U+202E>b<U+2066>c<U+200B>d<U+FEFF>", Visible.line("a\u202Eb\u2066c\u200Bd\uFEFF"));
        assertEquals("<U+2028><U+00AD><U+0E0041>", Visible.line("\u2028\u00AD" + Character.toString(0xE0041)));
    }

    @Test
    void joinersStayWhereSpellingNeedsThem() {
        assertEquals("off<U+200D>line", Visible.line("off\u200Dline"));
        assertEquals("می\u200Cخواهم", Visible.line("می\u200Cخواهم"));
        assertEquals("👩💻", Visible.line("👩\u200D💻"));
    }

    @Test
    void halfACharacterIsReplaced() {
        assertEquals("\uFFFDx\uFFFD😀", Visible.line("\uD83Dx\uDE00😀"));
    }

    @Test
    void ordinaryTextStays() {
        String text = "Ünïcode, ığİş, עברית, e\u0301, 漢字 😀❤\uFE0F";
        assertEquals(text, Visible.line(text));
    }
}
