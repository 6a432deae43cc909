package dev.allclear.markdown;

import dev.allclear.finding.Location;

/**
 * A link or an image as the author wrote it.
 *
 * @param destination the address as written, entities and escapes resolved
 * @param target the address in the site that it became
 * @param image whether it is an image
 * @param at where it stands
 */
public record Link(String destination, String target, boolean image, Location at) {}
