package dev.allclear.render;

import dev.allclear.model.LastChange;

/**
 * The last commit that touched a document. Not who made it: a page names people by their roles in the record alone.
 *
 * @param id enough of its id to find it
 * @param at when it was committed
 * @param since whether the document has been changed since
 */
public record CommitView(String id, TimeView at, boolean since) {

    /** Always as many, for how many are needed depends on all that a clone holds besides. */
    private static final int SHOWN = 10;

    static CommitView of(LastChange change, Words words) {
        return new CommitView(
                change.commit().substring(0, Math.min(SHOWN, change.commit().length())),
                words.time(change.at()),
                change.since());
    }
}
