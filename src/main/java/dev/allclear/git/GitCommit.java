package dev.allclear.git;

import java.time.Instant;

/**
 * One commit.
 *
 * @param id its id, in full
 * @param at when it was committed: unlike the author's date it says when the history came to hold it
 */
public record GitCommit(String id, Instant at) {}
