package dev.allclear.model;

/**
 * A decision as a published version holds it.
 *
 * @param title the section's heading
 * @param at when it was taken, as the version says
 * @param digest SHA-256 of the section as it was written
 */
public record PublishedDecision(String title, String at, String digest) {}
