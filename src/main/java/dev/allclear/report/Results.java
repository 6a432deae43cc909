package dev.allclear.report;

import dev.allclear.finding.Finding;
import dev.allclear.model.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a check has come to.
 *
 * @param toolVersion the version of this tool
 * @param now the time of the build
 * @param content the content folder as it was named
 * @param documents how many documents were read
 * @param findings sorted
 * @param incidents in the order of their ids
 * @param rules by id
 */
public record Results(
        String toolVersion,
        Instant now,
        String content,
        int documents,
        List<Finding> findings,
        List<Account> incidents,
        Map<String, RuleText> rules) {

    /** How many findings are errors. */
    public int errors() {
        return (int) findings.stream().filter(Finding::isError).count();
    }

    /** How many findings are warnings. */
    public int warnings() {
        return findings.size() - errors();
    }
}
