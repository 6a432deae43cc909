package dev.allclear.output;

import java.nio.file.Path;

/**
 * A file that is copied as it is.
 *
 * @param path below the site folder
 * @param source where it stands
 */
public record Carried(String path, Path source) {}
