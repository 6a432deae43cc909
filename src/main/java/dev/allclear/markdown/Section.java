package dev.allclear.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document from one top-level heading to the next of any level.
 *
 * @param heading the heading that opens it, or null for what stands before the first
 * @param blocks its direct blocks, in order, and before each the tables inside it
 * @param html safe HTML of its blocks, without the heading and without the record that opens it
 * @param referred what it says by a label only: the source of footnotes, and addresses that are defined elsewhere
 */
public record Section(@Nullable Heading heading, List<Block> blocks, String html, List<String> referred) {

    /** The record that opens the section: its first block, if that is a fence whose info word is this. */
    public @Nullable Fence record(String word) {
        return !blocks.isEmpty()
                        && blocks.get(0) instanceof Fence fence
                        && fence.word().equals(word)
                ? fence
                : null;
    }
}
