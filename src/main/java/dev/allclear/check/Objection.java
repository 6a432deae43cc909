package dev.allclear.check;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A finding on its way, with what the report does not show.
 *
 * @param card the rule
 * @param severity its weight
 * @param subject the field, column or section that it is about, empty if none
 * @param at the value at fault
 * @param message what is wrong
 * @param help what to do
 * @param related other places
 * @param incidents the ids of the incidents that it casts doubt on
 */
record Objection(
        RuleCard card,
        Severity severity,
        String subject,
        Location at,
        String message,
        String help,
        List<Related> related,
        Set<String> incidents) {

    Finding finding(Severity set) {
        return new Finding(card.id(), set, at, message, help, related);
    }

    /**
     * Whether this finding says already what a lesser one says, so that one cause gives one finding: the gate goes
     * before the other rules, and they go before those on the text as such.
     */
    boolean covers(Objection other) {
        return rank() < other.rank()
                && !subject.isEmpty()
                && subject.equals(other.subject)
                && (contains(at, other.at)
                        || related.stream().anyMatch(r -> contains(r.location(), other.at))
                        || other.related.stream().anyMatch(r -> r.location().equals(at)));
    }

    /** The files that it speaks of. */
    Set<String> files() {
        Set<String> files = new HashSet<>();
        files.add(at.file());
        related.forEach(r -> files.add(r.location().file()));
        return files;
    }

    private int rank() {
        return card.isGate() ? 0 : card.id().startsWith("text/") ? 2 : 1;
    }

    private static boolean contains(Location outer, Location inner) {
        return outer.file().equals(inner.file())
                && (outer.line() < inner.line() || (outer.line() == inner.line() && outer.column() <= inner.column()))
                && (outer.endLine() > inner.endLine()
                        || (outer.endLine() == inner.endLine() && outer.endColumn() >= inner.endColumn()));
    }
}
