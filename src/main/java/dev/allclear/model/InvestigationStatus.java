package dev.allclear.model;

/** Whether the inquiry into the root cause has ended. */
public enum InvestigationStatus implements Named {
    OPEN,
    CLOSED
}
