package dev.allclear.markdown;

import org.jspecify.annotations.Nullable;

/** The page onto which a {@link Transplant} moves HTML: where things are on it. */
public interface Ground {

    /**
     * Where a link leads from the new page.
     *
     * @param address empty if what it leads to is not there: then only its text stays
     * @param note what is said behind its text, such as where a reader on paper finds it; empty if there is nothing
     */
    record Destination(String address, String note) {}

    /** The id that an element has on the new page; empty if it must have none, because another has it already. */
    String id(String id);

    /** Where the link with this address leads. */
    Destination link(String address);

    /** The picture at this address, as an address that needs no other file; null if it can't be had. */
    @Nullable
    String picture(String address);

    /** What stands in the place of a picture that can't be had. */
    String missing(String address, String alt);
}
