package dev.allclear.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.allclear.versions.Discrepancy;
import dev.allclear.versions.Verification;
import dev.allclear.versions.Version;
import dev.allclear.versions.Withdrawal;
import java.util.List;

/** {@code allclear verify}: a line for each place that is not as it was released, and one of totals. */
public final class VerifyReport {

    private final Paint paint;

    /** With or without colours. */
    public VerifyReport(boolean colour) {
        this.paint = new Paint(colour);
    }

    /** As text. */
    public String text(Verification.Result result) {
        StringBuilder out = new StringBuilder();
        for (Discrepancy each : result.discrepancies()) {
            out.append(paint.red(each.kind().word()))
                    .append(": ")
                    .append(Visible.line(each.path() + " " + each.message()))
                    .append('\n');
        }
        for (Version version : result.versions()) {
            Withdrawal withdrawal = version.withdrawal();
            if (withdrawal != null) {
                out.append("withdrawn: v/")
                        .append(Visible.line("%s by %s on %s: %s"
                                .formatted(version.name(), withdrawal.by(), withdrawal.at(), withdrawal.reason())))
                        .append('\n');
            }
        }
        return out.append(totals(result)).append('\n').toString();
    }

    private String totals(Verification.Result result) {
        List<Version> versions = result.versions();
        long withdrawn = versions.stream().filter(v -> v.withdrawal() != null).count();
        String what = Count.of(versions.size(), "version")
                + (withdrawn == 0 ? "" : " (" + withdrawn + " withdrawn)")
                + ", "
                + Count.of(result.files(), "file")
                + ": ";
        if (!result.holds()) {
            return what
                    + paint.red(Count.of(result.discrepancies().size(), "fault"))
                    + ". Restore what is named above from a copy.";
        }
        Version newest = versions.get(versions.size() - 1);
        return what
                + paint.green("all as they were released" + (withdrawn == 0 ? "" : " or withdrawn"))
                + ". Newest: `%s`, digest %s.".formatted(newest.label(), newest.digest());
    }

    /** As JSON. */
    public static String json(Verification.Result result, String site, String toolVersion) {
        JsonObject root = new JsonObject();
        JsonObject tool = Json.text("name", "allclear");
        tool.addProperty("version", toolVersion);
        root.add("tool", tool);
        root.addProperty("site", site);
        root.addProperty("holds", result.holds());
        JsonArray versions = new JsonArray();
        result.versions().forEach(v -> versions.add(VersionsReport.json(v)));
        root.add("versions", versions);
        root.add(
                "newest",
                result.versions().isEmpty()
                        ? JsonNull.INSTANCE
                        : VersionsReport.link(result.versions()
                                .get(result.versions().size() - 1)
                                .link()));
        JsonArray faults = new JsonArray();
        for (Discrepancy each : result.discrepancies()) {
            JsonObject o = Json.text("kind", each.kind().word());
            o.addProperty("version", each.version());
            o.addProperty("path", each.path());
            o.addProperty("message", each.message());
            faults.add(o);
        }
        root.add("faults", faults);
        JsonObject summary = new JsonObject();
        summary.addProperty("versions", result.versions().size());
        summary.addProperty("files", result.files());
        summary.addProperty("faults", result.discrepancies().size());
        root.add("summary", summary);
        return Json.print(root);
    }
}
