package dev.allclear;

import dev.allclear.cli.AllClear;
import dev.allclear.cli.Surroundings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        boolean terminal = isTerminal();
        int status = AllClear.run(
                List.of(args),
                new Surroundings(
                        out,
                        err,
                        System.getenv(),
                        Clock.systemUTC(),
                        terminal,
                        Main::isErrTerminal,
                        terminal ? keyboard() : null));
        if (out.checkError()) {
            // A full disk, say: half a report must not pass for a whole one.
            err.println("allclear: standard output can't be written.");
            status = 2;
        }
        err.flush();
        System.exit(status);
    }

    /** What is typed, in UTF-8 like all that is printed, save on Windows, whose consoles have code pages. */
    @SuppressWarnings("SystemConsoleNull")
    private static BufferedReader keyboard() {
        Console console = System.console();
        return console != null && System.getProperty("os.name", "").startsWith("Windows")
                ? new BufferedReader(console.reader())
                : new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    /** True only if standard input and output both are one. Before Java 22 there is a console only on a terminal; since then it says whether it is one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Java can't tell; the shell can. Where there is none, what holds for standard output is taken to hold for both. */
    private static boolean isErrTerminal() {
        try {
            return new ProcessBuilder("sh", "-c", "test -t 2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Output is UTF-8 whatever the locale says: reports are read by machines, and Markdown is UTF-8. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
