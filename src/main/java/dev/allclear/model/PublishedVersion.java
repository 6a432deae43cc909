package dev.allclear.model;

import java.util.List;
import java.util.Map;

/**
 * What a published version says of the decisions and the playbooks.
 *
 * @param label the version's label
 * @param decisions the decisions of incidents, by id, in order; those whose logs only grew since may be left out
 * @param playbooks the playbooks by id; none in a version that an older tool published
 */
public record PublishedVersion(
        String label, Map<String, List<PublishedDecision>> decisions, Map<String, PublishedPlaybook> playbooks) {}
