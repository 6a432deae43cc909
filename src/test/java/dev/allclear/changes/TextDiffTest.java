package dev.allclear.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.changes.TextDiff.Kind;
import dev.allclear.changes.TextDiff.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Differences of texts. */
class TextDiffTest {

    /** One line each: its sign, and its words with {@code [-removed-]} and {@code {+added+}}. */
    private static List<String> shown(String before, String after) {
        List<String> lines = new ArrayList<>();
        for (Line line : TextDiff.of(before, after).lines()) {
            String text = line.pieces().stream()
                    .map(p -> line.kind() != Kind.CHANGED || p.kind() == Kind.SAME
                            ? p.text()
                            : p.kind() == Kind.ADDED ? "{+" + p.text() + "+}" : "[-" + p.text() + "-]")
                    .collect(Collectors.joining());
            lines.add(switch (line.kind()) {
                        case SAME -> "  ";
                        case ADDED -> "+ ";
                        case REMOVED -> "- ";
                        case CHANGED -> "~ ";
                        case LEFT_OUT -> ".. " + line.count();
                    }
                    + text);
        }
        return lines;
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    @Test
    void wordsOfALineAreMarked() {
        assertEquals(
                List.of("~ Restore from the [-old-]{+new+} vault{+ at once+}."),
                shown("Restore from the old vault.", "Restore from the new vault at once."));
        assertEquals(List.of("- Tea.", "+ Something else entirely"), shown("Tea.", "Something else entirely"));
    }

    @Test
    void linesThatAreTheSameAreLeftOutButForTwo() {
        assertEquals(
                List.of(".. 3", "  line 4", "  line 5", "+ here", "  line 6", "  line 7", ".. 3"),
                shown(lines(1, 10), lines(1, 5) + "here\n" + lines(6, 10)));
        assertEquals(List.of("  line 1", "  line 2", "- line 3"), shown(lines(1, 3), lines(1, 2)));
        assertEquals(List.of("  line 1", "  line 2", "  line 3", "- line 4"), shown(lines(1, 4), lines(1, 3)));
        assertEquals(List.of(), TextDiff.of("", "").lines());
    }

    @Test
    void aLineThatWasPutBetweenIsNotTakenForTheOneThatChanged() {
        assertEquals(
                List.of("+ A step that is new.", "~ Stop the [-first-]{+second+} server now."),
                shown("Stop the first server now.", "A step that is new.\nStop the second server now."));
    }

    /** Whatever the texts, the difference holds both of them whole. */
    @Test
    void bothTextsCanBeReadOutOfIt() {
        Random random = new Random(5);
        String[] words = {"a", "stop", "server", "the", "  ", "é", "-", "now.", "👩‍🚒"};
        for (int round = 0; round < 300; round++) {
            String before = text(random, words);
            String after = text(random, words);
            TextDiff diff = TextDiff.of(before, after);
            assertEquals(before, without(Kind.ADDED, diff, before));
            assertEquals(after, without(Kind.REMOVED, diff, after));
        }
    }

    /** The text that has nothing of a kind; lines that are left out stand in the text itself. */
    private static String without(Kind kind, TextDiff diff, String text) {
        List<String> lines = text.lines().toList();
        StringBuilder read = new StringBuilder();
        int at = 0;
        for (Line line : diff.lines()) {
            if (line.kind() == Kind.LEFT_OUT) {
                for (String each : lines.subList(at, at + line.count())) {
                    read.append(each).append('\n');
                }
                at += line.count();
            } else if (line.kind() != kind) {
                line.pieces().stream().filter(p -> p.kind() != kind).forEach(p -> read.append(p.text()));
                read.append('\n');
                at++;
            }
        }
        return read.toString();
    }

    private static String text(Random random, String[] words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            for (int j = random.nextInt(8); j > 0; j--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void longTextsTakeNoLongTime() {
        Random random = new Random(7);
        String before =
                random.ints(30_000, 0, 1000).mapToObj(i -> "x" + i + "\n").collect(Collectors.joining());
        String after =
                random.ints(30_000, 0, 1000).mapToObj(i -> "y" + i + "\n").collect(Collectors.joining());
        String line = random.ints(60_000, 0, 9).mapToObj(i -> i + " ").collect(Collectors.joining());
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertEquals(30_000, TextDiff.of(before, after).added());
            assertTrue(TextDiff.of(line, "1 " + line.substring(3) + "!").changed() <= 1);
        });
    }
}
