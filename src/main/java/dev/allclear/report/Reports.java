package dev.allclear.report;

/** Finds the report for a format. */
public final class Reports {

    private Reports() {}

    /** The report; colours and sources matter to the text form only. */
    public static Report of(Format format, Sources sources, boolean colour) {
        return switch (format) {
            case TEXT -> new TextReport(sources, new Paint(colour));
            case JSON -> new JsonReport();
        };
    }
}
