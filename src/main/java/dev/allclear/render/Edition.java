package dev.allclear.render;

import dev.allclear.finding.Finding;
import dev.allclear.model.Imprint;
import dev.allclear.model.Issue;
import dev.allclear.model.LastChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one build says of itself.
 *
 * @param now the time of the build
 * @param toolVersion the version of this tool
 * @param urgent whether it was published in spite of errors
 * @param findings the findings that the site shows; none unless it is urgent
 * @param changes the last commit that touched each document, by the document's path, as far as it is known
 * @param imprint how the version is known that these pages are of; null if they are the site's own
 * @param issues the versions that were published before, oldest first
 */
public record Edition(
        Instant now,
        String toolVersion,
        boolean urgent,
        List<Finding> findings,
        Map<String, LastChange> changes,
        @Nullable Imprint imprint,
        List<Issue> issues) {

    /** Where these pages stand in the site's folder: empty, or that of a version. */
    String folder() {
        return imprint == null ? "" : imprint.folder();
    }

    /** The versions that still stand, oldest first. */
    List<Issue> standing() {
        return issues.stream().filter(Issue::stands).toList();
    }
}
