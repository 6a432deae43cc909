package dev.allclear.model;

import dev.allclear.finding.Location;

/**
 * A piece of text that an author wrote, and where.
 *
 * @param text as written
 * @param at where it stands
 */
public record Word(String text, Location at) {}
