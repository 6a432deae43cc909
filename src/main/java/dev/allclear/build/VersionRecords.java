package dev.allclear.build;

import dev.allclear.model.PublishedVersion;
import dev.allclear.versions.Chain;
import java.util.List;

/**
 * What the versions in the site's folder say, and by what they are known.
 *
 * @param names a line for each that tells it from any other of the same label
 * @param published their records
 */
record VersionRecords(List<String> names, List<PublishedVersion> published) {

    VersionRecords {
        names = List.copyOf(names);
        published = List.copyOf(published);
    }

    VersionRecords(Chain chain, List<PublishedVersion> published) {
        this(
                chain.versions().stream()
                        .map(v -> v.label() + " " + v.digest() + " " + v.withdrawalDigest())
                        .toList(),
                published);
    }
}
