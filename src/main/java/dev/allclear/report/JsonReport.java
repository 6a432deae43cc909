package dev.allclear.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.model.Investigation;
import dev.allclear.model.SystemState;
import java.util.LinkedHashSet;
import java.util.Set;

/** Findings and incidents as JSON, exactly as section 5 of the contract has it. */
final class JsonReport implements Report {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Override
    public String print(Results results) {
        JsonObject root = new JsonObject();
        JsonObject tool = new JsonObject();
        tool.addProperty("name", "allclear");
        tool.addProperty("version", results.toolVersion());
        root.add("tool", tool);
        root.addProperty("now", results.now().toString());
        root.addProperty("content", results.content());
        JsonArray findings = new JsonArray();
        results.findings().forEach(f -> findings.add(finding(f)));
        root.add("findings", findings);
        JsonArray incidents = new JsonArray();
        results.incidents().forEach(a -> incidents.add(incident(a)));
        root.add("incidents", incidents);
        JsonObject summary = new JsonObject();
        summary.addProperty("errors", results.errors());
        summary.addProperty("warnings", results.warnings());
        summary.addProperty("documents", results.documents());
        root.add("summary", summary);
        return GSON.toJson(root) + "\n";
    }

    private static JsonObject finding(Finding finding) {
        JsonObject o = new JsonObject();
        o.addProperty("rule", finding.rule());
        o.addProperty("severity", finding.severity().word());
        o.addProperty("file", finding.location().file());
        o.addProperty("line", finding.location().line());
        o.addProperty("column", finding.location().column());
        o.addProperty("endLine", finding.location().endLine());
        o.addProperty("endColumn", finding.location().endColumn());
        o.addProperty("message", finding.message());
        o.addProperty("help", finding.help());
        JsonArray related = new JsonArray();
        finding.related().forEach(r -> {
            Location at = r.location();
            JsonObject place = new JsonObject();
            place.addProperty("file", at.file());
            place.addProperty("line", at.line());
            place.addProperty("column", at.column());
            place.addProperty("message", r.message());
            related.add(place);
        });
        o.add("related", related);
        return o;
    }

    private static JsonObject incident(Account account) {
        JsonObject o = new JsonObject();
        o.addProperty("id", account.incident().id());
        o.add("state", state(account));
        o.addProperty("sprint", account.course().sprint().word());
        Investigation investigation = account.incident().investigation();
        o.addProperty(
                "investigation", investigation == null ? "missing" : investigation.isClosed() ? "closed" : "open");
        o.addProperty("bau", account.bau().word());
        JsonArray blockedBy = new JsonArray();
        account.blockedBy().forEach(blockedBy::add);
        o.add("blockedBy", blockedBy);
        return o;
    }

    private static JsonElement state(Account account) {
        if (account.bau() == Bau.RESUMED) {
            return new JsonPrimitive(SystemState.OPERATIONAL.word());
        }
        Set<SystemState> states = new LinkedHashSet<>(account.course().states().values());
        if (states.size() <= 1) {
            return new JsonPrimitive(
                    states.isEmpty()
                            ? SystemState.DECLARED.word()
                            : states.iterator().next().word());
        }
        JsonObject each = new JsonObject();
        account.course().states().forEach((system, state) -> each.addProperty(system, state.word()));
        return each;
    }
}
