package dev.allclear.build;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions are to be rebuilt from a git repository.
 *
 * @param patterns which tags, as {@code git tag --list} has it; one that begins with {@code !} leaves some out
 * @param repository the repository, from which the site is built as well; null if the content folder stands in one
 * @param cache the folder in which built versions are kept
 * @param hardLinks whether versions may share files
 */
public record TagSettings(List<String> patterns, @Nullable Path repository, Path cache, boolean hardLinks) {

    /** Keeps an unchangeable copy. */
    public TagSettings {
        patterns = List.copyOf(patterns);
    }
}
