package dev.allclear.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema (draft 7) as the schema of SARIF uses; a keyword that it does not know is an error. */
final class JsonSchema {

    private static final Set<String> WORDS_ONLY =
            Set.of("$schema", "$id", "title", "description", "default", "definitions", "format");

    private final JsonObject root;
    private final List<String> faults = new ArrayList<>();

    private JsonSchema(JsonObject root) {
        this.root = root;
    }

    /** What is wrong with a document, none if it is valid. */
    static List<String> faults(JsonObject schema, JsonElement document) {
        JsonSchema run = new JsonSchema(schema);
        run.check(schema, document, "$");
        return run.faults;
    }

    private void check(JsonObject schema, JsonElement value, String at) {
        for (Map.Entry<String, JsonElement> keyword : schema.entrySet()) {
            check(schema, keyword.getKey(), keyword.getValue(), value, at);
        }
    }

    private void check(JsonObject schema, String keyword, JsonElement wanted, JsonElement value, String at) {
        switch (keyword) {
            case "$ref" -> check(resolve(wanted.getAsString()), value, at);
            case "type" -> expect(isOf(wanted, value), at, "is no " + wanted);
            case "enum" -> expect(wanted.getAsJsonArray().contains(value), at, "is none of " + wanted);
            case "pattern" ->
                expect(
                        !isText(value)
                                || Pattern.compile(wanted.getAsString())
                                        .matcher(value.getAsString())
                                        .find(),
                        at,
                        "does not match " + wanted);
            case "minimum" ->
                expect(!isNumber(value) || value.getAsDouble() >= wanted.getAsDouble(), at, "is too small");
            case "maximum" ->
                expect(!isNumber(value) || value.getAsDouble() <= wanted.getAsDouble(), at, "is too large");
            case "minItems" ->
                expect(
                        !value.isJsonArray() || value.getAsJsonArray().size() >= wanted.getAsInt(),
                        at,
                        "has too few items");
            case "uniqueItems" ->
                expect(
                        !wanted.getAsBoolean()
                                || !value.isJsonArray()
                                || new HashSet<>(value.getAsJsonArray().asList()).size()
                                        == value.getAsJsonArray().size(),
                        at,
                        "has items twice");
            case "items" -> items(wanted.getAsJsonObject(), value, at);
            case "required" -> required(wanted.getAsJsonArray(), value, at);
            case "properties" -> properties(wanted.getAsJsonObject(), value, at);
            case "additionalProperties" -> additional(schema, wanted, value, at);
            case "anyOf" -> expect(matching(wanted, value) >= 1, at, "matches none of " + wanted);
            case "oneOf" -> expect(matching(wanted, value) == 1, at, "matches not one of " + wanted);
            default -> expect(WORDS_ONLY.contains(keyword), at, "can't be checked for " + keyword);
        }
    }

    private void items(JsonObject each, JsonElement value, String at) {
        if (value.isJsonArray()) {
            int index = 0;
            for (JsonElement item : value.getAsJsonArray()) {
                check(each, item, at + "[" + index++ + "]");
            }
        }
    }

    private void required(JsonArray names, JsonElement value, String at) {
        if (value.isJsonObject()) {
            names.forEach(n -> expect(value.getAsJsonObject().has(n.getAsString()), at, "lacks " + n));
        }
    }

    private void properties(JsonObject known, JsonElement value, String at) {
        if (value.isJsonObject()) {
            value.getAsJsonObject().entrySet().forEach(e -> {
                if (known.has(e.getKey())) {
                    check(known.getAsJsonObject(e.getKey()), e.getValue(), at + "." + e.getKey());
                }
            });
        }
    }

    private void additional(JsonObject schema, JsonElement wanted, JsonElement value, String at) {
        if (value.isJsonObject()) {
            JsonObject known = schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
            value.getAsJsonObject().entrySet().stream()
                    .filter(e -> !known.has(e.getKey()))
                    .forEach(e -> {
                        if (wanted.isJsonObject()) {
                            check(wanted.getAsJsonObject(), e.getValue(), at + "." + e.getKey());
                        } else {
                            expect(wanted.getAsBoolean(), at, "may not have " + e.getKey());
                        }
                    });
        }
    }

    private long matching(JsonElement schemas, JsonElement value) {
        return schemas.getAsJsonArray().asList().stream()
                .filter(s -> {
                    JsonSchema trial = new JsonSchema(root);
                    trial.check(s.getAsJsonObject(), value, "");
                    return trial.faults.isEmpty();
                })
                .count();
    }

    private JsonObject resolve(String reference) {
        JsonObject at = root;
        for (String name : List.of(reference.substring(2).split("/", -1))) {
            at = at.getAsJsonObject(name);
        }
        return at;
    }

    private static boolean isOf(JsonElement types, JsonElement value) {
        return types.isJsonArray()
                ? types.getAsJsonArray().asList().stream().anyMatch(t -> isOf(t, value))
                : switch (types.getAsString()) {
                    case "object" -> value.isJsonObject();
                    case "array" -> value.isJsonArray();
                    case "string" -> isText(value);
                    case "boolean" ->
                        value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
                    case "integer" -> isNumber(value) && value.getAsDouble() % 1 == 0;
                    case "number" -> isNumber(value);
                    case "null" -> value.isJsonNull();
                    default -> false;
                };
    }

    private static boolean isText(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    private void expect(boolean holds, String at, String fault) {
        if (!holds) {
            faults.add(at + " " + fault);
        }
    }
}
