package dev.allclear.cli;

/** What the process ends with. */
final class ExitStatus {

    /** Done. */
    static final int DONE = 0;

    /** Findings that fail the command. */
    static final int FINDINGS = 1;

    /** Wrong usage or configuration, or an input or output that can't be read or written. */
    static final int PROBLEM = 2;

    private ExitStatus() {}
}
