package dev.allclear.model;

import dev.allclear.finding.Location;

/**
 * Somebody who decides, acts or is asked.
 *
 * @param id how documents name them
 * @param name as colleagues know them
 * @param role what they do
 * @param publicName what a public site says instead of the name
 * @param at where the id stands
 */
public record Person(String id, Field<String> name, Field<String> role, Field<String> publicName, Location at) {

    /** The name that readers of the internal site see. */
    public String display() {
        return name.or(id);
    }
}
