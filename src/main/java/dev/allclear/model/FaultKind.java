package dev.allclear.model;

/** What was wrong with something that could not be taken as written; each kind is the business of one rule. */
public enum FaultKind {
    SYNTAX,
    MISSING_FIELD,
    MISSING_SECTION,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    UNKNOWN_FIELD,
    /** A field that no incident, decision or root-cause report has. */
    FIELD_OF_THE_RECORD,
    /** A decision that can't be read, or a decision log that is not made of decisions. */
    RECORD,
    /** A key, a token or a password. */
    SECRET,
    /** Words that only hold a place. */
    PLACEHOLDER,
    /** An image that says nothing to those who can't see it. */
    NO_ALT,
    /** HTML that was removed. */
    RAW_HTML,
    /** A key twice, an alias, a merge key, a symbolic link: something that brings in what was written elsewhere. */
    IDENTITY
}
