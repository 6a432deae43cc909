package dev.allclear.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Findings as SARIF 2.1.0, no more of them than GitHub reads: 5,000 in 10 MB, errors before warnings. */
final class SarifReport implements Report {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int MOST_RESULTS = 5_000;
    private static final long MOST_BYTES = 10_000_000;
    private static final int DEPTH_OF_RESULTS = 4;
    private static final int BYTES_OF_NOTIFICATION = 1_000;

    private final Sources sources;
    private final int mostResults;
    private final long mostBytes;

    SarifReport(Sources sources) {
        this(sources, MOST_RESULTS, MOST_BYTES);
    }

    SarifReport(Sources sources, int mostResults, long mostBytes) {
        this.sources = sources;
        this.mostResults = mostResults;
        this.mostBytes = mostBytes;
    }

    @Override
    public String print(Results results) {
        SarifRules rules = new SarifRules(results);
        long room = mostBytes - BYTES_OF_NOTIFICATION - Json.size(log(results, rules, List.of(), ""), 0);
        List<Finding> kept = new ArrayList<>();
        List<JsonObject> chosen = choose(results, rules, room, kept);
        return Json.print(log(results, rules, chosen, leftOut(results, kept)));
    }

    /** As many as there is room for, in the order of the findings. */
    private List<JsonObject> choose(Results results, SarifRules rules, long room, List<Finding> kept) {
        List<Finding> findings = results.findings();
        List<String> prints = Fingerprints.of(findings, sources);
        Checkout checkout = Checkout.of(results);
        JsonObject[] chosen = new JsonObject[findings.size()];
        long left = room;
        for (boolean errors : new boolean[] {true, false}) {
            for (int i = 0; i < chosen.length && kept.size() < mostResults; i++) {
                Finding finding = findings.get(i);
                if (finding.isError() == errors) {
                    JsonObject result = result(finding, rules, prints.get(i), checkout);
                    long size = Json.size(result, DEPTH_OF_RESULTS);
                    if (size <= left) {
                        left -= size;
                        chosen[i] = result;
                        kept.add(finding);
                    }
                }
            }
        }
        List<JsonObject> all = new ArrayList<>();
        for (JsonObject result : chosen) {
            if (result != null) {
                all.add(result);
            }
        }
        return all;
    }

    private static String leftOut(Results results, List<Finding> kept) {
        int errors = (int) kept.stream().filter(Finding::isError).count();
        String cut = Count.errorsAndWarnings(
                results.errors() - errors, results.warnings() - (kept.size() - errors), " and ");
        return cut.isEmpty()
                ? ""
                : "This file leaves out " + cut + ": it holds no more than code hosts read. See the text form for all.";
    }

    private static JsonObject log(Results results, SarifRules rules, List<JsonObject> found, String leftOut) {
        JsonObject driver = Json.text("name", "AllClear");
        driver.addProperty("version", results.toolVersion());
        driver.add("rules", rules.descriptors());
        JsonObject tool = new JsonObject();
        tool.add("driver", driver);
        JsonArray list = new JsonArray();
        found.forEach(list::add);
        JsonObject run = new JsonObject();
        run.add("tool", tool);
        run.add("invocations", only(invocation(leftOut)));
        run.addProperty("columnKind", "utf16CodeUnits");
        run.add("results", list);
        JsonObject log = Json.text("$schema", SCHEMA);
        log.addProperty("version", "2.1.0");
        log.add("runs", only(run));
        return log;
    }

    /** The tool ran to its end, whatever it found. */
    private static JsonObject invocation(String leftOut) {
        JsonObject invocation = new JsonObject();
        invocation.addProperty("executionSuccessful", true);
        if (!leftOut.isEmpty()) {
            JsonObject notification = Json.text("level", "warning");
            notification.add("message", Json.text("text", leftOut));
            invocation.add("toolExecutionNotifications", only(notification));
        }
        return invocation;
    }

    private static JsonObject result(Finding finding, SarifRules rules, String print, Checkout checkout) {
        JsonObject result = Json.text("ruleId", finding.rule());
        rules.indexOf(finding.rule()).ifPresent(index -> result.addProperty("ruleIndex", index));
        result.addProperty("level", finding.severity().word());
        String help = finding.help().isBlank() ? "" : "\n" + finding.help();
        result.add("message", Json.text("text", withoutLinks(finding.message() + help)));
        JsonObject location = new JsonObject();
        location.add("physicalLocation", place(finding.location(), checkout));
        result.add("locations", only(location));
        if (!finding.related().isEmpty()) {
            JsonArray related = new JsonArray();
            finding.related().forEach(r -> related.add(related(r, related.size() + 1, checkout)));
            result.add("relatedLocations", related);
        }
        result.add("partialFingerprints", Json.text("allclear/v1", print));
        return result;
    }

    private static JsonObject related(Related related, int id, Checkout checkout) {
        JsonObject location = new JsonObject();
        location.addProperty("id", id);
        location.add("physicalLocation", place(related.location(), checkout));
        location.add("message", Json.text("text", withoutLinks(related.message())));
        return location;
    }

    private static JsonObject place(Location at, Checkout checkout) {
        JsonObject region = new JsonObject();
        region.addProperty("startLine", at.line());
        region.addProperty("startColumn", at.column());
        region.addProperty("endLine", at.endLine());
        region.addProperty("endColumn", at.endColumn());
        JsonObject place = new JsonObject();
        place.add("artifactLocation", Json.text("uri", uri(checkout.path(at.file()))));
        place.add("region", region);
        return place;
    }

    /** Readers make a link of {@code [text](target)} in a message (section 3.11.6); nothing here is meant as one. */
    private static String withoutLinks(String text) {
        return text.replace("](", "] (");
    }

    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            int c = Byte.toUnsignedInt(b);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~/".indexOf(c) >= 0) {
                uri.append((char) c);
            } else {
                uri.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 0xF));
            }
        }
        return uri.toString();
    }

    private static JsonArray only(JsonObject element) {
        JsonArray array = new JsonArray();
        array.add(element);
        return array;
    }
}
