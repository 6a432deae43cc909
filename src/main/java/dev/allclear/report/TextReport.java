package dev.allclear.report;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Related;
import java.util.function.UnaryOperator;

/** Findings as a good compiler shows them: the lines of the source, the place underlined, what to do. */
final class TextReport implements Report {

    private final Sources sources;
    private final Paint paint;
    private final int width;

    TextReport(Sources sources, Paint paint, int width) {
        this.sources = sources;
        this.paint = paint;
        this.width = width;
    }

    @Override
    public String print(Results results) {
        Snippet snippet = new Snippet(new RecentSources(new Masked(sources, results.findings())), paint, width);
        StringBuilder out = new StringBuilder();
        for (Finding finding : results.findings()) {
            print(finding, snippet, out);
            out.append('\n');
        }
        return out.append(totals(results)).append('\n').toString();
    }

    private void print(Finding finding, Snippet snippet, StringBuilder out) {
        UnaryOperator<String> colour = finding.isError() ? paint::red : paint::yellow;
        int gutter = gutter(finding);
        out.append(colour.apply(finding.severity().word() + "[" + Visible.line(finding.rule()) + "]"));
        out.append(": ").append(paint.bold(Visible.line(finding.message()))).append('\n');
        snippet.print(finding.location(), gutter, colour, out);
        for (Related related : finding.related()) {
            out.append(paint.bold("note")).append(": ").append(Visible.line(related.message()));
            out.append('\n');
            snippet.print(related.location(), gutter, paint::blue, out);
        }
        if (!finding.help().isBlank()) {
            out.append(paint.bold("help")).append(": ").append(Visible.line(finding.help()));
            out.append('\n');
        }
    }

    /** Wide enough for every number that may be shown. */
    private static int gutter(Finding finding) {
        int last = finding.location().endLine();
        for (Related related : finding.related()) {
            last = Math.max(last, related.location().endLine());
        }
        return String.valueOf(last).length();
    }

    private String totals(Results results) {
        if (results.findings().isEmpty()) {
            return paint.green(Count.totals(results));
        }
        return results.errors() > 0 ? paint.red(Count.totals(results)) : paint.yellow(Count.totals(results));
    }
}
