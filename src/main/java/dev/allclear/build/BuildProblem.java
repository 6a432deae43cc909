package dev.allclear.build;

/** A build can't be done at all: wrong settings, or an input or output that can't be read or written. */
public final class BuildProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Says in one sentence what is wrong and what to do. */
    public BuildProblem(String message) {
        super(message);
    }

    /** The same, with what caused it. */
    public BuildProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
