package dev.allclear.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells words that say something from words that only hold a place. */
public final class Placeholder {

    private static final Pattern MARKER =
            Pattern.compile("\\P{L}*(?:TODO|TBD|TBC|TBA|FIXME|XXX+|\\?\\?\\?+)\\P{L}*|\\P{L}*(?i:todo|tbd|tbc|fixme):.*"
                    + "|[(\\[](?i:todo|tbd|tbc|fixme)[)\\]].*");

    /** What makes a placeholder of all that follows where a paragraph begins with it; "todo" is a word of Spanish and Portuguese. */
    private static final Set<String> BEGINNINGS = Set.of("tbd", "tbc", "tba", "fixme");

    private static final Pattern TO_COME = Pattern.compile(
            "to be (?:added|confirmed|determined|done|written|tested|filled in)\\P{L}*(?:[:.\\u2026].*)?");
    private static final Pattern UNTESTED = Pattern.compile(
            "(?=.*\\b(?:will|not|never|no|nothing|untested|later|soon)\\b)(?:(?:it|this|nothing|will|has|have|was|were|is|be|been|not|never|no|yet|so|far|still|later|soon|tests?|tested|testing|untested"
                    + "|run|checked|verified)\\b\\W*)+");
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
            "a",
            "n a",
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
        String all = String.join(" ", words).toLowerCase(Locale.ROOT);
        if (words.isEmpty()
                || BEGINNINGS.contains(bare(words.get(0)))
                || TO_COME.matcher(all).matches()) {
            return said;
        }
        for (String written : words) {
            String word = Normalizer.normalize(written, Normalizer.Form.NFKC);
            String bare = bare(word);
            if (MARKER.matcher(word).matches() || bare.equals("lorem")) {
                break;
            }
            said.add(written);
        }
        return said;
    }

    /** Whether some words say anything: at least one has a letter and is not what people write to fill a field. */
    public static boolean saysSomething(List<String> words) {
        List<String> bare = strip(words).stream().map(Placeholder::bare).toList();
        String phrase = String.join(" ", bare);
        if (PHRASES.contains(phrase) || UNTESTED.matcher(phrase).matches()) {
            return false;
        }
        return bare.stream()
                .anyMatch(w -> !NOTHING.contains(w) && w.codePoints().anyMatch(Character::isLetter));
    }

    private static String bare(String word) {
        return EDGES.matcher(Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
