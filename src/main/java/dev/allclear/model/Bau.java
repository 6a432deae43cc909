package dev.allclear.model;

/** Business as usual (BAU): suspended from the declaration until a decision that the gate accepts resumes it. */
public enum Bau implements Named {
    SUSPENDED,
    RESUMED
}
