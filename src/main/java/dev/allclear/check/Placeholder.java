package dev.allclear.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells words that say something from words that only hold a place. */
public final class Placeholder {

    private static final Pattern MARKER = Pattern.compile(
            "\\P{L}*(?:TODO|TBD|TBC|TBA|FIXME|XXX+|\\?\\?\\?+)\\P{L}*|\\P{L}*(?i:todo|tbd|tbc|fixme):.*");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Set<String> NOTHING = Set.of(
            "n/a",
            "na",
            "none",
            "nothing",
            "nil",
            "null",
            "ok",
            "okay",
            "yes",
            "no",
            "done",
            "pending",
            "tbd",
            "tba",
            "tbc",
            "todo",
            "fixme",
            "xxx",
            "unknown",
            "placeholder",
            "later",
            "soon",
            "true",
            "false",
            "x",
            "test",
            "tested",
            "evidence");

    private static final Set<String> PHRASES = Set.of(
            "not applicable",
            "not available",
            "not tested",
            "not yet",
            "not yet tested",
            "to be done",
            "to be added",
            "to be confirmed",
            "to be determined",
            "to be tested",
            "to do",
            "to follow");

    private Placeholder() {}

    /** The words of a paragraph up to the first that marks a placeholder; none if it is filler. */
    public static List<String> strip(List<String> words) {
        List<String> said = new ArrayList<>();
        for (String word : words) {
            String bare = bare(word);
            if (MARKER.matcher(word).matches() || bare.equals("lorem")) {
                break;
            }
            said.add(word);
        }
        return said;
    }

    /** Whether some words say anything: at least one has a letter and is not what people write to fill a field. */
    public static boolean saysSomething(List<String> words) {
        List<String> bare = strip(words).stream().map(Placeholder::bare).toList();
        if (PHRASES.contains(String.join(" ", bare))) {
            return false;
        }
        return bare.stream()
                .anyMatch(w -> !NOTHING.contains(w) && w.codePoints().anyMatch(Character::isLetter));
    }

    private static String bare(String word) {
        return EDGES.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
