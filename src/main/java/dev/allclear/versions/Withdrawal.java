package dev.allclear.versions;

import java.time.Instant;
import java.util.SortedMap;

/**
 * That a version was taken back. It stands beside the version's manifest, which stays as it was, so that the chain
 * holds; the manifest of every later version names its digest.
 *
 * @param label the version's label
 * @param at when
 * @param by who, by id
 * @param reason why
 * @param manifest the SHA-256 of the version's manifest
 * @param newest the newest version of that moment
 * @param files the SHA-256 of each notice that stands where a page stood
 */
public record Withdrawal(
        String label,
        Instant at,
        String by,
        String reason,
        String manifest,
        Manifest.Previous newest,
        SortedMap<String, String> files) {

    /** The name of its file. */
    public static final String FILE = "withdrawal.json";

    /** Its bytes, as they are written. */
    public byte[] bytes() {
        return ManifestJson.write(this);
    }
}
