package dev.allclear.output;

/**
 * One file of the site.
 *
 * @param path below the site folder, separated by {@code /}
 * @param content makes its bytes; may be called from any thread, and gives the same bytes each time
 * @param inputs what it was made from
 */
public record Page(String path, Content content, Inputs inputs) {

    /** Makes a file's bytes when they are needed, so that a large site never stands in memory. */
    @FunctionalInterface
    public interface Content {

        /** The bytes. */
        byte[] bytes();
    }
}
