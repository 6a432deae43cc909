package dev.allclear.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The difference of two texts as people read it: line by line, and within a line that was changed word by word.
 *
 * @param lines what is different, with two lines around it; other lines are only counted
 * @param added how many lines are new
 * @param removed how many lines are gone
 * @param changed how many lines say something else
 */
public record TextDiff(List<Line> lines, int added, int removed, int changed) {

    /** What became of a line or a piece of one. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** Of a line: some of its words. */
        CHANGED,
        /** Of a line: it stands for lines that are the same. */
        LEFT_OUT
    }

    /**
     * A line.
     *
     * @param kind what became of it
     * @param pieces its text; one piece unless words of it changed
     * @param count how many lines it stands for
     */
    public record Line(Kind kind, List<Piece> pieces, int count) {}

    /** Some words of a line. */
    public record Piece(Kind kind, String text) {}

    /** How many lines are shown around what is different. */
    private static final int AROUND = 2;

    /** Blocks of more lines than this are not matched line by line: nobody would follow it. */
    private static final int LARGEST_MATCH = 60;

    /** Longer pieces that have nothing in common at either end are taken as rewritten: the search grows by the square. */
    private static final int LONGEST = 4_000;

    /** How much of two lines must be the same for the one to be the other, changed. */
    private static final double ALIKE = 0.5;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /** Compares two texts. */
    public static TextDiff of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<Line> all = new ArrayList<>();
        int at = 0;
        for (Difference difference : differences(old, now)) {
            same(old.subList(at, difference.at()), at == 0, false, all);
            block(difference.old(), difference.now(), all);
            at = difference.at() + difference.old().size();
        }
        same(old.subList(at, old.size()), at == 0, true, all);
        return new TextDiff(
                List.copyOf(all), count(all, Kind.ADDED), count(all, Kind.REMOVED), count(all, Kind.CHANGED));
    }

    /** Where two lists differ: what stands in the first, and what in its place in the second. */
    private record Difference(int at, List<String> old, List<String> now) {

        /** Together with the one that follows without anything between. */
        Difference with(Difference next) {
            return new Difference(
                    at,
                    Stream.concat(old.stream(), next.old.stream()).toList(),
                    Stream.concat(now.stream(), next.now.stream()).toList());
        }
    }

    private static List<Difference> differences(List<String> old, List<String> now) {
        int begin = 0;
        while (begin < Math.min(old.size(), now.size()) && old.get(begin).equals(now.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - begin
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<String> left = old.subList(begin, old.size() - end);
        List<String> right = now.subList(begin, now.size() - end);
        if (left.isEmpty() && right.isEmpty()) {
            return List.of();
        }
        if (left.isEmpty() || right.isEmpty() || left.size() + right.size() > LONGEST) {
            return List.of(new Difference(begin, left, right));
        }
        List<Difference> differences = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            Difference next = new Difference(
                    begin + delta.getSource().getPosition(),
                    delta.getSource().getLines(),
                    delta.getTarget().getLines());
            Difference before = differences.isEmpty() ? null : differences.get(differences.size() - 1);
            if (before != null && before.at() + before.old().size() == next.at()) {
                differences.set(differences.size() - 1, before.with(next));
            } else {
                differences.add(next);
            }
        }
        return differences;
    }

    private static int count(List<Line> lines, Kind kind) {
        return (int) lines.stream().filter(l -> l.kind() == kind).count();
    }

    /** Lines that are the same: those beside a difference, and how many others there are. */
    private static void same(List<String> lines, boolean first, boolean last, List<Line> to) {
        int above = first ? 0 : Math.min(AROUND, lines.size());
        int below = last ? 0 : Math.min(AROUND, lines.size() - above);
        int between = lines.size() - above - below;
        for (int i = 0; i < lines.size(); i++) {
            if (i < above || i >= above + between) {
                to.add(whole(Kind.SAME, lines.get(i)));
            } else if (i == above) {
                // A line that says that one line was left out is as long as that line.
                to.add(between == 1 ? whole(Kind.SAME, lines.get(i)) : new Line(Kind.LEFT_OUT, List.of(), between));
            }
        }
    }

    private static Line whole(Kind kind, String text) {
        return new Line(kind, List.of(new Piece(kind, text)), 1);
    }

    private static void block(List<String> old, List<String> now, List<Line> to) {
        int[] partner = partners(old, now);
        int next = 0;
        for (int i = 0; i < old.size(); i++) {
            if (partner[i] < 0) {
                to.add(whole(Kind.REMOVED, old.get(i)));
            } else {
                while (next < partner[i]) {
                    to.add(whole(Kind.ADDED, now.get(next++)));
                }
                to.add(new Line(Kind.CHANGED, words(old.get(i), now.get(next++)), 1));
            }
        }
        while (next < now.size()) {
            to.add(whole(Kind.ADDED, now.get(next++)));
        }
    }

    /** Which new line each old one became, in order, so that as much as possible stays; -1 for none. */
    private static int[] partners(List<String> old, List<String> now) {
        int[] partner = new int[old.size()];
        Arrays.fill(partner, -1);
        if (old.size() > LARGEST_MATCH || now.size() > LARGEST_MATCH) {
            return partner;
        }
        // A line is compared with each of the others: long ones would take long.
        if (Stream.concat(old.stream(), now.stream()).mapToInt(String::length).sum() > LONGEST * LARGEST_MATCH / 4) {
            return partner;
        }
        double[][] best = new double[old.size() + 1][now.size() + 1];
        double[][] alike = new double[old.size()][now.size()];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                alike[i][j] = alike(old.get(i), now.get(j));
                double together = alike[i][j] < ALIKE ? -1 : alike[i][j] + best[i + 1][j + 1];
                best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        for (int i = 0, j = 0; i < old.size() && j < now.size(); ) {
            if (alike[i][j] >= ALIKE && best[i][j] == alike[i][j] + best[i + 1][j + 1]) {
                partner[i++] = j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return partner;
    }

    /** How much of two lines is the same, from 0 to 1, wherever in the line it stands. */
    private static double alike(String one, String other) {
        Map<String, Integer> left = new HashMap<>();
        int weight = 0;
        for (String token : tokens(one)) {
            if (!token.isBlank()) {
                left.merge(token, 1, Integer::sum);
                weight += token.length();
            }
        }
        int same = 0;
        for (String token : tokens(other)) {
            if (!token.isBlank()) {
                weight += token.length();
                Integer there = left.get(token);
                if (there != null && there > 0) {
                    left.put(token, there - 1);
                    same += token.length();
                }
            }
        }
        return weight == 0 ? 0 : 2.0 * same / weight;
    }

    private static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static List<Piece> words(String before, String after) {
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Difference difference : differences(old, now)) {
            add(Kind.SAME, old.subList(at, difference.at()), pieces);
            add(Kind.REMOVED, difference.old(), pieces);
            add(Kind.ADDED, difference.now(), pieces);
            at = difference.at() + difference.old().size();
        }
        add(Kind.SAME, old.subList(at, old.size()), pieces);
        return List.copyOf(pieces);
    }

    private static void add(Kind kind, List<String> tokens, List<Piece> to) {
        if (!tokens.isEmpty()) {
            to.add(new Piece(kind, String.join("", tokens)));
        }
    }
}
