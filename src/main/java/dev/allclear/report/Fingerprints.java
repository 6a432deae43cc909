package dev.allclear.report;

import dev.allclear.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names findings so that they are known again in the next run: by rule, file, the text of the line and, among findings
 * alike in these, which one it is. A line that moves keeps its findings' names, and no two findings share one.
 */
final class Fingerprints {

    private static final int LENGTH = 32;

    private Fingerprints() {}

    /** One for each finding, in their order. */
    static List<String> of(List<Finding> findings, Sources sources) {
        Sources recent = new RecentSources(sources);
        Map<String, Integer> seen = new HashMap<>();
        List<String> prints = new ArrayList<>();
        for (Finding finding : findings) {
            String key = finding.rule() + "\0" + finding.location().file() + "\0" + line(finding, recent);
            prints.add(digest(key + "\0" + seen.merge(key, 1, Integer::sum)));
        }
        return prints;
    }

    private static String line(Finding finding, Sources sources) {
        List<String> lines = sources.lines(finding.location().file());
        int line = finding.location().line();
        return line > lines.size() ? "" : lines.get(line - 1).strip();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
