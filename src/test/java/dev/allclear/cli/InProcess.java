package dev.allclear.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the command line in this process, with a clock and an environment of the test's own. */
public final class InProcess {

    /** The small site's content, which holds each kind of page once. */
    public static final Path SMALL =
            Path.of("src/test/resources/sites/small/content").toAbsolutePath();

    /** The time at which the small site is built. */
    public static final String SMALL_NOW = "2026-05-18T14:00:00Z";

    private static final Clock LATE = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

    private InProcess() {}

    public static Tool.Answer run(String... arguments) {
        return run(LATE, Map.of(), false, arguments);
    }

    /** On a terminal, with somebody who types these lines and then goes away. */
    public static Tool.Answer typing(List<String> lines, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        BufferedReader keyboard = new BufferedReader(
                new StringReader(lines.stream().map(l -> l + "\n").collect(Collectors.joining())));
        int status = AllClear.run(
                List.of(arguments),
                new Surroundings(
                        new PrintWriter(out), new PrintWriter(err), Map.of(), LATE, true, () -> true, keyboard));
        return new Tool.Answer(status, out.toString(), err.toString());
    }

    public static Tool.Answer run(Clock clock, Map<String, String> environment, boolean terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = AllClear.run(
                List.of(arguments),
                new Surroundings(new PrintWriter(out), new PrintWriter(err), environment, clock, terminal));
        return new Tool.Answer(status, out.toString(), err.toString());
    }
}
