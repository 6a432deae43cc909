package dev.allclear.model;

import java.time.Instant;

/**
 * The last commit that touched a document.
 *
 * @param commit its id, in full
 * @param at when it was committed
 * @param since whether the document has been changed since and not been committed again
 */
public record LastChange(String commit, Instant at, boolean since) {}
