package dev.allclear.markdown;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes the anchors of headings as GitHub does, each unique in its document and never empty. */
public final class Slugger {

    private final Set<String> used = new HashSet<>();

    /** The anchor for a heading's text. */
    public String slug(String text) {
        StringBuilder slug = new StringBuilder();
        text.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)
                    || c == '_'
                    || c == '-'
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                slug.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                slug.append('-');
            }
        });
        String base = slug.isEmpty() ? "section" : slug.toString();
        String unique = base;
        for (int i = 1; !used.add(unique); i++) {
            unique = base + "-" + i;
        }
        return unique;
    }
}
