package dev.allclear.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second name for a file that does not change: a hard link where the file system has them, else a copy. */
final class SecondName {

    private SecondName() {}

    static void give(Path name, Path file) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // No hard links on this file system, or too many of this file. What else is wrong stops the copy too.
            Files.copy(file, name);
        }
    }
}
