package dev.allclear.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file once for the findings that stand together, and holds only the last few. */
final class RecentSources implements Sources {

    private static final int KEPT = 16;

    private final Sources sources;
    private final Map<String, List<String>> recent = new LinkedHashMap<>(KEPT, 0.75f, true);

    RecentSources(Sources sources) {
        this.sources = sources;
    }

    @Override
    public List<String> lines(String file) {
        List<String> lines = recent.get(file);
        if (lines == null) {
            lines = sources.lines(file);
            recent.put(file, lines);
            if (recent.size() > KEPT) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return lines;
    }
}
