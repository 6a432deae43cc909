package dev.allclear.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the packaged tool in a process of its own, as a user does. */
public final class Tool {

    public static final Path JAR = Path.of("target/allclear.jar").toAbsolutePath();
    public static final String NOW = "2026-11-23T12:00:00Z";
    public static final Path DEMO = Path.of("content").toAbsolutePath();

    private Tool() {}

    /** What a process has answered. */
    public record Answer(int status, String out, String err) {}

    public static Process start(Path folder, List<String> jvm, String... arguments) throws IOException {
        return start(folder, jvm, Map.of(), arguments);
    }

    public static Process start(Path folder, List<String> jvm, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.addAll(jvm);
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("SOURCE_DATE_EPOCH");
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        builder.redirectOutput(folder.resolve("out.txt").toFile());
        builder.redirectError(folder.resolve("err.txt").toFile());
        return builder.start();
    }

    public static Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, List.of(), arguments);
    }

    public static Answer run(Path folder, List<String> jvm, String... arguments)
            throws IOException, InterruptedException {
        return run(folder, jvm, Map.of(), arguments);
    }

    public static Answer run(Path folder, List<String> jvm, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(folder, jvm, environment, arguments);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("no answer in two minutes");
        }
        return new Answer(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8));
    }

    /** A copy of the demonstration, to be spoilt. */
    public static Path copyOfDemo(Path folder) throws IOException {
        return copy(DEMO, folder.resolve("content"));
    }

    /** Copies a folder with all that is in it. */
    public static Path copy(Path from, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    public static void replace(Path file, String what, String by) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(what)) {
            throw new IllegalArgumentException(file + " does not hold " + what);
        }
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(what), by));
    }

    /** The digest of each file below a folder, by path. */
    public static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return digests;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                digests.put(
                        folder.relativize(file).toString(),
                        HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file))));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return digests;
    }
}
