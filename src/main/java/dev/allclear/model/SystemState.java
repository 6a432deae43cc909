package dev.allclear.model;

/** What a system under care is for its users. */
public enum SystemState implements Named {
    /** No decision has set the state since the incident was declared. */
    DECLARED,
    OPERATIONAL,
    DEGRADED,
    READ_ONLY,
    MAINTENANCE,
    OFFLINE,
    RESTORING,
    RESTORED;

    /** Whether a decision may write it; the other two are conclusions. */
    public boolean canBeDecided() {
        return this != DECLARED && this != OPERATIONAL;
    }
}
