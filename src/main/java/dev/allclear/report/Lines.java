package dev.allclear.report;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Puts words on lines of at most 80 columns. */
final class Lines {

    private static final int WIDTH = 80;
    private static final Pattern BLANKS = Pattern.compile(" +");

    private final StringBuilder out = new StringBuilder();

    /** A line as it is. */
    void add(String line) {
        out.append(line).append('\n');
    }

    /** Words behind a label, every further line indented as the first. */
    void add(String label, String words) {
        add(label, words, line -> line);
    }

    /** The same, each line in a colour. */
    void add(String label, String words, UnaryOperator<String> colour) {
        String indent = " ".repeat(Columns.of(label));
        StringBuilder line = new StringBuilder(label);
        int taken = indent.length();
        for (String word : BLANKS.split(Visible.line(words).strip(), -1)) {
            int width = Columns.of(word);
            if (taken > indent.length() && taken + 1 + width > WIDTH) {
                add(colour.apply(line.toString()));
                line = new StringBuilder(indent);
                taken = indent.length();
            }
            if (taken > indent.length()) {
                line.append(' ');
                taken++;
            }
            line.append(word);
            taken += width;
        }
        add(colour.apply(line.toString().stripTrailing()));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
