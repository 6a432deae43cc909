package dev.allclear.report;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the lines of source files without the secrets that were found in them: a report goes further than a file. */
final class Masked implements Sources {

    private static final String RULE = "text/secret";

    private final Sources sources;
    private final Map<String, List<Location>> secrets = new HashMap<>();

    Masked(Sources sources, List<Finding> findings) {
        this.sources = sources;
        for (Finding finding : findings) {
            if (finding.rule().equals(RULE)) {
                secrets.computeIfAbsent(finding.location().file(), k -> new ArrayList<>())
                        .add(finding.location());
            }
        }
    }

    @Override
    public List<String> lines(String file) {
        List<String> lines = sources.lines(file);
        if (!secrets.containsKey(file)) {
            return lines;
        }
        List<String> masked = new ArrayList<>(lines);
        for (Location at : secrets.getOrDefault(file, List.of())) {
            if (at.line() <= masked.size()) {
                masked.set(at.line() - 1, mask(masked.get(at.line() - 1), at));
            }
        }
        return masked;
    }

    /** As long as before, so that every place on the line stays where it is. */
    private static String mask(String line, Location at) {
        int from = Math.min(at.column() - 1, line.length());
        int to = Math.min(at.endColumn() - 1, line.length());
        int shown = Math.min(4, (to - from) / 4);
        return line.substring(0, from + shown) + "*".repeat(to - from - shown) + line.substring(to);
    }
}
