package dev.allclear.versions;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was released. Its digest stands in the manifest of the next version, so that nobody can change it alone.
 *
 * @param label the version's label
 * @param number its place in the chain: 1 is the first
 * @param released when, by {@code --now}
 * @param tool what made it
 * @param previous the version before, or null if it is the first
 * @param commit the git commit, or null if the content is in no repository
 * @param counts how much it holds
 * @param withdrawn the versions that were withdrawn by then, with the digest of each withdrawal
 * @param content the SHA-256 of each content file, by its path below the content folder
 * @param files the SHA-256 of each file of the version, this manifest and {@code SHA256SUMS} aside
 */
public record Manifest(
        String label,
        int number,
        Instant released,
        String tool,
        @Nullable Previous previous,
        @Nullable Commit commit,
        Counts counts,
        SortedMap<String, String> withdrawn,
        SortedMap<String, String> content,
        SortedMap<String, String> files) {

    /** The name of its file. */
    public static final String FILE = "manifest.json";

    /** Its bytes, as they are written. */
    public byte[] bytes() {
        return ManifestJson.write(this);
    }

    /**
     * A link of the chain.
     *
     * @param label the version's label
     * @param digest the SHA-256 of its manifest's bytes
     */
    public record Previous(String label, String digest) {}

    /**
     * The state of the repository that the content came from.
     *
     * @param id the commit that was checked out
     * @param clean whether the content was as that commit has it
     */
    public record Commit(String id, boolean clean) {}

    /** How much a version holds. */
    public record Counts(int documents, int incidents, int playbooks) {}
}
