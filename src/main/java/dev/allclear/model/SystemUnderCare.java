package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.Duration;
import java.util.List;

/**
 * A system whose recovery somebody answers for.
 *
 * @param id how documents name it
 * @param name as people call it
 * @param productOwner the person who decides its state, by id
 * @param rto recovery time objective: the SLA for restoring service
 * @param rpo recovery point objective: how much data, in time, may be lost
 * @param dependsOn the systems that it needs, by id
 * @param at where the id stands
 */
public record SystemUnderCare(
        String id,
        Field<String> name,
        Field<String> productOwner,
        Field<Duration> rto,
        Field<Duration> rpo,
        List<Word> dependsOn,
        Location at) {

    /** The name that readers see. */
    public String display() {
        return name.or(id);
    }
}
