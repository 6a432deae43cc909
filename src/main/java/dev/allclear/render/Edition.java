package dev.allclear.render;

import dev.allclear.finding.Finding;
import dev.allclear.model.LastChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one build says of itself.
 *
 * @param now the time of the build
 * @param toolVersion the version of this tool
 * @param urgent whether it was published in spite of errors
 * @param findings the findings that the site shows; none unless it is urgent
 * @param changes the last commit that touched each document, by the document's path, as far as it is known
 */
public record Edition(
        Instant now, String toolVersion, boolean urgent, List<Finding> findings, Map<String, LastChange> changes) {}
