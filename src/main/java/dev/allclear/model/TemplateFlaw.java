package dev.allclear.model;

import dev.allclear.finding.Location;

/**
 * Something in a template that can't be read or filled.
 *
 * @param at what of the template it is
 * @param message one sentence: what is wrong
 * @param help what to write instead, as far as that can be told
 */
public record TemplateFlaw(Location at, String message, String help) {}
