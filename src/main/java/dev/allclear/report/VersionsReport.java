package dev.allclear.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Version;
import dev.allclear.versions.Withdrawal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code allclear versions}: the versions of a site, newest first. */
public final class VersionsReport {

    private static final int SHORT = 12;

    private VersionsReport() {}

    /** As text; times are UTC. */
    public static String text(List<Version> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return "No version has been released yet.\n";
        }
        List<List<String>> rows = new ArrayList<>();
        for (Version version : newestFirst(oldestFirst)) {
            Manifest manifest = version.manifest();
            Manifest.Commit commit = manifest.commit();
            Manifest.Counts counts = manifest.counts();
            Withdrawal withdrawal = version.withdrawal();
            rows.add(List.of(
                    Visible.line(version.label()),
                    Clockwork.at(manifest.released(), ZoneOffset.UTC) + "Z",
                    commit == null
                            ? "no commit"
                            : Visible.line(shortened(commit.id())) + (commit.clean() ? "" : " (changed)"),
                    "digest " + shortened(version.digest()),
                    withdrawal != null
                            ? Visible.line("withdrawn by %s: %s".formatted(withdrawal.by(), withdrawal.reason()))
                            : String.join(
                                    ", ",
                                    Count.of(counts.documents(), "document"),
                                    Count.of(counts.incidents(), "incident"),
                                    Count.of(counts.playbooks(), "playbook"))));
        }
        int[] widths = new int[rows.get(0).size() - 1];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                out.append(row.get(i)).append(" ".repeat(widths[i] - Columns.of(row.get(i)) + 2));
            }
            out.append(row.get(widths.length)).append('\n');
        }
        return out.toString();
    }

    /** As JSON. */
    public static String json(List<Version> oldestFirst, String toolVersion) {
        JsonObject root = new JsonObject();
        JsonObject tool = Json.text("name", "allclear");
        tool.addProperty("version", toolVersion);
        root.add("tool", tool);
        JsonArray versions = new JsonArray();
        newestFirst(oldestFirst).forEach(v -> versions.add(json(v)));
        root.add("versions", versions);
        return Json.print(root);
    }

    static JsonObject json(Version version) {
        Manifest manifest = version.manifest();
        JsonObject o = Json.text("label", version.label());
        o.addProperty("number", manifest.number());
        o.addProperty("released", manifest.released().toString());
        o.addProperty("tool", manifest.tool());
        o.addProperty("digest", version.digest());
        Manifest.Previous previous = manifest.previous();
        o.add("previous", previous == null ? JsonNull.INSTANCE : link(previous));
        o.add("git", commit(manifest.commit()));
        o.addProperty("documents", manifest.counts().documents());
        o.addProperty("incidents", manifest.counts().incidents());
        o.addProperty("playbooks", manifest.counts().playbooks());
        o.addProperty("files", version.expected().size() + 1);
        Withdrawal withdrawal = version.withdrawal();
        if (withdrawal == null) {
            o.add("withdrawn", JsonNull.INSTANCE);
        } else {
            JsonObject w = Json.text("at", withdrawal.at().toString());
            w.addProperty("by", withdrawal.by());
            w.addProperty("reason", withdrawal.reason());
            o.add("withdrawn", w);
        }
        return o;
    }

    static JsonObject link(Manifest.Previous previous) {
        JsonObject o = Json.text("label", previous.label());
        o.addProperty("digest", previous.digest());
        return o;
    }

    private static JsonElement commit(Manifest.@org.jspecify.annotations.Nullable Commit commit) {
        if (commit == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject o = Json.text("commit", commit.id());
        o.addProperty("clean", commit.clean());
        return o;
    }

    private static List<Version> newestFirst(List<Version> oldestFirst) {
        List<Version> versions = new ArrayList<>(oldestFirst);
        Collections.reverse(versions);
        return versions;
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
