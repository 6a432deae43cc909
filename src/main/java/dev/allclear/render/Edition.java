package dev.allclear.render;

import dev.allclear.finding.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What one build says of itself.
 *
 * @param now the time of the build
 * @param toolVersion the version of this tool
 * @param urgent whether it was published in spite of errors
 * @param findings the findings that the site shows; none unless it is urgent
 */
public record Edition(Instant now, String toolVersion, boolean urgent, List<Finding> findings) {}
