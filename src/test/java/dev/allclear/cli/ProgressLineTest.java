package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.build.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line that a terminal shows while something takes long. */
class ProgressLineTest {

    private static final Map<String, String> TERMINAL = Map.of("TERM", "xterm-256color");

    @TempDir
    private Path folder = Path.of("");

    /** A clock that stands still until it is moved, or moves by itself each time that somebody looks. */
    private static final class Watch extends Clock {
        private final Duration step;
        private Instant now = Instant.parse("2027-01-01T00:00:00Z");

        Watch(Duration step) {
            this.step = step;
        }

        synchronized void pass(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plus(step);
            return now;
        }
    }

    private final Watch watch = new Watch(Duration.ZERO);
    private final StringWriter screen = new StringWriter();

    private ProgressLine line(BooleanSupplier wanted) {
        return new ProgressLine(new PrintWriter(screen), watch, wanted);
    }

    @Test
    void isNotThereBeforeASecondIsOver() {
        try (ProgressLine line = line(() -> true)) {
            line.begin(Stage.READING);
            line.reached(Stage.READING, 10, 100);
            watch.pass(999);
            line.reached(Stage.READING, 20, 100);
            line.draw();
            assertEquals("", screen.toString());
            watch.pass(1);
            line.reached(Stage.READING, 30, 100);
            assertTrue(
                    screen.toString().contains("Reading   [=======                 ] 30 of 100, 1 s"),
                    screen.toString());
        }
        assertTrue(screen.toString().endsWith("\r\u001b[K"), "nothing of it is left behind");
    }

    @Test
    void workThatIsDoneSoonLeavesNoTrace() {
        try (ProgressLine line = line(() -> true)) {
            line.begin(Stage.READING);
            watch.pass(900);
            line.begin(Stage.WRITING);
        }
        watch.pass(5000);
        assertEquals("", screen.toString());
    }

    @Test
    void isDrawnTenTimesASecondAtMost() {
        ProgressLine line = line(() -> true);
        line.begin(Stage.WRITING);
        watch.pass(1000);
        for (int i = 0; i < 1000; i++) {
            line.reached(Stage.WRITING, i, 1000);
            watch.pass(1);
        }
        line.close();
        long drawn = screen.toString().chars().filter(c -> c == '\r').count() - 1;
        assertEquals(10, drawn);
    }

    /** A thread may count its last piece when the stage is over already. */
    @Test
    void whatArrivesLateIsNotTakenForTheNextStage() {
        ProgressLine line = line(() -> true);
        watch.pass(1000);
        line.begin(Stage.READING);
        line.begin(Stage.CHECKING);
        watch.pass(1000);
        line.reached(Stage.READING, 8, 8);
        line.draw();
        line.close();
        assertTrue(screen.toString().contains("\rChecking, 2 s"), screen.toString());
        assertFalse(screen.toString().contains("8 of 8"), screen.toString());
    }

    @Test
    void isWrittenOverInOnePieceAndNeverCleared() {
        ProgressLine line = line(() -> true);
        watch.pass(1000);
        line.begin(Stage.CHECKING);
        assertEquals("\u001b[?7l\rChecking, 1 s\u001b[K\u001b[?7h", screen.toString());
        line.close();
        line.close();
        line.reached(Stage.CHECKING, 1, 2);
        watch.pass(1000);
        line.draw();
        assertEquals("\u001b[?7l\rChecking, 1 s\u001b[K\u001b[?7h\r\u001b[K", screen.toString());
    }

    @Test
    void isNeverWiderThanATerminalOfEightyColumns() {
        for (Stage stage : Stage.values()) {
            for (int all : List.of(0, 1, 9_999_999)) {
                String text = ProgressLine.text(stage, all, all, Duration.ofHours(23));
                assertTrue(text.length() < 80, text);
            }
        }
    }

    @Test
    void whetherItIsWantedIsAskedOnceAndOnlyWhenThereIsSomethingToDraw() {
        AtomicInteger asked = new AtomicInteger();
        ProgressLine line = line(() -> {
            asked.incrementAndGet();
            return false;
        });
        line.begin(Stage.READING);
        assertEquals(0, asked.get());
        for (int i = 0; i < 10; i++) {
            watch.pass(1000);
            line.reached(Stage.READING, i, 10);
        }
        line.close();
        assertEquals(1, asked.get());
        assertEquals("", screen.toString());
    }

    private Tool.Answer slowly(Map<String, String> environment, boolean out, boolean err, String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter said = new StringWriter();
        int status = AllClear.run(
                List.of(arguments),
                new Surroundings(
                        new PrintWriter(printed),
                        new PrintWriter(said),
                        environment,
                        new Watch(Duration.ofSeconds(1)),
                        out,
                        () -> err,
                        null));
        return new Tool.Answer(status, printed.toString(), said.toString());
    }

    private String[] command(String name, String... more) throws IOException {
        Path content = folder.resolve("content");
        if (!Files.exists(content)) {
            Tool.copy(InProcess.SMALL, content);
        }
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                name,
                                "--content",
                                content.toString(),
                                "--site",
                                folder.resolve("site").toString(),
                                "--now",
                                InProcess.SMALL_NOW),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void aBuildNamesItsStagesAndLeavesOneLine() throws IOException {
        Tool.Answer answer = slowly(TERMINAL, true, true, command("build"));
        assertEquals(0, answer.status(), answer.err());
        for (String stage : List.of("Reading ", "Checking", "Writing ")) {
            assertTrue(answer.err().contains(stage), answer.err());
        }
        assertTrue(answer.err().contains(" files, "), answer.err());
        assertEquals(1, answer.out().lines().count(), answer.out());
        assertTrue(
                answer.out()
                        .matches(
                                "Wrote .*: \\d+ files, \\d+ of them new or changed, from \\d+ documents in [\\d.]+ s, with 1 warning\\.\n"),
                answer.out());
        assertTrue(answer.err().contains("\u001b[?7h\r\u001b[K"), "the line is gone at the end");
    }

    @Test
    void eachLongCommandShowsItAndEndsClean() throws IOException {
        for (String[] command :
                List.of(command("check"), command("status"), command("release", "v1"), command("verify"))) {
            Tool.Answer answer = slowly(TERMINAL, true, true, command);
            assertEquals(0, answer.status(), answer.err());
            assertTrue(answer.err().contains("\u001b[?7l\r"), command[0] + answer.err());
            String last = answer.err().substring(answer.err().lastIndexOf("\u001b[?7h") + 5);
            assertTrue(last.startsWith("\r\u001b[K"), command[0] + answer.err());
        }
    }

    @Test
    void nothingOfItGoesElsewhere() throws IOException {
        Tool.Answer json = slowly(TERMINAL, true, true, command("check", "--format", "json"));
        assertEquals(
                slowly(TERMINAL, false, false, command("check", "--format", "json"))
                        .out(),
                json.out());
        assertFalse(json.err().isEmpty());
        assertEquals("", slowly(TERMINAL, false, true, command("check")).err(), "standard output is a file");
        assertEquals("", slowly(TERMINAL, true, false, command("check")).err(), "standard error is a file");
        assertEquals(
                "", slowly(TERMINAL, true, true, command("check", "--quiet")).err());
        assertEquals(
                "", slowly(Map.of("TERM", "dumb"), true, true, command("check")).err());
        assertEquals("", slowly(Map.of(), true, true, command("check")).err());
        Tool.Answer plain = slowly(Map.of("TERM", "xterm", "NO_COLOR", "1"), true, true, command("check"));
        assertFalse(plain.err().matches("(?s).*\u001b\\[[\\d;]*m.*"), "no colours: " + plain.err());
    }
}
