package dev.allclear.finding;

import java.util.Comparator;

/**
 * A place in a source file.
 *
 * @param file the path relative to the content folder's parent, separated by {@code /}
 * @param line the first line, from 1
 * @param column the first column, from 1, in UTF-16 units
 * @param endLine the last line
 * @param endColumn the column after the last character
 */
public record Location(String file, int line, int column, int endLine, int endColumn) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column)
            .thenComparingInt(Location::endLine)
            .thenComparingInt(Location::endColumn);

    /** Refuses places that no editor could jump to. */
    public Location {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "no such place: %s:%d:%d-%d:%d".formatted(file, line, column, endLine, endColumn));
        }
    }

    /** The place of {@code length} characters on one line. */
    public static Location on(String file, int line, int column, int length) {
        return new Location(file, line, column, line, column + Math.max(length, 0));
    }

    /** The very start of a file, for what concerns it as a whole. */
    public static Location startOf(String file) {
        return new Location(file, 1, 1, 1, 1);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }
}
