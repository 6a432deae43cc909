package dev.allclear.publish;

/** The site folder can't be used or written. */
public final class PublishProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Says in one sentence what is wrong and what to do. */
    public PublishProblem(String message) {
        super(message);
    }

    /** The same, with what caused it. */
    public PublishProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
