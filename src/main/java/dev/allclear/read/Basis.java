package dev.allclear.read;

import dev.allclear.markdown.PictureSize;
import dev.allclear.output.Sha256;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reading rests on: the bytes of its own files, the zone in which its times were read, and what it was told of
 * other files. If all of it is the same, so is the reading.
 */
final class Basis {

    private final ZoneId zone;
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Optional<String>> places = new HashMap<>();
    private final Map<String, Optional<PictureSize>> sizes = new HashMap<>();

    Basis(ZoneId zone) {
        this.zone = zone;
    }

    void file(String path, byte[] bytes) {
        digests.put(path, Sha256.of(bytes));
    }

    void place(String path, @Nullable String found) {
        places.put(path, Optional.ofNullable(found));
    }

    void size(String path, @Nullable PictureSize size) {
        sizes.put(path, Optional.ofNullable(size));
    }

    boolean isIn(ZoneId other) {
        return zone.equals(other);
    }

    /** Whether it knows what a file of its own held. */
    boolean knows(String path) {
        return digests.containsKey(path);
    }

    /** Whether a file of its own holds these bytes still. */
    boolean holds(String path, byte[] bytes) {
        return Sha256.of(bytes).equals(digests.get(path));
    }

    /** Whether it would be told the same of other files today. */
    boolean holds(SitePaths paths, Pictures pictures) {
        return places.entrySet().stream()
                        .allMatch(e -> e.getValue().equals(Optional.ofNullable(paths.find(e.getKey()))))
                && sizes.entrySet().stream()
                        .allMatch(e -> e.getValue().equals(Optional.ofNullable(pictures.size(e.getKey()))));
    }
}
