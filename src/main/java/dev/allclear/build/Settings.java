package dev.allclear.build;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a build is to do.
 *
 * @param content the content folder
 * @param site the site's folder
 * @param templates a theme to lay over the built-in one, or null
 * @param time the time of the build
 * @param jobs how many threads read and render
 * @param urgent whether to publish in spite of errors that are not the gate's
 * @param version the version of this tool
 */
public record Settings(
        Path content, Path site, @Nullable Path templates, BuildTime time, int jobs, boolean urgent, String version) {}
