package dev.allclear.report;

import dev.allclear.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings as a Markdown table, shorter than the 1 MiB that GitHub takes. */
final class GithubSummary {

    private static final int MOST_BYTES = 1_000_000;
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final Results results;
    private final Checkout checkout;

    GithubSummary(Results results) {
        this.results = results;
        this.checkout = Checkout.of(results);
    }

    String print() {
        StringBuilder out = new StringBuilder("## AllClear\n\n");
        out.append(Count.totals(results)).append(".\n");
        if (results.findings().isEmpty()) {
            return out.toString();
        }
        out.append("\n| | Where | Rule | What |\n|---|---|---|---|\n");
        int bytes = 0;
        int rows = 0;
        for (Finding finding : results.findings()) {
            String row = row(finding);
            bytes += row.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            out.append(row);
            rows++;
        }
        int cut = results.findings().size() - rows;
        if (cut > 0) {
            out.append("\nNot shown here: ").append(Count.of(cut, "finding")).append(".\n");
        }
        return out.toString();
    }

    private String row(Finding finding) {
        String where = checkout.path(finding.location().file()) + ":"
                + finding.location().line();
        String help = finding.help().isBlank() ? "" : "<br>" + cell(finding.help());
        return "| " + finding.severity().word() + " | " + plain(where) + " | " + plain(finding.rule()) + " | "
                + cell(finding.message()) + help + " |\n";
    }

    /** Text of ours puts values between backticks: they are kept as code, and nothing else is markup. */
    private static String cell(String text) {
        StringBuilder out = new StringBuilder();
        Matcher code = CODE.matcher(text);
        int end = 0;
        while (code.find()) {
            out.append(plain(text.substring(end, code.start())));
            out.append("<code>").append(plain(code.group(1))).append("</code>");
            end = code.end();
        }
        return out.append(plain(text.substring(end))).toString();
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        Visible.line(text).codePoints().forEach(c -> {
            if ("\\`*_{}[]<>()#+!|&~@$".indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
