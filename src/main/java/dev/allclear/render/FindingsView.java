package dev.allclear.render;

import dev.allclear.finding.Finding;
import java.util.List;

/**
 * The findings that a site was published in spite of.
 *
 * @param rows the findings
 */
public record FindingsView(List<Row> rows) {

    private static final String TEMPLATE = "findings.ftlh";

    /**
     * A finding.
     *
     * @param severity its severity
     * @param rule its rule
     * @param place file, line and column
     * @param message safe HTML: what is wrong
     * @param help safe HTML: what to do
     */
    public record Row(String severity, String rule, String place, String message, String help) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE);
        atlas.edition().findings().forEach(f -> made.naming(f.location().file()));
        return new PagePlan(
                "findings.html",
                TEMPLATE,
                atlas.words().say("findings.title"),
                "",
                List.of(),
                () -> new FindingsView(atlas.edition().findings().stream()
                        .map(FindingsView::row)
                        .toList()),
                made.inputs());
    }

    private static Row row(Finding finding) {
        return new Row(
                finding.severity().word(),
                finding.rule(),
                "%s:%d:%d"
                        .formatted(
                                finding.location().file(),
                                finding.location().line(),
                                finding.location().column()),
                Words.html(finding.message()),
                Words.html(finding.help()));
    }
}
