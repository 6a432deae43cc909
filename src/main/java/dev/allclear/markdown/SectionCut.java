package dev.allclear.markdown;

import org.commonmark.node.CustomBlock;

/** Stands in the tree where a section begins, so that the rendered text can be cut there. */
final class SectionCut extends CustomBlock {

    /**
     * A character that no author's text holds: it is replaced before parsing. It is below U+0100, so that the text of
     * a page in a Latin script takes one byte a character in memory.
     */
    static final char SENTINEL = '\u0001';
}
