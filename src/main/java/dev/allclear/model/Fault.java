package dev.allclear.model;

import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import java.util.List;
import java.util.Set;

/**
 * Something that {@code read} could not take as written. It says what it saw; a rule decides what that means.
 *
 * @param kind what sort of fault
 * @param subject the field, column or section that it is about; empty if it is none
 * @param at the value at fault
 * @param message one sentence: what is wrong, with the values
 * @param help what to write instead
 * @param related other places that explain it
 * @param incidents the incidents that it casts doubt on, by id
 */
public record Fault(
        FaultKind kind,
        String subject,
        Location at,
        String message,
        String help,
        List<Related> related,
        Set<String> incidents) {

    /** Keeps unchangeable copies. */
    public Fault {
        related = List.copyOf(related);
        incidents = Set.copyOf(incidents);
    }
}
