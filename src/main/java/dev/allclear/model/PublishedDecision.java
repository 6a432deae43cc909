package dev.allclear.model;

import java.time.Instant;
import java.util.Map;

/**
 * A decision as a published version holds it.
 *
 * @param title the section's heading
 * @param at when it was taken, as the version says
 * @param digest its digest, as {@link Decision} has it
 * @param said what it says, as {@link Wording} has it; the prose is not in versions that an older tool published
 */
public record PublishedDecision(String title, String at, String digest, Map<String, String> said) {

    /** What stands for a time that can't be told. */
    public static final String NO_TIME = "no time";

    static PublishedDecision of(Decision decision) {
        Instant at = decision.at().value();
        return new PublishedDecision(
                decision.title(), at == null ? NO_TIME : at.toString(), decision.digest(), Wording.of(decision));
    }
}
