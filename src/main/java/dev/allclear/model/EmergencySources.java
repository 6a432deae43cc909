package dev.allclear.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the emergency edition is made from, and how two copies of it are compared.
 *
 * @param files the SHA-256 of each file whose content it carries, by the file's path below the content folder
 * @param digest the SHA-256 of the lines that {@code sha256sum} writes for these files, in the order of their paths
 */
public record EmergencySources(SortedMap<String, String> files, String digest) {

    private static final int SHOWN = 16;
    private static final int GROUP = 4;

    /** Keeps an unchangeable copy. */
    public EmergencySources {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The beginning of the digest as people compare it: four groups of four digits. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, digest.length()); i += GROUP) {
            shown.append(i == 0 ? "" : " ").append(digest, i, Math.min(i + GROUP, digest.length()));
        }
        return shown.toString();
    }
}
