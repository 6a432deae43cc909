package dev.allclear.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that only hold a place until somebody writes what belongs there. */
public final class Filler {

    private static final Pattern WORDS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_-])(?:TODO|TBD|FIXME|(?i:todo|tbd|fixme)(?=:))(?![\\p{L}\\p{N}_-])|(?i:lorem ipsum)");

    private static final Pattern CODE = Pattern.compile("(`+)(?:(?!\\1).)+?\\1", Pattern.DOTALL);

    private Filler() {}

    /** Where the first of them stands and ends, or null if there is none. */
    static @Nullable Matcher first(String text) {
        Matcher m = WORDS.matcher(text);
        return m.find() ? m : null;
    }

    /** The first of them in a value, code aside; null if there is none. */
    public static @Nullable String in(String value) {
        if (!mayBeIn(value)) {
            return null;
        }
        Matcher m = first(CODE.matcher(value).replaceAll(" "));
        return m == null ? null : m.group();
    }

    /** Whether a text is worth a closer look: one quick pass, for most have none. */
    static boolean mayBeIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean hit = switch (text.charAt(i)) {
                case 'T', 't' -> is(text, i, "todo") || is(text, i, "tbd");
                case 'F', 'f' -> is(text, i, "fixme");
                case 'L', 'l' -> is(text, i, "lorem ipsum");
                default -> false;
            };
            if (hit) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }
}
