package dev.allclear.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.allclear.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a day, against which those of later days are held. A finding is known again by its rule, its file and
 * the text of its line, wherever the line has moved. The gate has no baseline.
 */
public final class Baseline {

    private static final int FORMAT = 1;
    private static final String GATE = "gate/";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Set<String> known;

    private Baseline(Set<String> known) {
        this.known = known;
    }

    /** Today's findings as a baseline, and as the text of its file. */
    public static String write(List<Finding> findings, Sources sources, String toolVersion) {
        List<Finding> recorded = withoutGate(findings);
        List<String> prints = Fingerprints.of(recorded, sources);
        JsonArray all = new JsonArray();
        for (int i = 0; i < recorded.size(); i++) {
            JsonObject one = new JsonObject();
            one.addProperty("rule", recorded.get(i).rule());
            one.addProperty("file", recorded.get(i).location().file());
            one.addProperty("fingerprint", prints.get(i));
            all.add(one);
        }
        JsonObject root = new JsonObject();
        root.addProperty("format", FORMAT);
        root.addProperty("tool", "allclear " + toolVersion);
        root.add("findings", all);
        return GSON.toJson(root) + "\n";
    }

    /** Reads the text of a baseline's file; null if it is none, or one of a later format. */
    public static @Nullable Baseline read(String text) {
        try {
            JsonObject root = JsonParser.parseString(text).getAsJsonObject();
            if (root.get("format").getAsInt() > FORMAT) {
                return null;
            }
            Set<String> known = new HashSet<>();
            for (JsonElement one : root.getAsJsonArray("findings")) {
                known.add(one.getAsJsonObject().get("fingerprint").getAsString());
            }
            return new Baseline(known);
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | NumberFormatException
                | UnsupportedOperationException e) {
            return null;
        }
    }

    /** The findings that it does not hold, and all of the gate's, in their order. */
    public List<Finding> fresh(List<Finding> findings, Sources sources) {
        List<Finding> candidates = withoutGate(findings);
        List<String> prints = Fingerprints.of(candidates, sources);
        Set<Finding> old = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (known.contains(prints.get(i))) {
                old.add(candidates.get(i));
            }
        }
        List<Finding> fresh = new ArrayList<>(findings);
        fresh.removeAll(old);
        return fresh;
    }

    /** How many findings it holds. */
    public int size() {
        return known.size();
    }

    private static List<Finding> withoutGate(List<Finding> findings) {
        return findings.stream().filter(f -> !f.rule().startsWith(GATE)).toList();
    }
}
