package dev.allclear.markdown;

import dev.allclear.finding.Location;

/**
 * A cell of a table.
 *
 * @param text what a reader sees, trimmed
 * @param html the same as safe HTML
 * @param at where it stands; an empty cell has the place of its row
 */
public record Cell(String text, String html, Location at) {}
