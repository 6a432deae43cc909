package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what could not be taken as written, in one document. */
final class Faults {

    private final List<Fault> all = new ArrayList<>();
    private final Set<String> incidents;

    /** For a document that belongs to these incidents, by id. */
    Faults(Set<String> incidents) {
        this.incidents = Set.copyOf(incidents);
    }

    void add(FaultKind kind, String subject, Location at, String message, String help) {
        add(kind, subject, at, message, help, List.of());
    }

    void add(FaultKind kind, String subject, Location at, String message, String help, List<Related> related) {
        all.add(new Fault(kind, subject, at, message, help, related, incidents));
    }

    List<Fault> all() {
        return all;
    }
}
