package dev.allclear.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command sees of the world, injected so that it can be run in a test.
 *
 * @param out standard output
 * @param err standard error
 * @param environment the environment variables
 * @param clock the clock
 * @param terminal whether standard output is a terminal
 * @param errTerminal finds out whether standard error is one too; it takes a moment, and few commands need to know
 * @param keyboard what the user types, or null if there is nobody to ask: standard input is not a terminal
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Clock clock,
        boolean terminal,
        BooleanSupplier errTerminal,
        @Nullable BufferedReader keyboard) {

    /** With nobody to ask. */
    public Surroundings(
            PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, boolean terminal) {
        this(out, err, environment, clock, terminal, () -> terminal, null);
    }

    /** Tells the user something that can't wait until the command is done. */
    void notice(String sentence) {
        err.println("allclear: " + sentence);
        err.flush();
    }

    /** The folder of this tool among those in which the user's programs keep what they can make again. */
    Path cacheFolder() {
        String folder = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path all = folder.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(folder);
        return all.resolve("allclear");
    }
}
