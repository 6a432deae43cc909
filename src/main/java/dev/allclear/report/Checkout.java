package dev.allclear.report;

import java.nio.file.Path;

/**
 * Where files stand seen from the folder in which the command runs: in CI that is the repository, which code hosts count
 * paths from. Findings count from the content folder's parent.
 */
final class Checkout {

    private final Path content;

    private Checkout(Path content) {
        this.content = content;
    }

    /** Knows the content folder as it was named. */
    static Checkout of(Results results) {
        return new Checkout(Path.of(results.content()).normalize());
    }

    /** The path of a finding's file; unchanged if the content folder was not named from within the repository. */
    String path(String file) {
        if (content.isAbsolute() || content.startsWith("..")) {
            return file;
        }
        if (content.toString().isEmpty()) {
            return file.substring(file.indexOf('/') + 1);
        }
        Path parent = content.getParent();
        StringBuilder path = new StringBuilder();
        if (parent != null) {
            parent.forEach(folder -> path.append(folder).append('/'));
        }
        return path.append(file).toString();
    }
}
