package dev.allclear.render;

import java.util.List;

/**
 * What stands around a document: where a reader may go from it.
 *
 * @param previous the one before it of its kind; none if it is the first
 * @param next the one after it
 * @param tags its tags, each with its place on the page of tags
 * @param linkedFrom the documents that link to it
 * @param commit the last commit that touched it; none if that is not known
 */
public record Around(
        List<LinkView> previous,
        List<LinkView> next,
        List<LinkView> tags,
        List<LinkView> linkedFrom,
        List<CommitView> commit) {

    /** Of a page that is no document. */
    static final Around NOTHING = new Around(List.of(), List.of(), List.of(), List.of(), List.of());
}
