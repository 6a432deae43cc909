package dev.allclear.model;

import org.jspecify.annotations.Nullable;

/**
 * A change that may not follow what was before it.
 *
 * @param reason why not
 * @param system the system concerned, or null if it is about the sprint or BAU
 * @param from the system's state before, or null
 * @param setting the setting at fault, or null if it is about the sprint or BAU
 */
public record Refusal(
        Reason reason,
        @Nullable String system,
        @Nullable SystemState from,
        @Nullable StateSetting setting) {

    /** Why a change may not happen. */
    public enum Reason {
        /** {@code restored} may follow only {@code restoring}. */
        NOT_RESTORING_BEFORE,
        /** {@code operational} and {@code declared} are conclusions, not decisions. */
        NOT_A_DECISION,
        /** Once BAU has resumed no decision follows. */
        AFTER_BAU,
        /** A sprint can be cancelled once. */
        CANCELLED_TWICE,
        /** A cancelled sprint does not continue. */
        CONTINUES_AFTER_CANCELLED,
        /** The incident names no sprint. */
        NO_SPRINT
    }
}
