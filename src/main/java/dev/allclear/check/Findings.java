package dev.allclear.check;

import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what one rule reports, with the incidents that each finding casts doubt on. */
public final class Findings {

    private final RuleCard card;
    private final Set<String> incidents;
    private final List<Objection> all;

    Findings(RuleCard card) {
        this(card, Set.of(), new ArrayList<>());
    }

    private Findings(RuleCard card, Set<String> incidents, List<Objection> all) {
        this.card = card;
        this.incidents = incidents;
        this.all = all;
    }

    /** The same collection, for findings about one incident. */
    public Findings about(String incident) {
        return new Findings(card, Set.of(incident), all);
    }

    /** The same collection, for findings about these incidents. */
    public Findings about(Collection<String> those) {
        return new Findings(card, Set.copyOf(those), all);
    }

    /**
     * Reports a finding.
     *
     * @param subject the field, column or section that it is about, empty if none
     * @param at the value at fault
     * @param message one sentence: what is wrong, with the values
     * @param help what to do
     * @param related other places that explain it
     */
    public void report(String subject, Location at, String message, String help, Related... related) {
        all.add(new Objection(card, card.severity(), subject, at, message, help, List.of(related), incidents));
    }

    /** Reports a finding of another weight than the rule's own. */
    public void reportAs(
            Severity severity, String subject, Location at, String message, String help, @Nullable Related related) {
        all.add(new Objection(
                card, severity, subject, at, message, help, related == null ? List.of() : List.of(related), incidents));
    }

    /** A collection of its own for the same rule, to be kept and added. */
    public Findings apart() {
        return new Findings(card);
    }

    /** Whether nothing was reported. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Adds what was collected apart. */
    public void add(Findings apart) {
        all.addAll(apart.all);
    }

    void addAll(List<Objection> those) {
        all.addAll(those);
    }

    List<Objection> all() {
        return all;
    }
}
