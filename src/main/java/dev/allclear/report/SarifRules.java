package dev.allclear.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The rules as SARIF describes them. */
final class SarifRules {

    private final List<String> ids;
    private final JsonArray descriptors = new JsonArray();

    SarifRules(Results results) {
        this.ids = new ArrayList<>(results.rules().keySet());
        results.rules().values().forEach(rule -> descriptors.add(descriptor(rule)));
    }

    JsonArray descriptors() {
        return descriptors;
    }

    OptionalInt indexOf(String rule) {
        int index = ids.indexOf(rule);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static JsonObject descriptor(RuleText rule) {
        JsonObject help = Json.text("text", rule.why() + "\n\n" + rule.help());
        help.addProperty("markdown", rule.why() + "\n\n" + fenced(rule.help()));
        JsonObject properties = Json.text("problem.severity", rule.severity().word());
        properties.add(
                "tags",
                Json.array(List.of(rule.id().substring(0, Math.max(0, rule.id().indexOf('/'))))));
        JsonObject o = Json.text("id", rule.id());
        o.add("shortDescription", Json.text("text", rule.summary()));
        o.add("fullDescription", Json.text("text", rule.why()));
        o.add("defaultConfiguration", Json.text("level", rule.severity().word()));
        o.add("help", help);
        o.add("properties", properties);
        return o;
    }

    /** Examples hold Markdown, fences among it: the fence around them is longer than any of theirs. */
    private static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + text.stripTrailing() + "\n" + fence;
    }
}
