package dev.allclear.render;

import java.util.List;

/**
 * A line of a list of facts.
 *
 * @param name what it is about
 * @param values what holds, each with a page if it has one
 * @param note more about it, empty if there is nothing
 */
public record FactView(String name, List<LinkView> values, String note) {}
