package dev.allclear.markdown;

import org.commonmark.node.CustomBlock;

/** A heading inside a list or a quotation, with its anchor. */
final class AnchoredHeading extends CustomBlock {

    private final int level;
    private final String id;

    AnchoredHeading(int level, String id) {
        this.level = level;
        this.id = id;
    }

    int level() {
        return level;
    }

    String id() {
        return id;
    }
}
