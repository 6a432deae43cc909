package dev.allclear.report;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import dev.allclear.model.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tests report on: one ordinary finding, and one with everything in it that has ever broken a format. */
final class Given {

    static final String FILE = "content/incidents/x/root-cause.md";
    static final String NASTY_FILE = "content/pages/50% \"off\", a:b/tür & <ı>.md";
    static final String NASTY =
            "\"q\" 'a' 100% <b> & ]]> |x| [l](http://e) `c`\nline\r\ttab \u001B[31mred é 漢 😀 \u202Ertl\u202C \uD800 \u0000.";

    static final Finding PLAIN = new Finding(
            "gate/investigation-open",
            Severity.ERROR,
            Location.on(FILE, 2, 9, 4),
            "BAU is resumed while the investigation is `open`.",
            "Close the investigation first.",
            List.of(new Related(Location.on("content/incidents/x/decisions.md", 10, 6, 7), "BAU is resumed here.")));

    static final Finding HOSTILE = new Finding(
            "link/broken", Severity.WARNING, new Location(NASTY_FILE, 3, 2, 3, 5), NASTY, "50%: a, b\nor c", List.of());

    private Given() {}

    static Results results(Finding... findings) {
        return results(List.of(), findings);
    }

    static Results results(List<Account> incidents, Finding... findings) {
        return results("content", incidents, findings);
    }

    static Results results(String content, List<Account> incidents, Finding... findings) {
        Map<String, RuleText> rules = new LinkedHashMap<>();
        rules.put(
                "gate/investigation-open",
                new RuleText(
                        "gate/investigation-open",
                        Severity.ERROR,
                        "BAU resumes only once the investigation is closed.",
                        "What is not understood happens again.",
                        "Not: status: open\nBut: status: closed"));
        rules.put(
                "link/broken",
                new RuleText(
                        "link/broken",
                        Severity.ERROR,
                        "Links lead somewhere.",
                        "Dead ends cost time.",
                        "```\n[a](b)\n```"));
        List<Finding> sorted = new ArrayList<>(List.of(findings));
        Collections.sort(sorted);
        return new Results("0.1.0", Instant.parse("2026-06-01T00:00:00Z"), content, 31, sorted, incidents, rules);
    }

    static Finding finding(String rule, Severity severity, String file, int line) {
        return new Finding(rule, severity, Location.on(file, line, 1, 3), "Message " + line + ".", "Help.", List.of());
    }

    /** The sources of the findings above. */
    static List<String> sources(String file) {
        return switch (file) {
            case FILE -> List.of("---", "status: open", "lead: li.security", "---");
            case "content/incidents/x/decisions.md" ->
                List.of("", "", "", "", "## Resume", "", "```decision", "at: x", "by: y", "bau: resumed", "```");
            case NASTY_FILE -> List.of("---", "---", "\ta漢\u202Eb\u001B[2Jc");
            default -> List.of();
        };
    }

    static Sources lines(String... lines) {
        return file -> List.of(lines);
    }
}
