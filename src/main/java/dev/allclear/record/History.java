package dev.allclear.record;

import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What no later content may contradict, in digests: fifty versions of a large record could not be held against each other in
 * words at every check.
 *
 * @param logs how far the decision log of each incident went, by its id
 * @param playbooks the playbooks by id
 */
public record History(Map<String, LogHead> logs, Map<String, PublishedPlaybook> playbooks) {

    /** That of a version whose whole record has been read. */
    public static History of(PublishedVersion version) {
        Map<String, LogHead> logs = new LinkedHashMap<>();
        version.decisions()
                .forEach((id, decisions) -> logs.put(
                        id, LogHead.of(decisions.stream().map(d -> d.digest()).toList())));
        return new History(logs, version.withoutTexts().playbooks());
    }
}
