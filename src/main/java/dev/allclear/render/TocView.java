package dev.allclear.render;

/**
 * A line of a table of contents.
 *
 * @param level 2 or 3
 * @param html the heading as safe HTML
 * @param id the anchor
 */
public record TocView(int level, String html, String id) {}
