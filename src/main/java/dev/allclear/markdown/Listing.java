package dev.allclear.markdown;

import java.util.List;

/**
 * A bullet or ordered list.
 *
 * @param items its items, without those of lists inside them
 */
public record Listing(List<Cell> items) implements Block {}
