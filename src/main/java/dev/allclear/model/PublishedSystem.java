package dev.allclear.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system as a published version holds it.
 *
 * @param name the name
 * @param productOwner the person who decides its state, by id, or empty
 * @param rto the recovery time objective, or null
 * @param rpo the recovery point objective, or null
 * @param dependsOn the systems that it needs, by id
 */
public record PublishedSystem(
        String name,
        String productOwner,
        @Nullable Duration rto,
        @Nullable Duration rpo,
        List<String> dependsOn) {

    /** Keeps an unchangeable copy. */
    public PublishedSystem {
        dependsOn = List.copyOf(dependsOn);
    }

    static PublishedSystem of(SystemUnderCare system) {
        return new PublishedSystem(
                system.display(),
                system.productOwner().or(""),
                system.rto().value(),
                system.rpo().value(),
                system.dependsOn().stream().map(Word::text).toList());
    }
}
