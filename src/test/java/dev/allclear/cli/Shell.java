package dev.allclear.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system that tests run, where they are installed. */
final class Shell {

    private Shell() {}

    /** Skips a test, and says so, if a program is not there. */
    static void need(String program) {
        boolean there = false;
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            there = there || Files.isExecutable(Path.of(folder, program));
        }
        if (!there) {
            System.err.printf(
                    "WARNING: there is no `%s` here, so what it would do with our files is not tested.%n", program);
        }
        Assumptions.assumeTrue(there, program + " is not installed");
    }

    /** What a program prints to both outputs; it must end with status 0. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("shell-out.txt");
        List<String> words = new ArrayList<>(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MANWIDTH", "100");
        builder.environment().put("HOME", folder.toString());
        builder.redirectErrorStream(true).redirectOutput(out.toFile());
        builder.redirectInput(new File("/dev/null"));
        Process process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command[0] + " does not end");
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + process.exitValue() + "\n" + said);
        }
        return said;
    }
}
