package dev.allclear.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A version that was published, as pages of others tell of it.
 *
 * @param imprint how it is known
 * @param commit the git commit that it was made from; empty if it was made outside of a repository
 * @param clean whether the content was as that commit has it
 * @param counts how much it holds
 * @param retraction that it was withdrawn, or null
 * @param pages the paths of its pages; none if it was withdrawn
 * @param record what it says; null if it says nothing any more
 */
public record Issue(
        Imprint imprint,
        String commit,
        boolean clean,
        Counts counts,
        @Nullable Retraction retraction,
        SortedSet<String> pages,
        @Nullable PublishedVersion record) {

    /** Keeps an unchangeable copy. */
    public Issue {
        pages = Collections.unmodifiableSortedSet(new TreeSet<>(pages));
    }

    /** How much a version holds. */
    public record Counts(int documents, int incidents, int playbooks) {}

    /**
     * That a version was withdrawn.
     *
     * @param at when
     * @param by who, by id
     * @param reason why
     */
    public record Retraction(Instant at, String by, String reason) {}

    /** Its label. */
    public String label() {
        return imprint.label();
    }

    /** Whether it still stands. */
    public boolean stands() {
        return retraction == null;
    }

    /** The same, withdrawn. */
    public Issue withdrawn(Retraction why) {
        return new Issue(imprint, commit, clean, counts, why, new TreeSet<>(), null);
    }
}
