package dev.allclear.model;

/**
 * A playbook as a published version holds it.
 *
 * @param version its version, 0 if it said none
 * @param digest SHA-256 of its steps as they were written
 */
public record PublishedPlaybook(int version, String digest) {}
