package dev.allclear.versions;

/** A manifest or a withdrawal that can't be taken as written. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    /** Says why, as the end of a sentence. */
    public Unreadable(String why) {
        super(why);
    }

    /** Why, as the end of a sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
