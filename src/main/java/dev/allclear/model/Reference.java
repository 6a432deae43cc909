package dev.allclear.model;

import dev.allclear.finding.Location;

/**
 * A link or an image in a document.
 *
 * @param destination as the author wrote it
 * @param target as the page has it
 * @param image whether it is an image
 * @param at where it stands
 */
public record Reference(String destination, String target, boolean image, Location at) {}
