package dev.allclear.model;

/** Whom a document is for. */
public enum Audience implements Named {
    INTERNAL,
    PUBLIC
}
