package dev.allclear.report;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Severity;

/** Findings as workflow commands of GitHub Actions, no more of them than it shows: 10 of each severity for each step. */
public final class GithubReport implements Report {

    private static final int SHOWN = 10;

    @Override
    public String print(Results results) {
        Checkout checkout = Checkout.of(results);
        StringBuilder out = new StringBuilder();
        for (Severity severity : Severity.values()) {
            results.findings().stream()
                    .filter(f -> f.severity() == severity)
                    .limit(SHOWN)
                    .forEach(f -> command(f, checkout, out));
        }
        String cut = Count.errorsAndWarnings(
                Math.max(0, results.errors() - SHOWN), Math.max(0, results.warnings() - SHOWN), " and ");
        if (!cut.isEmpty()) {
            out.append("::notice::Not shown here: ")
                    .append(cut)
                    .append(". GitHub shows ")
                    .append(SHOWN);
            out.append(" of each for each step.\n");
        }
        return out.append(Count.totals(results)).append('\n').toString();
    }

    /** The findings as Markdown, for the file that {@code GITHUB_STEP_SUMMARY} names. */
    public String summary(Results results) {
        return new GithubSummary(results).print();
    }

    private static void command(Finding finding, Checkout checkout, StringBuilder out) {
        Location at = finding.location();
        out.append("::").append(finding.severity().word()).append(" file=");
        out.append(property(checkout.path(at.file()))).append(",line=").append(at.line());
        out.append(",endLine=").append(at.endLine());
        if (at.line() == at.endLine()) { // GitHub refuses columns where the lines differ.
            out.append(",col=").append(at.column()).append(",endColumn=").append(at.endColumn());
        }
        out.append(",title=").append(property(finding.rule())).append("::");
        String help = finding.help().isBlank() ? "" : "\n" + finding.help();
        out.append(data(finding.message() + help)).append('\n');
    }

    /** A line end would end the command, and what follows it could be another one. */
    private static String data(String text) {
        StringBuilder out = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            switch (c) {
                case '%' -> out.append("%25");
                case '\r' -> out.append("%0D");
                case '\n' -> out.append("%0A");
                default -> out.append(Visible.character(c, before));
            }
            before = c;
        }
        return out.toString();
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
