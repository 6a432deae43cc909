package dev.allclear.external;

import dev.allclear.model.Reachability;
import dev.allclear.model.Reachability.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was answered lately, so that other sites are asked once a day: a line for each address, with the second of the
 * answer since 1970, the verdict and the words, between tabs. What can't be read is asked again, and what could not be told
 * is not kept.
 */
public final class AnswerCache {

    /** How long an answer holds. */
    public static final Duration HOLDS = Duration.ofDays(1);

    private record Kept(Instant at, Reachability answer) {}

    private final Path file;
    private final Instant now;
    private final Map<String, Kept> kept = new TreeMap<>();

    /** The answers in a file that are younger than a day; none if it is not there or can't be read. */
    public AnswerCache(Path file, Instant now) {
        this.file = file;
        this.now = now;
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                read(line);
            }
        } catch (IOException e) {
            kept.clear();
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 4
                && parts[1].matches("\\d{1,12}")
                && (parts[2].equals("THERE") || parts[2].equals("BROKEN"))) {
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts[1]));
            if (!at.isAfter(now) && at.plus(HOLDS).isAfter(now)) {
                kept.put(parts[0], new Kept(at, new Reachability(Verdict.valueOf(parts[2]), parts[3])));
            }
        }
    }

    /** What is known of these addresses. */
    public Map<String, Reachability> known(Collection<String> addresses) {
        Map<String, Reachability> known = new TreeMap<>();
        for (String address : addresses) {
            Kept of = kept.get(address);
            if (of != null) {
                known.put(address, of.answer());
            }
        }
        return known;
    }

    /**
     * Keeps new answers.
     *
     * @throws IOException if the file can't be written; nothing is lost but time
     */
    public void keep(Map<String, Reachability> answers) throws IOException {
        answers.forEach((address, answer) -> {
            if (answer.verdict() != Verdict.UNKNOWN) {
                kept.put(address, new Kept(now, answer));
            }
        });
        StringBuilder text = new StringBuilder();
        kept.forEach((address, of) -> text.append(address)
                .append('\t')
                .append(of.at().getEpochSecond())
                .append('\t')
                .append(of.answer().verdict())
                .append('\t')
                .append(of.answer().words().replaceAll("[\\t\\r\\n]", " "))
                .append('\n'));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = Files.createTempFile(folder, "links", ".new");
        Files.writeString(beside, text, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
