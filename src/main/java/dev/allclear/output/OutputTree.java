package dev.allclear.output;

import java.util.List;

/**
 * Everything that a build produced.
 *
 * @param pages what is made, no path twice
 * @param carried what is copied, no path twice
 */
public record OutputTree(List<Page> pages, List<Carried> carried) {

    /** Keeps unchangeable copies. */
    public OutputTree {
        pages = List.copyOf(pages);
        carried = List.copyOf(carried);
    }
}
