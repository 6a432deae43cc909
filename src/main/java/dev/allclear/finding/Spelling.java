package dev.allclear.finding;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that an author probably meant. */
public final class Spelling {

    private Spelling() {}

    /** The nearest of the known words, if it is near enough: one edit for short words, up to a third for long ones. */
    public static Optional<String> near(String written, Collection<String> known) {
        String word = written.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.max(1, Math.min(3, written.length() / 3)) + 1;
        for (String candidate : known) {
            String other = candidate.toLowerCase(Locale.ROOT);
            if (Math.abs(other.length() - word.length()) < least) {
                int distance = distance(word, other);
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The sentence "Did you mean …? " with a space after it, or nothing. */
    public static String didYouMean(String written, Collection<String> known) {
        return near(written, known).map(w -> "Did you mean `" + w + "`? ").orElse("");
    }

    /** Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours count one each. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }
}
