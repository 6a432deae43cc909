package dev.allclear.author;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's words, written so that a reader of YAML or Markdown gets back exactly them. */
public final class PlainText {

    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{Cc}\\x{FEFF}]+");
    private static final Pattern LONE = Pattern.compile("\\p{Cs}");

    /** Begins with a letter and holds nothing that means anything to YAML, in a block or in brackets. */
    private static final Pattern PLAIN =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}._/()@+'’–—-]*(?: [\\p{L}\\p{M}\\p{N}._/()@+'’–—-]+)*");

    private static final Set<String> TYPED = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private static final Pattern CLOSING = Pattern.compile("(?:.* )?#+");

    private PlainText() {}

    /** The words on one line: each gap, a line break among them, becomes one space. */
    public static String oneLine(String written) {
        Matcher lone = LONE.matcher(GAPS.matcher(written).replaceAll(" "));
        return lone.replaceAll("\uFFFD").strip();
    }

    /** A text as a YAML value. */
    public static String yaml(String text) {
        if (PLAIN.matcher(text).matches() && !TYPED.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quote(c, quoted));
        return quoted.append('"').toString();
    }

    private static void quote(int c, StringBuilder quoted) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
                boolean shown = (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0xFFFE && c != 0xFEFF) || c > 0xFFFF;
                // YAML ends a line at these two, and so nobody would see where a value stops.
                if (shown && c != 0x2028 && c != 0x2029) {
                    quoted.appendCodePoint(c);
                } else {
                    quoted.append("\\u%04X".formatted(c));
                }
            }
        }
    }

    /** Words as a YAML list on one line. */
    public static String yaml(List<String> words) {
        return words.stream().map(PlainText::yaml).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A line of text as Markdown that shows just that. */
    public static String markdown(String line) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean special =
                    "\\`*[]<&~".indexOf(c) >= 0 || (c == '_' && !(isWord(line, i - 1) && isWord(line, i + 1)));
            escaped.append(special ? "\\" : "").append(c);
        }
        // A heading may end in a row of these, which would be taken for its end.
        if (CLOSING.matcher(line).matches()) {
            escaped.insert(escaped.length() - 1, '\\');
        }
        return escaped.toString();
    }

    private static boolean isWord(String line, int at) {
        return at >= 0 && at < line.length() && Character.isLetterOrDigit(line.charAt(at));
    }
}
