package dev.allclear.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a source as a terminal shows it, and where in it the place stands.
 *
 * @param text the line, cut around the place if it is too long
 * @param indent how many columns stand before the place
 * @param marked how many columns the place takes, at least one
 */
record SourceLine(String text, int indent, int marked) {

    private static final String CUT = "…";

    private record Cell(int at, String shown, int width) {}

    /**
     * Shows a line.
     *
     * @param from the index of the first character of the place
     * @param to the index behind its last one
     * @param room how many columns there are
     */
    static SourceLine of(String line, int from, int to, int room) {
        int first = Math.min(from, line.length());
        int end = Math.min(Math.max(to, first), line.length());
        // What stands further away than this can't be on the screen; a line of megabytes is not looked at whole.
        List<Cell> cells = cells(line, Math.max(0, first - 2 * room), Math.min(line.length(), first + 4 * room));
        int left = line.isEmpty() ? 0 : cells.get(0).at();
        int right = Math.min(line.length(), first + 4 * room);
        int whole = width(cells);
        if (left == 0 && right == line.length() && whole <= room) {
            return show(cells, first, end, "", "");
        }
        int before = width(cells.stream().filter(c -> c.at() < first).toList());
        int start = Math.max(0, before - room / 4);
        if (right == line.length()) {
            start = Math.min(start, Math.max(0, whole - (room - 2)));
        }
        List<Cell> shown = new ArrayList<>();
        int column = 0;
        int taken = 0;
        boolean cutAfter = right < line.length();
        for (Cell cell : cells) {
            boolean begins = !shown.isEmpty() || (column >= start && cell.width() > 0);
            if (begins && taken + cell.width() > room - 2) {
                cutAfter = true;
                break;
            }
            if (begins) {
                shown.add(cell);
                taken += cell.width();
            }
            column += cell.width();
        }
        boolean cutBefore = left > 0 || (!shown.isEmpty() && shown.get(0).at() > 0);
        return show(shown, first, end, cutBefore ? CUT : "", cutAfter ? CUT : "");
    }

    private static List<Cell> cells(String line, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        int before = ' ';
        int i = from > 0 && Character.isLowSurrogate(line.charAt(from)) ? from - 1 : from;
        while (i < to) {
            int c = line.codePointAt(i);
            String shown = Visible.character(c, before);
            cells.add(new Cell(i, shown, Columns.of(shown)));
            before = c;
            i += Character.charCount(c);
        }
        return cells;
    }

    private static SourceLine show(List<Cell> cells, int from, int to, String before, String after) {
        StringBuilder text = new StringBuilder(before);
        int indent = Columns.of(before);
        int marked = 0;
        for (Cell cell : cells) {
            text.append(cell.shown());
            if (cell.at() < from) {
                indent += cell.width();
            } else if (cell.at() < to) {
                marked += cell.width();
            }
        }
        return new SourceLine(text.append(after).toString().stripTrailing(), indent, Math.max(1, marked));
    }

    private static int width(List<Cell> cells) {
        return cells.stream().mapToInt(Cell::width).sum();
    }
}
