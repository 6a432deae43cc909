package dev.allclear.cli;

import dev.allclear.build.Progress;
import dev.allclear.build.Stage;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal that says how far a build has come. It is there from the second second on, is written over in one
 * piece and never cleared before, so that it does not flicker, and is gone when the build is over.
 */
final class ProgressLine implements Progress, AutoCloseable {

    /** Work that is done sooner needs no line. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How often it is drawn, at most. */
    static final Duration PAUSE = Duration.ofMillis(100);

    /** By this clock no build ever takes long. */
    private static final Clock STANDSTILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final int BAR = 24;

    /** Text beyond the right edge is cut off, whatever the width, and wrapping is as it was before the next character. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_REST = "\u001b[K";

    private final PrintWriter terminal;
    private final Clock clock;
    private final BooleanSupplier wanted;
    private final Instant begun;
    private @Nullable Boolean isWanted;
    private @Nullable Stage stage;
    private @Nullable Instant last;
    private @Nullable Thread ticker;
    private int done;
    private int all;
    private boolean closed;

    /**
     * Prepares it.
     *
     * @param terminal where it is drawn
     * @param wanted whether it may be drawn; asked when there is something to draw, and once
     */
    ProgressLine(PrintWriter terminal, Clock clock, BooleanSupplier wanted) {
        this.terminal = terminal;
        this.clock = clock;
        this.wanted = wanted;
        this.begun = clock.instant();
    }

    /** The line of a command: on a terminal that can be written over, unless the user wants quiet. */
    static ProgressLine of(Surroundings surroundings, boolean quiet) {
        String type = surroundings.environment().getOrDefault("TERM", "");
        boolean able = !type.equals("dumb")
                && !(type.isEmpty()
                        && surroundings
                                .environment()
                                .getOrDefault("WT_SESSION", "")
                                .isEmpty());
        if (!able || quiet || !surroundings.terminal()) {
            return new ProgressLine(surroundings.err(), STANDSTILL, () -> false);
        }
        ProgressLine line = new ProgressLine(surroundings.err(), surroundings.clock(), surroundings.errTerminal());
        line.keepDrawing();
        return line;
    }

    /** Some stages have nothing to count, and time goes on all the same. */
    private void keepDrawing() {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!Thread.interrupted()) {
                            Thread.sleep(PAUSE.toMillis());
                            draw();
                        }
                    } catch (InterruptedException e) {
                        // The build is over.
                    }
                },
                "allclear-progress");
        thread.setDaemon(true);
        ticker = thread;
        thread.start();
    }

    @Override
    public synchronized void begin(Stage next) {
        stage = next;
        done = 0;
        all = 0;
        draw();
    }

    /** This is said on every output, and to those who want quiet. */
    @Override
    public synchronized void hasToWait(String sentence) {
        if (last != null) {
            terminal.print("\r" + CLEAR_REST);
        }
        terminal.println("allclear: " + sentence);
        terminal.flush();
    }

    @Override
    public synchronized void reached(Stage of, int done, int all) {
        if (of == stage) {
            this.done = done;
            this.all = all;
            draw();
        }
    }

    synchronized void draw() {
        Instant now = clock.instant();
        if (closed
                || stage == null
                || Duration.between(begun, now).compareTo(PATIENCE) < 0
                || (last != null && Duration.between(last, now).compareTo(PAUSE) < 0)
                || !isWanted()) {
            return;
        }
        last = now;
        terminal.print(NO_WRAP + "\r" + text(stage, done, all, Duration.between(begun, now)) + CLEAR_REST + WRAP);
        terminal.flush();
    }

    private boolean isWanted() {
        if (isWanted == null) {
            isWanted = wanted.getAsBoolean();
        }
        return isWanted;
    }

    /** Takes the line away: what is printed next stands in its place. */
    @Override
    public synchronized void close() {
        if (ticker != null) {
            ticker.interrupt();
        }
        if (last != null && !closed) {
            terminal.print("\r" + CLEAR_REST);
            terminal.flush();
        }
        closed = true;
    }

    /** At most 79 characters for anything below ten million pieces and a day. */
    static String text(Stage stage, int done, int all, Duration since) {
        String words = words(stage);
        return all == 0
                ? "%s, %d s".formatted(words, since.toSeconds())
                : String.format(
                        Locale.ROOT,
                        "%-9s [%s] %,d of %,d%s, %d s",
                        words,
                        bar(done, all),
                        done,
                        all,
                        pieces(stage),
                        since.toSeconds());
    }

    private static String bar(int done, int all) {
        int filled = (int) ((long) BAR * Math.min(done, all) / all);
        return "=".repeat(filled) + " ".repeat(BAR - filled);
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case WAITING -> "Waiting";
            case DIGESTING -> "Comparing";
            case READING -> "Reading";
            case ASKING -> "Asking";
            case CHECKING -> "Checking";
            case HISTORY -> "History";
            case VERSIONS -> "Building";
            case TRYING -> "Trying";
            case WRITING -> "Writing";
            case VERIFYING -> "Verifying";
        };
    }

    /** An incident is read as one piece, and so is each other document. */
    private static String pieces(Stage stage) {
        return switch (stage) {
            case READING -> "";
            case ASKING -> " links";
            case VERSIONS -> " versions";
            case WAITING, DIGESTING, CHECKING, HISTORY, TRYING, WRITING, VERIFYING -> " files";
        };
    }
}
