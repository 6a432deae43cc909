package dev.allclear.model;

import java.util.List;

/**
 * What a document says to readers, already reduced to safe HTML.
 *
 * @param parts its sections in order
 * @param footnotes safe HTML of its footnotes, empty if there are none
 */
public record Prose(List<Part> parts, String footnotes) {

    /** Keeps an unchangeable copy. */
    public Prose {
        parts = List.copyOf(parts);
    }
}
