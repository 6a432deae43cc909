package dev.allclear.report;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes text safe for a terminal: what would move the cursor, hide something or reorder text is shown by a picture or
 * its number, as in <a href="https://trojansource.codes/">Trojan Source</a>.
 */
final class Visible {

    private static final String TAB = "    ";
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Scripts that have no spelling which depends on joiners. */
    private static final Set<UnicodeScript> WITHOUT_JOINERS = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HAN);

    private Visible() {}

    /** The text on one line. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            out.append(character(c, before));
            before = c;
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** One character, as it is shown behind another. */
    static String character(int c, int before) {
        if (c == '\t') {
            return TAB;
        }
        if (c < ' ') {
            return Character.toString(CONTROL_PICTURES + c);
        }
        if (c == 0x7F) {
            return Character.toString(DELETE_PICTURE);
        }
        if (c == JOINER || c == NON_JOINER) {
            return joiner(c, before);
        }
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> "\uFFFD";
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                number(c);
            default -> Character.toString(c);
        };
    }

    /** Spelling in some scripts, glue in emoji (left out, since terminals differ in what they do), else a way to hide. */
    private static String joiner(int c, int before) {
        if (Character.getType(before) == Character.OTHER_SYMBOL || Columns.isEmojiPart(before)) {
            return "";
        }
        return WITHOUT_JOINERS.contains(UnicodeScript.of(before)) ? number(c) : Character.toString(c);
    }

    private static String number(int c) {
        StringBuilder hex = new StringBuilder();
        for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
            hex.append("0123456789ABCDEF".charAt((c >> shift) & 0xF));
        }
        return "<U+" + hex + ">";
    }
}
