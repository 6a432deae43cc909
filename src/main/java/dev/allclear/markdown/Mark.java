package dev.allclear.markdown;

import dev.allclear.finding.Location;

/**
 * Words that an author wrote, and where.
 *
 * @param text the words
 * @param section the number of the section that they stand in, its heading included
 * @param at where
 */
public record Mark(String text, int section, Location at) {}
