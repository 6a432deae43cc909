package dev.allclear.report;

/** Text that UTF-8 can hold: half a surrogate pair becomes U+FFFD. */
final class WellFormed {

    private WellFormed() {}

    static String text(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isLone(c) ? 0xFFFD : c));
        return out.toString();
    }

    /** Whether a code point is half a surrogate pair. */
    static boolean isLone(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
