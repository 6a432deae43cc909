package dev.allclear.markdown;

import dev.allclear.finding.Location;

/**
 * A block that carries no data: a paragraph, a quotation, raw HTML.
 *
 * @param at where it stands
 */
public record OtherBlock(Location at) implements Block {}
