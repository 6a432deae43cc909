package dev.allclear.model;

/**
 * What another site said when it was asked for an address.
 *
 * @param verdict whether a reader would get there
 * @param words what was answered, as the end of a sentence: {@code answers 404}
 */
public record Reachability(Verdict verdict, String words) {

    /** Whether a reader would get there. */
    public enum Verdict {
        /** Something is there. */
        THERE,
        /** Nothing is there, or nobody answers. */
        BROKEN,
        /** It could not be told: the site wants to be left alone, or there was no time to ask. */
        UNKNOWN
    }

    /** Whether a reader would not get there. */
    public boolean isBroken() {
        return verdict == Verdict.BROKEN;
    }
}
