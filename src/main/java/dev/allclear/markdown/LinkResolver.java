package dev.allclear.markdown;

import org.jspecify.annotations.Nullable;

/** Turns the address that an author wrote into the one that the page needs. */
@FunctionalInterface
public interface LinkResolver {

    /** The address for the page; the same text if there is nothing to change. */
    String resolve(String destination);

    /** The size of the picture at the address that an author wrote; null if it is not known. */
    default @Nullable PictureSize size(String destination) {
        return null;
    }

    /** Leaves every address as it is. */
    LinkResolver AS_WRITTEN = destination -> destination;
}
