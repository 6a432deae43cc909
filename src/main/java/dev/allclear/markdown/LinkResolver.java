package dev.allclear.markdown;

/** Turns the address that an author wrote into the one that the page needs. */
@FunctionalInterface
public interface LinkResolver {

    /** The address for the page; the same text if there is nothing to change. */
    String resolve(String destination);

    /** Leaves every address as it is. */
    LinkResolver AS_WRITTEN = destination -> destination;
}
