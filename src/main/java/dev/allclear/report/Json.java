package dev.allclear.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How every JSON form is written: two spaces, nothing escaped for HTML, valid as UTF-8. */
final class Json {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Json() {}

    static String print(JsonElement json) {
        return WellFormed.text(GSON.toJson(json)) + "\n";
    }

    /** How many bytes an element takes inside others. */
    static long size(JsonElement json, int depth) {
        String text = print(json);
        long lines = text.chars().filter(c -> c == '\n').count();
        return text.getBytes(StandardCharsets.UTF_8).length + lines * 2L * depth + 1;
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /** An object with one text. */
    static JsonObject text(String key, String text) {
        JsonObject object = new JsonObject();
        object.addProperty(key, text);
        return object;
    }
}
