package dev.allclear.git;

import org.jspecify.annotations.Nullable;

/**
 * One tag, annotated or not.
 *
 * @param name without {@code refs/tags/}
 * @param commit what it names in the end; null if that is no commit
 */
public record GitTag(String name, @Nullable GitCommit commit) {}
