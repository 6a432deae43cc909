package dev.allclear.finding;

/**
 * Another place that explains a finding.
 *
 * @param location where
 * @param message what stands there and why it matters
 */
public record Related(Location location, String message) {}
