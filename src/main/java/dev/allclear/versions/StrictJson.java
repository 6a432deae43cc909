package dev.allclear.versions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.internal.LazilyParsedNumber;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.allclear.output.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read without indulgence, since two programs that read the same proof differently prove nothing: UTF-8,
 * RFC 8259, no name twice. Names that are not asked for are let be: formats grow.
 */
final class StrictJson {

    private final JsonObject object;

    private StrictJson(JsonObject object) {
        this.object = object;
    }

    static StrictJson parse(byte[] bytes) throws Unreadable {
        try {
            if (bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
                throw new Unreadable("it begins with a byte order mark");
            }
            // A decoder of its own stops at bytes that are no UTF-8, where a charset would put something in their
            // place.
            JsonReader in = new JsonReader(
                    new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()));
            in.setStrictness(Strictness.STRICT);
            JsonElement root = element(in);
            if (in.peek() != JsonToken.END_DOCUMENT || !root.isJsonObject()) {
                throw new Unreadable("it is not one JSON object");
            }
            return new StrictJson(root.getAsJsonObject());
        } catch (CharacterCodingException e) {
            throw new Unreadable("it is not UTF-8");
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new Unreadable("it is not JSON");
        }
    }

    private static JsonElement element(JsonReader in) throws IOException, Unreadable {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                JsonObject object = new JsonObject();
                in.beginObject();
                while (in.hasNext()) {
                    String name = in.nextName();
                    if (object.has(name)) {
                        throw new Unreadable("it says `%s` twice".formatted(name));
                    }
                    object.add(name, element(in));
                }
                in.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                JsonArray array = new JsonArray();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(element(in));
                }
                in.endArray();
                return array;
            }
            case STRING -> {
                return new JsonPrimitive(in.nextString());
            }
            case NUMBER -> {
                return new JsonPrimitive(new LazilyParsedNumber(in.nextString()));
            }
            case BOOLEAN -> {
                return new JsonPrimitive(in.nextBoolean());
            }
            default -> {
                in.nextNull();
                return JsonNull.INSTANCE;
            }
        }
    }

    /** Refuses a format that only a later tool knows. */
    void requireFormat(int known) throws Unreadable {
        int format = number("format");
        if (format < 1 || format > known) {
            throw new Unreadable("its format is %d, and this tool knows formats up to %d".formatted(format, known));
        }
    }

    private JsonElement get(String name) throws Unreadable {
        JsonElement element = object.get(name);
        if (element == null) {
            throw new Unreadable("it lacks `%s`".formatted(name));
        }
        return element;
    }

    private static Unreadable wrong(String name) {
        return new Unreadable("its `%s` is not what it must be".formatted(name));
    }

    String text(String name) throws Unreadable {
        if (get(name) instanceof JsonPrimitive p && p.isString()) {
            return p.getAsString();
        }
        throw wrong(name);
    }

    int number(String name) throws Unreadable {
        try {
            if (get(name) instanceof JsonPrimitive p && p.isNumber()) {
                return Integer.parseInt(p.getAsString());
            }
        } catch (NumberFormatException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    boolean truth(String name) throws Unreadable {
        if (get(name) instanceof JsonPrimitive p && p.isBoolean()) {
            return p.getAsBoolean();
        }
        throw wrong(name);
    }

    Instant time(String name) throws Unreadable {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    String digest(String name) throws Unreadable {
        String digest = text(name);
        if (!Sha256.isDigest(digest)) {
            throw wrong(name);
        }
        return digest;
    }

    /** An object, or null where there is none to tell of. */
    @Nullable
    StrictJson inner(String name) throws Unreadable {
        JsonElement element = get(name);
        if (element.isJsonNull()) {
            return null;
        }
        if (!element.isJsonObject()) {
            throw wrong(name);
        }
        return new StrictJson(element.getAsJsonObject());
    }

    /** Whether a path stays in the folder that it is relative to. */
    private static boolean isInside(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** A list of objects as a map from one of their texts to a digest. */
    SortedMap<String, String> digests(String name, String key, String value) throws Unreadable {
        SortedMap<String, String> digests = new TreeMap<>();
        if (!(get(name) instanceof JsonArray array)) {
            throw wrong(name);
        }
        for (JsonElement element : array) {
            if (!element.isJsonObject()) {
                throw wrong(name);
            }
            StrictJson each = new StrictJson(element.getAsJsonObject());
            if (key.equals("path") && !isInside(each.text(key))) {
                throw new Unreadable(
                        "its `%s` lists `%s`, which leads out of its folder".formatted(name, each.text(key)));
            }
            if (digests.put(each.text(key), each.digest(value)) != null) {
                throw new Unreadable("its `%s` lists `%s` twice".formatted(name, each.text(key)));
            }
        }
        return Collections.unmodifiableSortedMap(digests);
    }
}
