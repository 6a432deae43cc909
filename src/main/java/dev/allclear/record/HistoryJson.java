package dev.allclear.record;

import com.google.gson.FormattingStyle;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import dev.allclear.model.Account;
import dev.allclear.model.Library;
import dev.allclear.model.Playbook;
import dev.allclear.model.PublishedPlaybook;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@code history.json}: the part of the record that each later build looks at, as digests. */
public final class HistoryJson {

    /** The number of the format. */
    static final int FORMAT = 1;

    private HistoryJson() {}

    /** The history as UTF-8 JSON. */
    public static byte[] write(Library library, Map<String, Account> accounts) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(FormattingStyle.PRETTY);
            out.beginObject();
            out.name("format").value(FORMAT);
            out.name("incidents").beginArray();
            for (Account account : accounts.values()) {
                LogHead head = LogHead.of(account.course().turns().stream()
                        .map(t -> t.decision().digest())
                        .toList());
                out.beginObject();
                out.name("id").value(account.incident().id());
                out.name("decisions").value(head.decisions());
                out.name("sha256").value(head.digest());
                out.endObject();
            }
            out.endArray();
            out.name("playbooks").beginArray();
            for (Playbook playbook : library.playbooks()) {
                Integer version = playbook.version().value();
                out.beginObject();
                out.name("id").value(playbook.id());
                out.name("title").value(playbook.document().title());
                out.name("page").value(playbook.document().page());
                out.name("version").value(version);
                out.name("steps").value(playbook.digest());
                out.endObject();
            }
            out.endArray();
            out.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads it; null if it can't be read, or only by a later tool. */
    public static @Nullable History read(byte[] bytes) {
        try {
            JsonObject root = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            int format = root.get("format").getAsInt();
            if (format < 1 || format > FORMAT) {
                return null;
            }
            Map<String, LogHead> logs = new LinkedHashMap<>();
            for (JsonElement element : root.getAsJsonArray("incidents")) {
                JsonObject log = element.getAsJsonObject();
                logs.put(
                        log.get("id").getAsString(),
                        new LogHead(
                                log.get("decisions").getAsInt(),
                                log.get("sha256").getAsString()));
            }
            Map<String, PublishedPlaybook> playbooks = new LinkedHashMap<>();
            for (JsonElement element : root.getAsJsonArray("playbooks")) {
                JsonObject playbook = element.getAsJsonObject();
                JsonElement version = playbook.get("version");
                playbooks.put(
                        playbook.get("id").getAsString(),
                        new PublishedPlaybook(
                                version.isJsonNull() ? 0 : version.getAsInt(),
                                playbook.get("steps").getAsString(),
                                playbook.get("title").getAsString(),
                                playbook.get("page").getAsString(),
                                null));
            }
            return new History(logs, playbooks);
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | NumberFormatException
                | UnsupportedOperationException e) {
            return null;
        }
    }
}
