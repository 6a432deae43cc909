package dev.allclear.model;

import dev.allclear.finding.Location;

/**
 * A file that travels along as it is.
 *
 * @param path below the content folder
 * @param target its path in the site
 * @param size in bytes
 * @param at its beginning
 */
public record Asset(String path, String target, long size, Location at) {}
