package dev.allclear.publish;

import dev.allclear.versions.Particulars;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A version that has been built and stands aside, to be given its place in a chain.
 *
 * @param particulars what its manifest says besides
 * @param folder where its files stand
 * @param files the SHA-256 of each, by path
 */
public record BuiltVersion(Particulars particulars, Path folder, SortedMap<String, String> files) {

    /** Keeps an unchangeable copy. */
    public BuiltVersion {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
