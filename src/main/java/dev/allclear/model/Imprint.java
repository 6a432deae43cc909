package dev.allclear.model;

import java.time.Instant;

/**
 * How a version is known.
 *
 * @param label its label
 * @param number its place among the versions, from 1
 * @param released when
 */
public record Imprint(String label, int number, Instant released) {

    /** Where it stands in the site's folder. */
    public String folder() {
        return SiteMap.VERSIONS + label + "/";
    }
}
