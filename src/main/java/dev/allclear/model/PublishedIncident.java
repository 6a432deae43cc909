package dev.allclear.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An incident as a published version holds it.
 *
 * @param title its title
 * @param page the path of its page in the version
 * @param restored whether every system was restored
 * @param closed whether the investigation was closed
 * @param resumed whether BAU had resumed
 * @param decisions its decisions, in order
 */
public record PublishedIncident(
        String title,
        String page,
        boolean restored,
        boolean closed,
        boolean resumed,
        List<PublishedDecision> decisions) {

    /** Keeps an unchangeable copy. */
    public PublishedIncident {
        decisions = List.copyOf(decisions);
    }

    static PublishedIncident of(Account account) {
        Incident incident = account.incident();
        Investigation investigation = incident.investigation();
        List<PublishedDecision> decisions = new ArrayList<>();
        account.course().turns().forEach(t -> decisions.add(PublishedDecision.of(t.decision())));
        return new PublishedIncident(
                incident.title(),
                incident.document().page(),
                account.figures().restore() != null,
                investigation != null && investigation.isClosed(),
                !account.isOpen(),
                decisions);
    }
}
