package dev.allclear.report;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings as a good compiler shows them: the lines of the source, the place underlined, what to do. */
final class TextReport implements Report {

    /** A longer line is shown only around the place. */
    private static final int LONGEST = 160;

    private final Sources sources;
    private final Paint paint;

    TextReport(Sources sources, Paint paint) {
        this.sources = sources;
        this.paint = paint;
    }

    @Override
    public String print(Results results) {
        Map<String, List<String>> files = new HashMap<>();
        StringBuilder out = new StringBuilder();
        for (Finding finding : results.findings()) {
            print(finding, files, out);
            out.append('\n');
        }
        return out.append(totals(results)).append('\n').toString();
    }

    private void print(Finding finding, Map<String, List<String>> files, StringBuilder out) {
        String head = finding.severity().word() + "[" + finding.rule() + "]";
        out.append(finding.isError() ? paint.red(head) : paint.yellow(head))
                .append(": ")
                .append(paint.bold(Visible.line(finding.message())))
                .append('\n');
        int gutter = gutter(finding);
        place("--> ", finding.location(), gutter, out);
        source(finding.location(), '^', gutter, files, out);
        for (Related related : finding.related()) {
            place("::: ", related.location(), gutter, out);
            source(related.location(), '-', gutter, files, out, Visible.line(related.message()));
        }
        out.append(" ".repeat(gutter))
                .append(paint.blue(" = "))
                .append(paint.bold("help"))
                .append(": ")
                .append(Visible.line(finding.help()))
                .append('\n');
    }

    private static int gutter(Finding finding) {
        int last = finding.location().line();
        for (Related related : finding.related()) {
            last = Math.max(last, related.location().line());
        }
        return String.valueOf(last).length();
    }

    private void place(String arrow, Location at, int gutter, StringBuilder out) {
        out.append(" ".repeat(gutter))
                .append(paint.blue(arrow))
                .append(Visible.line(at.file()))
                .append(':')
                .append(at.line())
                .append(':')
                .append(at.column())
                .append('\n');
    }

    private void source(
            Location at, char mark, int gutter, Map<String, List<String>> files, StringBuilder out, String... note) {
        List<String> lines = files.computeIfAbsent(at.file(), sources::lines);
        if (at.line() > lines.size()) {
            if (note.length > 0) {
                out.append(" ".repeat(gutter))
                        .append(paint.blue(" = "))
                        .append(note[0])
                        .append('\n');
            }
            return;
        }
        String line = lines.get(at.line() - 1);
        int from = Math.min(at.column() - 1, line.length());
        int to = at.endLine() > at.line() ? line.stripTrailing().length() : Math.min(at.endColumn() - 1, line.length());
        int begin = 0;
        int end = line.length();
        if (line.length() > LONGEST) {
            begin = Math.max(0, Math.min(from - 40, line.length() - LONGEST));
            end = Math.min(line.length(), begin + LONGEST);
        }
        String before = (begin > 0 ? "…" : "") + line.substring(begin, Math.max(begin, from));
        String marked = line.substring(Math.max(begin, from), Math.max(Math.max(begin, from), Math.min(to, end)));
        String shown = (begin > 0 ? "…" : "") + line.substring(begin, end) + (end < line.length() ? "…" : "");
        out.append(paint.blue(" ".repeat(gutter) + " |")).append('\n');
        out.append(paint.blue((" ".repeat(gutter) + at.line())
                                .substring(String.valueOf(at.line()).length()) + " |"))
                .append(' ')
                .append(Visible.line(shown).stripTrailing())
                .append('\n');
        String underline = String.valueOf(mark).repeat(Math.max(1, Visible.width(marked)));
        out.append(paint.blue(" ".repeat(gutter) + " |"))
                .append(' ')
                .append(" ".repeat(Visible.width(before)))
                .append(mark == '^' ? paint.red(underline) : paint.blue(underline));
        for (String words : note) {
            out.append(' ').append(words);
        }
        out.append('\n');
    }

    private String totals(Results results) {
        String in = " in " + count(results.documents(), "document") + ".";
        int errors = results.errors();
        int warnings = results.warnings();
        if (errors + warnings == 0) {
            return paint.green("No findings") + in;
        }
        String text = errors == 0 ? "" : paint.red(count(errors, "error"));
        if (warnings > 0) {
            text += (errors == 0 ? "" : ", ") + paint.yellow(count(warnings, "warning"));
        }
        return text + in;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
