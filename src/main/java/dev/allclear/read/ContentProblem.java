package dev.allclear.read;

/** The content folder as a whole can't be read: it is not there, it is no folder, it has no {@code site.yaml}. */
public final class ContentProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Says in one sentence what is wrong and what to do. */
    public ContentProblem(String message) {
        super(message);
    }
}
