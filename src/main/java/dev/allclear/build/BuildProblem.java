package dev.allclear.build;

import dev.allclear.finding.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A build can't be done at all: wrong settings, or an input or output that can't be read or written. */
public final class BuildProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Location place;

    /** Says in one sentence what is wrong and what to do. */
    public BuildProblem(String message) {
        super(message);
        this.place = null;
    }

    /** The same, with what caused it. */
    public BuildProblem(String message, Throwable cause) {
        this(message, null, cause);
    }

    /** The same, of a place in a file that the user can mend, named as the user named it. */
    BuildProblem(String message, @Nullable Location place, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** Where it is, if that is in one place of a file. */
    public Optional<Location> place() {
        return Optional.ofNullable(place);
    }
}
