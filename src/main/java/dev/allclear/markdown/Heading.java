package dev.allclear.markdown;

import dev.allclear.finding.Location;

/**
 * A heading, ATX or Setext.
 *
 * @param level 1 to 6
 * @param text what a reader sees, without markup
 * @param html the same as safe HTML
 * @param id the anchor, unique in its document
 * @param at where its text stands
 */
public record Heading(int level, String text, String html, String id, Location at) implements Block {}
