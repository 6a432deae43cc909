package dev.allclear.model;

/**
 * One section of a document's prose.
 *
 * @param level the level of its heading, 0 for what stands before the first
 * @param id the anchor of its heading, empty for level 0
 * @param title the heading as safe HTML, empty for level 0
 * @param text the heading as plain text, empty for level 0
 * @param html the section as safe HTML, without its heading
 */
public record Part(int level, String id, String title, String text, String html) {

    /** Whether it opens with a heading. */
    public boolean hasHeading() {
        return level > 0;
    }
}
