package dev.allclear.author;

/** A document can't be written: something stands in its place, or the disk refuses. */
public final class WritingProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Says in one sentence what is wrong and what to do. */
    public WritingProblem(String message) {
        super(message);
    }

    /** The same, with what caused it. */
    public WritingProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
