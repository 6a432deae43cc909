package dev.allclear.finding;

/** How much a finding weighs: an error stops a build, a warning does not. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word that reports and settings use. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
