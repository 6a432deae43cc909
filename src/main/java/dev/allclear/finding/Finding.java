package dev.allclear.finding;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that {@code check} has to say, at one place in one file.
 *
 * @param rule the id of the rule, {@code group/name}
 * @param severity what the finding does to a build
 * @param location the value at fault
 * @param message one sentence: what is wrong, with the values
 * @param help what to do about it
 * @param related other places that explain it
 */
public record Finding(
        String rule, Severity severity, Location location, String message, String help, List<Related> related)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding f) -> f.location.file())
            .thenComparingInt(f -> f.location.line())
            .thenComparingInt(f -> f.location.column())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message)
            .thenComparing(Finding::location)
            .thenComparing(Finding::help)
            .thenComparing(f -> f.related.toString());

    /** Keeps an unchangeable copy of the related places. */
    public Finding {
        related = List.copyOf(related);
    }

    /** Whether this finding stops a build. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The order of reports: file, line, column, rule. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
