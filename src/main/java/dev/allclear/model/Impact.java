package dev.allclear.model;

/** How severe an incident is. */
public enum Impact implements Named {
    CRITICAL,
    MAJOR,
    MINOR
}
