package dev.allclear.report;

import dev.allclear.finding.Location;

/** Finds the report for a format. */
public final class Reports {

    private static final int USUAL_WIDTH = 160;

    private Reports() {}

    /** The lines at a place, underlined; empty if the file can't be read. */
    public static String lines(Location at, Sources sources, boolean colour) {
        Paint paint = new Paint(colour);
        StringBuilder out = new StringBuilder();
        new Snippet(sources, paint, USUAL_WIDTH)
                .lines(at, String.valueOf(at.endLine()).length(), paint::red, out);
        return out.toString();
    }

    /** The report, for where nobody knows how wide the terminal is. */
    public static Report of(Format format, Sources sources, boolean colour) {
        return of(format, sources, colour, USUAL_WIDTH);
    }

    /**
     * The report.
     *
     * @param sources what the text form shows, and what tells findings of a line apart from those of another
     * @param colour whether the text form has colours
     * @param width the columns of the terminal; a longer line of a source is shown around the place only
     */
    public static Report of(Format format, Sources sources, boolean colour, int width) {
        return switch (format) {
            case TEXT -> new TextReport(sources, new Paint(colour), width);
            case JSON -> new JsonReport();
            case SARIF -> new SarifReport(sources);
            case JUNIT -> new JunitReport();
            case GITHUB -> new GithubReport();
            case GITLAB -> new GitlabReport(sources);
        };
    }
}
