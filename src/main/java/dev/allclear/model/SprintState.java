package dev.allclear.model;

/** What became of the sprint under way when the incident was declared. */
public enum SprintState implements Named {
    /** The incident names no sprint. */
    NONE,
    RUNNING,
    CANCELLED
}
