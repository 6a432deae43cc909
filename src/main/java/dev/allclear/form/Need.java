package dev.allclear.form;

/**
 * Whether a field must be there.
 *
 * @param always whether it must, whatever else is written
 * @param other the field that it depends on; empty if it depends on none
 * @param word what must stand there for this field to be needed
 * @param help what to write, as a sentence
 */
public record Need(boolean always, String other, String word, String help) {

    /** It may be left out. */
    static final Need NONE = new Need(false, "", "", "");

    /** Whether it depends on another field. */
    public boolean isConditional() {
        return !other.isEmpty();
    }
}
