package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.model.Wording;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where two texts of a decision differ first, in a few words of each. */
final class Difference {

    private static final int BEFORE = 3;
    private static final int WORDS = 12;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Difference() {}

    /** The end of a sentence on what was published and what stands now. */
    static String between(Map<String, String> published, Map<String, String> now, Context context) {
        Set<String> fields = new LinkedHashSet<>(published.keySet());
        fields.addAll(now.keySet());
        // A version of an older tool does not hold the prose, which is not to say that there was none.
        if (!published.containsKey(Wording.WHY)) {
            fields.remove(Wording.WHY);
        }
        for (String field : fields) {
            String was = words(field, published.getOrDefault(field, ""), context);
            String is = words(field, now.getOrDefault(field, ""), context);
            if (!was.equals(is)) {
                String name = field.equals(Wording.WHY) ? "its text" : "`" + field + "`";
                return ": %s was %s and is %s now.".formatted(name, excerpt(was, is), excerpt(is, was));
            }
        }
        return published.getOrDefault(Wording.WHY, "").equals(now.getOrDefault(Wording.WHY, ""))
                ? ", if only in spacing, comments or a footnote that it refers to."
                : ", if only in markup or in where its links lead.";
    }

    /** The end of a sentence on a decision that is gone. */
    static String saying(Map<String, String> published, Context context) {
        String text = words(Wording.WHY, published.getOrDefault(Wording.WHY, ""), context);
        return text.isEmpty() ? "." : ": it said %s.".formatted(excerpt(text, ""));
    }

    private static String words(String field, String text, Context context) {
        if (field.equals(Wording.AT) && !text.isEmpty()) {
            try {
                return context.shown(Instant.parse(text));
            } catch (DateTimeException e) {
                return text;
            }
        }
        return BLANKS.matcher(TAG.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** Some words of a text around the place where it leaves the other. */
    private static String excerpt(String text, String other) {
        if (text.isEmpty()) {
            return "nothing";
        }
        List<String> words = Arrays.asList(BLANKS.split(text));
        List<String> others = Arrays.asList(BLANKS.split(other));
        int same = 0;
        while (same < words.size() && same < others.size() && words.get(same).equals(others.get(same))) {
            same++;
        }
        int from = words.size() <= WORDS ? 0 : Math.max(0, Math.min(same, words.size() - 1) - BEFORE);
        int to = Math.min(words.size(), from + WORDS);
        return "“" + (from > 0 ? "… " : "") + String.join(" ", words.subList(from, to))
                + (to < words.size() ? " …" : "") + "”";
    }
}
