package dev.allclear.git;

/** A repository, or something in it, that can't be read. */
public final class GitProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Says in one sentence what is wrong. */
    public GitProblem(String message) {
        super(message);
    }

    /** The same, with what caused it. */
    public GitProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
