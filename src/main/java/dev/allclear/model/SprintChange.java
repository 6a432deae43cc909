package dev.allclear.model;

/** What a decision says about the sprint. */
public enum SprintChange implements Named {
    CANCELLED,
    CONTINUES
}
