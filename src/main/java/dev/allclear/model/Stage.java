package dev.allclear.model;

import org.jspecify.annotations.Nullable;

/** A part of an incident's course that is measured. */
public enum Stage implements Named {
    /** From the beginning of harm to the declaration. */
    DECLARE,
    /** From the declaration until the last system was restored. */
    RESTORE,
    /** From the declaration until the investigation was closed. */
    CLOSE,
    /** From the declaration until BAU resumed. */
    RESUME;

    /** What an incident's figures say of it, or null. Only BAU that has really resumed counts for the last. */
    public @Nullable Measure of(Account account) {
        Figures figures = account.figures();
        return switch (this) {
            case DECLARE -> figures.declare();
            case RESTORE -> figures.restore();
            case CLOSE -> figures.close();
            case RESUME -> account.isOpen() ? null : figures.resume();
        };
    }
}
