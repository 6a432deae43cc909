package dev.allclear.serve;

import dev.allclear.build.Round;
import dev.allclear.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the browser is told.
 *
 * @param number raised with every change of it
 * @param shown the site that is shown; null if none could be built yet
 * @param current whether that is the content as it is, and not the last good site
 * @param findings what the rules say of the content as it is
 * @param problem what stands against a build beside them; null if nothing does
 */
record State(
        long number, @Nullable Shown shown, boolean current, List<Finding> findings, Round.@Nullable Problem problem) {

    /** The name of the site that is shown; empty if there is none. */
    String name() {
        return shown == null ? "" : shown.name();
    }

    /** As JSON, for the script on the pages. */
    String json() {
        StringBuilder json = new StringBuilder("{\"site\":").append(Json.text(name()));
        json.append(",\"state\":").append(number);
        json.append(",\"current\":").append(current);
        json.append(",\"problem\":");
        if (problem == null) {
            json.append("null");
        } else {
            json.append("{\"message\":")
                    .append(Json.text(problem.message()))
                    .append(",\"at\":")
                    .append(Json.text(problem.at()))
                    .append('}');
        }
        json.append(",\"errors\":")
                .append(findings.stream().filter(Finding::isError).count());
        json.append(",\"findings\":[");
        List<Finding> first = worstFirst();
        for (int i = 0; i < first.size(); i++) {
            json.append(i == 0 ? "" : ",").append(Json.finding(first.get(i)));
        }
        return json.append("],\"total\":").append(findings.size()).append('}').toString();
    }

    /** The findings that an overlay has room for: errors before warnings, each in the order of reports. */
    List<Finding> worstFirst() {
        return findings.stream()
                .sorted((a, b) -> Boolean.compare(b.isError(), a.isError()))
                .limit(MOST)
                .toList();
    }

    private static final int MOST = 40;
}
