package dev.allclear.output;

import java.util.function.Supplier;

/**
 * One file of the site.
 *
 * @param path below the site folder, separated by {@code /}
 * @param content makes its bytes; may be called from any thread, and gives the same bytes each time
 * @param origin tells what it was made from; the same each time
 */
public record Page(String path, Content content, Supplier<Inputs> origin) {

    /** A page of which it is known what it was made from. */
    public Page(String path, Content content, Inputs inputs) {
        this(path, content, () -> inputs);
    }

    /** What it was made from. */
    public Inputs inputs() {
        return origin.get();
    }

    /** Makes a file's bytes when they are needed, so that a large site never stands in memory. */
    @FunctionalInterface
    public interface Content {

        /** The bytes. */
        byte[] bytes();
    }
}
