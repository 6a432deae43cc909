package dev.allclear.model;

/** The kinds of documents that a content folder holds. */
public enum DocumentKind implements Named {
    INCIDENT,
    DECISIONS,
    ROOT_CAUSE,
    PLAYBOOK,
    PAGE
}
