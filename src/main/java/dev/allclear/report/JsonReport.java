package dev.allclear.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.model.Investigation;
import dev.allclear.model.SystemState;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Findings and incidents as JSON, exactly as section 5 of the contract has it. */
final class JsonReport implements Report {

    @Override
    public String print(Results results) {
        JsonObject root = new JsonObject();
        JsonObject tool = Json.text("name", "allclear");
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
        return Json.print(root);
    }

    private static JsonObject finding(Finding finding) {
        Location at = finding.location();
        JsonObject o = new JsonObject();
        o.addProperty("rule", finding.rule());
        o.addProperty("severity", finding.severity().word());
        o.addProperty("file", at.file());
        o.addProperty("line", at.line());
        o.addProperty("column", at.column());
        o.addProperty("endLine", at.endLine());
        o.addProperty("endColumn", at.endColumn());
        o.addProperty("message", finding.message());
        o.addProperty("help", finding.help());
        JsonArray related = new JsonArray();
        finding.related().forEach(r -> related.add(related(r)));
        o.add("related", related);
        return o;
    }

    private static JsonObject related(Related related) {
        JsonObject o = new JsonObject();
        o.addProperty("file", related.location().file());
        o.addProperty("line", related.location().line());
        o.addProperty("column", related.location().column());
        o.addProperty("message", related.message());
        return o;
    }

    private static JsonObject incident(Account account) {
        JsonObject o = new JsonObject();
        o.addProperty("id", account.incident().id());
        o.add("state", state(account));
        o.addProperty("sprint", account.course().sprint().word());
        o.addProperty("investigation", investigation(account.incident().investigation()));
        o.addProperty("bau", account.bau().word());
        o.add("blockedBy", Json.array(account.blockedBy()));
        return o;
    }

    /** What can't be read as closed is open: the gate fails closed. */
    private static String investigation(@Nullable Investigation investigation) {
        if (investigation == null) {
            return "missing";
        }
        return investigation.isClosed() ? "closed" : "open";
    }

    private static JsonElement state(Account account) {
        if (account.bau() == Bau.RESUMED) {
            return word(SystemState.OPERATIONAL);
        }
        Set<SystemState> states = new LinkedHashSet<>(account.course().states().values());
        if (states.size() <= 1) {
            return word(
                    states.isEmpty() ? SystemState.DECLARED : states.iterator().next());
        }
        JsonObject each = new JsonObject();
        account.course().states().forEach((system, state) -> each.add(system, word(state)));
        return each;
    }

    private static JsonPrimitive word(SystemState state) {
        return new JsonPrimitive(state.word());
    }
}
