package dev.allclear.model;

/** What kind of event the disaster was. */
public enum DisasterKind implements Named {
    SECURITY,
    DATA,
    ACCIDENTAL
}
