package dev.allclear.serve;

import dev.allclear.build.Round;
import dev.allclear.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What is said of a state on lines of text. */
final class Lines {

    private Lines() {}

    /** Where a finding stands, in the form that editors and terminals lead to. */
    static String place(Finding finding) {
        return "%s:%d:%d"
                .formatted(
                        finding.location().file(),
                        finding.location().line(),
                        finding.location().column());
    }

    /** How many errors and warnings there are; empty if there are none. */
    static String count(List<Finding> findings) {
        long errors = findings.stream().filter(Finding::isError).count();
        long warnings = findings.size() - errors;
        List<String> parts = new ArrayList<>();
        if (errors > 0) {
            parts.add(errors + (errors == 1 ? " error" : " errors"));
        }
        if (warnings > 0) {
            parts.add(warnings + (warnings == 1 ? " warning" : " warnings"));
        }
        return String.join(" and ", parts);
    }

    /** What stands against the site, a line each. */
    static List<String> against(State state) {
        List<String> lines = new ArrayList<>();
        Round.Problem problem = state.problem();
        if (problem != null) {
            lines.add((problem.at().isEmpty() ? "" : problem.at() + ": ") + problem.message());
        }
        state.worstFirst().stream()
                .filter(Finding::isError)
                .forEach(f -> lines.add(
                        "%s: %s: %s (%s)".formatted(place(f), f.severity().word(), f.message(), f.rule())));
        return lines;
    }
}
