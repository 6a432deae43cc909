package dev.allclear.model;

/** What a root cause can be. */
public enum Cause implements Named {
    MALICIOUS_CODE,
    SECURITY_BREACH,
    ARCHITECTURE_FAILURE,
    DATA_CORRUPTION,
    CHANGE,
    CAPACITY,
    DEPENDENCY,
    HARDWARE,
    OPERATION,
    UNKNOWN
}
