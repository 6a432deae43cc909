package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.model.FaultKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds keys, tokens and passwords in a text. One pass looks for the few letters with which each form begins; only
 * where they stand is the form itself tried, so that a text without secrets costs little more than reading it.
 */
final class Secrets {

    private static final int LETTERS = 3;
    private static final int MASK = (1 << (5 * LETTERS)) - 1;

    /** More than anybody reads; a file made of nothing else must not take hours. */
    private static final int MOST = 500;

    /** By the first letters; empty where nothing begins so. An array, for it is asked at every character. */
    private static final Key[][] BY_HASH = byHash();

    private Secrets() {}

    /**
     * One secret.
     *
     * @param form what it is, with its article
     * @param start where it begins
     * @param end where it ends
     * @param masked its first characters
     */
    record Secret(String form, int start, int end, String masked) {}

    private record Key(String word, SecretForm form, int rank) {}

    private record Hit(SecretForm form, int rank, int start, int end) {

        boolean overlaps(Hit other) {
            return start < other.end && other.start < end;
        }
    }

    /** The secrets of a text, in order. Where two forms fit, the more special one counts. */
    static List<Secret> find(String text) {
        List<Hit> hits = hits(text);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<Secret> secrets = new ArrayList<>();
        for (Hit hit : hits) {
            boolean best = hits.stream()
                    .noneMatch(o -> o.overlaps(hit)
                            && (o.rank() < hit.rank() || (o.rank() == hit.rank() && o.start() < hit.start())));
            if (best) {
                secrets.add(new Secret(
                        hit.form().name(), hit.start(), hit.end(), masked(text.substring(hit.start(), hit.end()))));
            }
        }
        return secrets;
    }

    /** Records the secrets of a file's text as faults. */
    static void report(String text, String file, Faults faults) {
        int line = 1;
        int begin = 0;
        for (Secret secret : find(text)) {
            for (int end = FrontMatter.lineEnd(text, begin); end < secret.start(); ) {
                begin = FrontMatter.next(text, end);
                end = FrontMatter.lineEnd(text, begin);
                line++;
            }
            int end = Math.min(secret.end(), FrontMatter.lineEnd(text, secret.start()));
            faults.add(
                    FaultKind.SECRET,
                    "",
                    Location.on(file, line, secret.start() - begin + 1, end - secret.start()),
                    "%s stands here: `%s`".formatted(capital(secret.form()), secret.masked()),
                    "Revoke it, for whoever can read this file has it. Keep it in a vault, and write a placeholder such as `<token>` here.");
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        int hash = 0;
        for (int i = 0; i < text.length() && hits.size() < MOST; i++) {
            hash = ((hash << 5) | (text.charAt(i) & 31)) & MASK;
            Key[] keys = BY_HASH[hash];
            if (keys.length > 0 && i >= LETTERS - 1) {
                for (Key key : keys) {
                    hit(key, text, i - LETTERS + 1, hits);
                }
            }
        }
        return hits;
    }

    private static void hit(Key key, String text, int start, List<Hit> hits) {
        if (!text.regionMatches(
                key.form().ignoresCase(), start, key.word(), 0, key.word().length())) {
            return;
        }
        Matcher m = key.form().pattern().matcher(text);
        m.region(start, text.length()).useTransparentBounds(true).useAnchoringBounds(false);
        if (m.lookingAt()) {
            int group = group(m);
            if (key.form().test().test(m.group(group))) {
                Hit hit = new Hit(key.form(), key.rank(), m.start(group), m.end(group));
                if (!hits.contains(hit)) {
                    hits.add(hit);
                }
            }
        }
    }

    /** The group that holds the secret: the first that matched, else the whole. */
    private static int group(Matcher m) {
        for (int i = 1; i <= m.groupCount(); i++) {
            if (m.start(i) >= 0) {
                return i;
            }
        }
        return 0;
    }

    /** The first four characters at most, and never more than a quarter: of a short password, four are too many. */
    private static String masked(String secret) {
        return secret.substring(0, Math.min(4, secret.length() / 4)) + "…";
    }

    private static Key[][] byHash() {
        Key[][] table = new Key[MASK + 1][];
        Arrays.fill(table, new Key[0]);
        int rank = 0;
        for (SecretForm form : SecretForm.ALL) {
            for (String word : form.keys()) {
                int hash = 0;
                for (int i = 0; i < LETTERS; i++) {
                    hash = ((hash << 5) | (word.charAt(i) & 31)) & MASK;
                }
                Key[] here = table[hash];
                Key[] longer = Arrays.copyOf(here, here.length + 1);
                longer[longer.length - 1] = new Key(word, form, rank);
                table[hash] = longer;
            }
            rank++;
        }
        return table;
    }
}
