package dev.allclear.git;

/** A repository that can't be read. */
public final class GitProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Says in one sentence what is wrong. */
    public GitProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
