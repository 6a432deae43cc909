package dev.allclear.finding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text looks like to a reader, whatever it is made of. The idea is that of the skeletons of Unicode Technical
 * Standard 39; of its table only the letters stand here that Cyrillic and Greek share with Latin.
 */
public final class Appearance {

    /** Controls, formats, and what the standard calls default ignorable, letters and marks among them; the empty Braille cell. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Cc}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
                    + "\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}&&[^\\t\\n\\r]]");

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");

    private static final String OTHERS =
            "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0432\u043A\u043C\u043D\u0442"
                    + "\u03BF\u03B1\u03C1\u03BD\u03B9\u03BA\u03C4\u03C5\u03C7";
    private static final String LATIN = "aeopcyxijsbkmhtoapviktux";

    private Appearance() {}

    /** The text without what no reader sees. */
    public static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    /** A text that is the same for all texts that look the same; not to be shown. */
    public static String skeleton(String text) {
        String folded = Normalizer.normalize(visible(text), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder alike = new StringBuilder();
        visible(Normalizer.normalize(folded, Normalizer.Form.NFKC)).chars().forEach(c -> {
            int found = OTHERS.indexOf(c);
            alike.append(found < 0 ? (char) c : LATIN.charAt(found));
        });
        return DASH.matcher(alike).replaceAll("-");
    }
}
