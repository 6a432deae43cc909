package dev.allclear.versions;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of a release besides its files and its place in the chain.
 *
 * @param label the version's label
 * @param released when
 * @param tool what made it
 * @param commit the git commit, or null
 * @param counts how much it holds
 * @param content the digest of each content file
 */
public record Particulars(
        String label,
        Instant released,
        String tool,
        Manifest.@Nullable Commit commit,
        Manifest.Counts counts,
        SortedMap<String, String> content) {}
