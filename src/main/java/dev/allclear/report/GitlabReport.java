package dev.allclear.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.allclear.finding.Finding;
import java.util.List;

/** Findings as GitLab's code quality report, which hides the second of two findings with the same fingerprint. */
final class GitlabReport implements Report {

    private final Sources sources;

    GitlabReport(Sources sources) {
        this.sources = sources;
    }

    @Override
    public String print(Results results) {
        List<String> prints = Fingerprints.of(results.findings(), sources);
        Checkout checkout = Checkout.of(results);
        JsonArray issues = new JsonArray();
        for (Finding finding : results.findings()) {
            issues.add(issue(finding, prints.get(issues.size()), checkout));
        }
        return Json.print(issues);
    }

    private static JsonObject issue(Finding finding, String print, Checkout checkout) {
        JsonObject lines = new JsonObject();
        lines.addProperty("begin", finding.location().line());
        JsonObject location = Json.text("path", checkout.path(finding.location().file()));
        location.add("lines", lines);
        JsonObject issue = Json.text("description", finding.message());
        issue.addProperty("check_name", finding.rule());
        issue.addProperty("fingerprint", print);
        issue.addProperty("severity", severity(finding));
        issue.add("location", location);
        return issue;
    }

    private static String severity(Finding finding) {
        if (finding.rule().startsWith("gate/")) {
            return "blocker";
        }
        return finding.isError() ? "major" : "minor";
    }
}
