package dev.allclear.model;

import java.util.List;
import java.util.Map;

/**
 * What a published version says of the decisions.
 *
 * @param label the version's label
 * @param decisions the decisions of each incident, by its id, in order
 */
public record PublishedVersion(String label, Map<String, List<PublishedDecision>> decisions) {}
