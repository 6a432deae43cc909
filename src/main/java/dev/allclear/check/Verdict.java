package dev.allclear.check;

import dev.allclear.finding.Finding;
import dev.allclear.model.Account;
import java.util.List;
import java.util.Map;

/**
 * What the rules say of a library.
 *
 * @param findings sorted
 * @param accounts what the record and the gate say of each incident, by its id, in the order of ids
 */
public record Verdict(List<Finding> findings, Map<String, Account> accounts) {

    /** Whether any finding is an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** Whether the gate objects to anything: nothing may be published then, however urgent. */
    public boolean gateObjects() {
        return findings.stream().anyMatch(f -> f.rule().startsWith("gate/"));
    }
}
