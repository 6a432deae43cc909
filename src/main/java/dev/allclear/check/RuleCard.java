package dev.allclear.check;

import dev.allclear.finding.Severity;

/**
 * What a rule says of itself; its page in {@code docs/rules} and {@code allclear explain} are printed from it.
 *
 * @param id {@code group/name}, named after the fault
 * @param severity what a finding of it does, unless the site sets another
 * @param summary one line: what holds when there is no finding
 * @param why why anyone should care
 * @param bad an example that gives a finding
 * @param good the same, mended
 */
public record RuleCard(String id, Severity severity, String summary, String why, String bad, String good) {

    /** Whether nothing may turn the rule off or change its severity. */
    public boolean isGate() {
        return id.startsWith("gate/");
    }
}
