package dev.allclear.report;

import java.util.List;

/** Gives the lines of source files, so that a report can show them. */
@FunctionalInterface
public interface Sources {

    /** The lines of a file; none if it can't be read. */
    List<String> lines(String file);
}
