package dev.allclear.versions;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.allclear.versions.Manifest.Commit;
import dev.allclear.versions.Manifest.Counts;
import dev.allclear.versions.Manifest.Previous;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** Writes and reads {@code manifest.json} and {@code withdrawal.json}. Fields are only ever added; lists are sorted. */
final class ManifestJson {

    /** The number of the format. */
    static final int FORMAT = 1;

    private ManifestJson() {}

    /** What writes the inside of an object. */
    private interface Inside {
        void write(JsonWriter out) throws IOException;
    }

    static byte[] write(Manifest manifest) {
        return object(out -> {
            out.name("format").value(FORMAT);
            out.name("label").value(manifest.label());
            out.name("number").value(manifest.number());
            out.name("released").value(manifest.released().toString());
            out.name("tool").value(manifest.tool());
            out.name("previous");
            Previous previous = manifest.previous();
            if (previous == null) {
                out.nullValue();
            } else {
                link(previous, out);
            }
            out.name("git");
            Commit commit = manifest.commit();
            if (commit == null) {
                out.nullValue();
            } else {
                out.beginObject();
                out.name("commit").value(commit.id());
                out.name("clean").value(commit.clean());
                out.endObject();
            }
            out.name("documents").value(manifest.counts().documents());
            out.name("incidents").value(manifest.counts().incidents());
            out.name("playbooks").value(manifest.counts().playbooks());
            digests("withdrawn", "label", "withdrawal", manifest.withdrawn(), out);
            digests("content", "path", "sha256", manifest.content(), out);
            digests("files", "path", "sha256", manifest.files(), out);
        });
    }

    static Manifest manifest(byte[] bytes) throws Unreadable {
        StrictJson json = StrictJson.parse(bytes);
        json.requireFormat(FORMAT);
        StrictJson previous = json.inner("previous");
        StrictJson git = json.inner("git");
        return new Manifest(
                json.text("label"),
                json.number("number"),
                json.time("released"),
                json.text("tool"),
                previous == null ? null : link(previous),
                git == null ? null : new Commit(git.text("commit"), git.truth("clean")),
                new Counts(json.number("documents"), json.number("incidents"), json.number("playbooks")),
                json.digests("withdrawn", "label", "withdrawal"),
                json.digests("content", "path", "sha256"),
                json.digests("files", "path", "sha256"));
    }

    static byte[] write(Withdrawal withdrawal) {
        return object(out -> {
            out.name("format").value(FORMAT);
            out.name("label").value(withdrawal.label());
            out.name("withdrawn").value(withdrawal.at().toString());
            out.name("by").value(withdrawal.by());
            out.name("reason").value(withdrawal.reason());
            out.name("manifest").value(withdrawal.manifest());
            out.name("newest");
            link(withdrawal.newest(), out);
            digests("files", "path", "sha256", withdrawal.files(), out);
        });
    }

    static Withdrawal withdrawal(byte[] bytes) throws Unreadable {
        StrictJson json = StrictJson.parse(bytes);
        json.requireFormat(FORMAT);
        StrictJson newest = json.inner("newest");
        if (newest == null) {
            throw new Unreadable("it lacks `newest`");
        }
        return new Withdrawal(
                json.text("label"),
                json.time("withdrawn"),
                json.text("by"),
                json.text("reason"),
                json.digest("manifest"),
                link(newest),
                json.digests("files", "path", "sha256"));
    }

    private static byte[] object(Inside inside) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(FormattingStyle.PRETTY);
            out.beginObject();
            inside.write(out);
            out.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void link(Previous previous, JsonWriter out) throws IOException {
        out.beginObject();
        out.name("label").value(previous.label());
        out.name("manifest").value(previous.digest());
        out.endObject();
    }

    private static Previous link(StrictJson json) throws Unreadable {
        return new Previous(json.text("label"), json.digest("manifest"));
    }

    private static void digests(
            String name, String key, String value, SortedMap<String, String> digests, JsonWriter out)
            throws IOException {
        out.name(name).beginArray();
        for (var each : digests.entrySet()) {
            out.beginObject();
            out.name(key).value(each.getKey());
            out.name(value).value(each.getValue());
            out.endObject();
        }
        out.endArray();
    }
}
