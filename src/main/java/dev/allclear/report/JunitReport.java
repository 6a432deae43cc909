package dev.allclear.report;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import java.util.HashMap;
import java.util.Map;

/** Findings as JUnit XML: each error a failed test; readers drop what is no failure, so warnings are output. */
final class JunitReport implements Report {

    @Override
    public String print(Results results) {
        int errors = results.errors();
        String counts = " tests=\"" + Math.max(1, errors) + "\" failures=\"" + errors + "\" errors=\"0\" skipped=\"0\"";
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"allclear\"").append(counts).append(">\n");
        out.append("  <testsuite name=\"allclear\"").append(counts).append(">\n");
        if (errors == 0) {
            out.append("    <testcase classname=\"allclear\" name=\"no errors in ");
            out.append(Count.of(results.documents(), "document")).append("\"/>\n");
        }
        Checkout checkout = Checkout.of(results);
        Map<String, Integer> seen = new HashMap<>();
        StringBuilder warnings = new StringBuilder();
        for (Finding finding : results.findings()) {
            if (finding.isError()) {
                failure(finding, checkout, seen, out);
            } else {
                warnings.append(words(finding));
            }
        }
        if (!warnings.isEmpty()) {
            out.append("    <system-out>").append(Xml.text(warnings.toString()));
            out.append("</system-out>\n");
        }
        return out.append("  </testsuite>\n</testsuites>\n").toString();
    }

    /** Readers tell tests apart by class and name, so that no two may have the same. */
    private static void failure(Finding finding, Checkout checkout, Map<String, Integer> seen, StringBuilder out) {
        Location at = finding.location();
        String name = at.file() + ":" + at.line() + ":" + at.column();
        int number = seen.merge(finding.rule() + " " + name, 1, Integer::sum);
        out.append("    <testcase classname=\"").append(Xml.attribute(finding.rule()));
        out.append("\" name=\"").append(Xml.attribute(number == 1 ? name : name + " (" + number + ")"));
        out.append("\" file=\"").append(Xml.attribute(checkout.path(at.file())));
        out.append("\" line=\"").append(at.line()).append("\">\n");
        out.append("      <failure type=\"").append(Xml.attribute(finding.rule()));
        out.append("\" message=\"").append(Xml.attribute(finding.message())).append("\">");
        out.append(Xml.text(words(finding))).append("</failure>\n    </testcase>\n");
    }

    private static String words(Finding finding) {
        StringBuilder out = new StringBuilder(place(finding.location()));
        out.append(": ").append(finding.severity().word()).append('[').append(finding.rule());
        out.append("]: ").append(finding.message()).append('\n');
        finding.related()
                .forEach(r -> out.append("note: ")
                        .append(place(r.location()))
                        .append(": ")
                        .append(r.message())
                        .append('\n'));
        if (!finding.help().isBlank()) {
            out.append("help: ").append(finding.help()).append('\n');
        }
        return out.toString();
    }

    private static String place(Location at) {
        return at.file() + ":" + at.line() + ":" + at.column();
    }
}
