package dev.allclear.author;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A document can't be written: something stands in its place, or the disk refuses. */
public final class WritingProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Says in one sentence what is wrong and what to do. */
    public WritingProblem(String message) {
        super(message);
    }

    /** The same, with what caused it. */
    public WritingProblem(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why the disk refused, in words; what Java says of a file is often no more than its name. */
    public static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file stands where a folder should be";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
