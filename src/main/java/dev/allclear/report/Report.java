package dev.allclear.report;

/** One form of report. */
@FunctionalInterface
public interface Report {

    /** The report, which ends with a line end; the same results give the same text. */
    String print(Results results);
}
