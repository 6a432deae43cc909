package dev.allclear.report;

import dev.allclear.finding.Location;
import java.util.List;
import java.util.function.UnaryOperator;

/** Shows a place in a source: its lines behind a gutter of numbers, underlined. */
final class Snippet {

    /** More lines than these are shown by the first two and the last. */
    private static final int MOST_LINES = 4;

    private static final int LEAST_ROOM = 40;

    private final Sources sources;
    private final Paint paint;
    private final int width;

    Snippet(Sources sources, Paint paint, int width) {
        this.sources = sources;
        this.paint = paint;
        this.width = width;
    }

    /** The place's address and, if the file can be read, its lines. */
    void print(Location at, int gutter, UnaryOperator<String> underline, StringBuilder out) {
        out.append(" ".repeat(gutter)).append(paint.blue("--> ")).append(Visible.line(at.file()));
        out.append(':').append(at.line()).append(':').append(at.column()).append('\n');
        lines(at, gutter, underline, out);
    }

    /** The lines of the place, if the file can be read. */
    void lines(Location at, int gutter, UnaryOperator<String> underline, StringBuilder out) {
        List<String> lines = sources.lines(at.file());
        if (at.line() > lines.size()) {
            return;
        }
        out.append(edge("", gutter)).append('\n');
        int last = lastLine(at, lines);
        boolean all = last - at.line() < MOST_LINES;
        for (int number = at.line(); number <= last; number++) {
            if (all || number < at.line() + 2 || number == last) {
                line(at, number, lines.get(number - 1), gutter, underline, out);
            } else if (number == at.line() + 2) {
                out.append(paint.blue("...")).append('\n');
            }
        }
    }

    /** A place that ends before the first character of a line ends on the line above. */
    private static int lastLine(Location at, List<String> lines) {
        int last = at.endLine() > at.line() && at.endColumn() == 1 ? at.endLine() - 1 : at.endLine();
        return Math.min(last, lines.size());
    }

    private void line(
            Location at, int number, String line, int gutter, UnaryOperator<String> underline, StringBuilder out) {
        int from = number == at.line()
                ? at.column() - 1
                : line.length() - line.stripLeading().length();
        int to = number == at.endLine()
                ? at.endColumn() - 1
                : line.stripTrailing().length();
        SourceLine shown = SourceLine.of(line, from, to, Math.max(LEAST_ROOM, width - gutter - 3));
        out.append(edge(String.valueOf(number), gutter));
        out.append(shown.text().isEmpty() ? "" : " ").append(shown.text()).append('\n');
        if (number == at.line() || to > from) {
            out.append(edge("", gutter)).append(' ').append(" ".repeat(shown.indent()));
            out.append(underline.apply("^".repeat(shown.marked()))).append('\n');
        }
    }

    private String edge(String number, int gutter) {
        return paint.blue(" ".repeat(gutter - number.length()) + number + " |");
    }
}
