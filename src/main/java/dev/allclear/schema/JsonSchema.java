package dev.allclear.schema;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.allclear.form.Form;
import dev.allclear.form.Item;
import dev.allclear.form.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as a JSON Schema (2020-12). It says of a document what {@code check} says of its fields, as far as a schema can; the
 * values are those that an editor has read by the rules of YAML 1.2, so that a text may be a number there.
 */
public final class JsonSchema {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    /** What YAML makes of a text: one that looks like a number is one. */
    private static final List<String> SCALAR = List.of("string", "number", "boolean");

    private static final String NOT_BLANK = "\\S";

    private JsonSchema() {}

    /** The schema as text, with a line end. */
    public static String of(Form form) {
        JsonObject schema = new JsonObject();
        schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.addProperty("$id", "urn:allclear:schema:" + form.name());
        schema.addProperty("title", capital(form.what()));
        schema.addProperty("description", form.description() + " Stands in: " + form.where() + ".");
        mapping(form, isNeeded(form)).entrySet().forEach(e -> schema.add(e.getKey(), e.getValue()));
        return GSON.toJson(schema) + "\n";
    }

    /** Whether a mapping of this form must hold something. */
    private static boolean isNeeded(Form form) {
        return form.items().stream().anyMatch(i -> i.need().always());
    }

    private static JsonObject mapping(Form form, boolean needed) {
        JsonObject schema = new JsonObject();
        schema.add("type", types(needed, "object"));
        JsonArray required = new JsonArray();
        JsonObject properties = new JsonObject();
        for (Item item : form.items()) {
            properties.add(item.name(), property(item, item.need().always()));
            if (item.need().always()) {
                required.add(item.name());
            }
        }
        if (!required.isEmpty()) {
            schema.add("required", required);
        }
        if (!form.items().isEmpty()) {
            schema.add("properties", properties);
        }
        Item each = form.each();
        if (!form.keys().isEmpty()) {
            JsonObject names = new JsonObject();
            names.addProperty("pattern", whole(form.keys()));
            schema.add("propertyNames", names);
        }
        schema.add("additionalProperties", each == null ? new JsonPrimitive(false) : property(each, false));
        JsonArray conditions = conditions(form);
        if (!conditions.isEmpty()) {
            schema.add("allOf", conditions);
        }
        return schema;
    }

    /** What is needed only if another field says a certain word. */
    private static JsonArray conditions(Form form) {
        Map<Need, JsonArray> byCondition = new LinkedHashMap<>();
        for (Item item : form.items()) {
            Need need = item.need();
            if (need.isConditional()) {
                byCondition
                        .computeIfAbsent(new Need(false, need.other(), need.word(), ""), n -> new JsonArray())
                        .add(item.name());
            }
        }
        JsonArray conditions = new JsonArray();
        byCondition.forEach((need, names) -> {
            JsonObject word = new JsonObject();
            word.addProperty("const", need.word());
            JsonObject when = new JsonObject();
            when.add("properties", one(need.other(), word));
            when.add("required", list(Set.of(need.other())));
            JsonObject present = new JsonObject();
            names.forEach(n -> present.add(n.getAsString(), one("not", one("type", new JsonPrimitive("null")))));
            JsonObject then = new JsonObject();
            then.add("required", names);
            then.add("properties", present);
            JsonObject condition = new JsonObject();
            condition.add("if", when);
            condition.add("then", then);
            conditions.add(condition);
        });
        return conditions;
    }

    private static JsonObject property(Item item, boolean needed) {
        JsonObject schema = new JsonObject();
        schema.addProperty("description", item.description());
        value(item, needed).entrySet().forEach(e -> schema.add(e.getKey(), e.getValue()));
        if (!item.examples().isEmpty()) {
            JsonArray examples = new JsonArray();
            item.examples().forEach(e -> examples.add(example(item, e)));
            schema.add("examples", examples);
        }
        return schema;
    }

    /** An example is written as an author would; brackets and braces are enough like JSON to be read as that. */
    private static JsonElement example(Item item, String written) {
        boolean structured = written.startsWith("[") || written.startsWith("{") || written.startsWith("\"");
        return switch (item.type()) {
            case WHOLE_NUMBER, TRUTH -> JsonParser.parseString(written);
            default -> structured ? JsonParser.parseString(written) : new JsonPrimitive(written);
        };
    }

    private static JsonObject value(Item item, boolean needed) {
        return switch (item.type()) {
            case TEXT, PERSON -> {
                JsonObject schema = text(needed);
                if (!item.pattern().isEmpty()) {
                    schema.addProperty("pattern", whole(item.pattern()));
                }
                yield schema;
            }
            case WORD -> needed ? words(item) : anyOf(words(item), none());
            case WORDS -> listOf(words(item), item, needed, "array");
            case TEXTS -> listOf(text(true), item, needed, "array");
            case TEXT_OR_TEXTS -> listOf(text(true), item, needed, "array", "string", "number", "boolean");
            case TIME, DATE, DURATION -> pattern(item, types(needed, "string"));
            case WHOLE_NUMBER -> {
                JsonObject schema = pattern(item, types(needed, "integer", "string"));
                schema.addProperty("minimum", 1);
                schema.addProperty("maximum", 999_999_999);
                yield schema;
            }
            case TRUTH -> one("type", types(needed, "boolean"));
            case MAPPING -> mapping(inner(item), needed);
            case MAPPINGS -> listOf(mapping(inner(item), true), item, needed, "array");
            case STATES -> needed ? states(item) : anyOf(states(item).getAsJsonArray("anyOf"), none());
        };
    }

    private static JsonObject text(boolean needed) {
        JsonObject schema = new JsonObject();
        schema.add("type", types(needed, SCALAR.toArray(String[]::new)));
        schema.addProperty("pattern", NOT_BLANK);
        return schema;
    }

    private static JsonObject pattern(Item item, JsonElement types) {
        JsonObject schema = one("type", types);
        schema.addProperty("pattern", whole(item.type().pattern()));
        return schema;
    }

    private static JsonObject words(Item item) {
        return one("enum", list(item.words()));
    }

    private static JsonObject listOf(JsonObject each, Item item, boolean needed, String... types) {
        JsonObject schema = one("type", types(needed, types));
        schema.add("items", each);
        if (types.length > 1) {
            // An empty text is one too: what it is worth is for the rules to say.
            return schema;
        }
        if (item.neverEmpty()) {
            schema.addProperty("minItems", 1);
        }
        return schema;
    }

    private static JsonObject states(Item item) {
        JsonObject each = one("type", new JsonPrimitive("object"));
        each.addProperty("minProperties", 1);
        each.add("additionalProperties", words(item));
        return anyOf(words(item), each);
    }

    private static Form inner(Item item) {
        Form inner = item.inner();
        if (inner == null) {
            throw new IllegalArgumentException(item.name() + " has no inner form");
        }
        return inner;
    }

    private static JsonObject none() {
        return one("type", new JsonPrimitive("null"));
    }

    private static JsonObject anyOf(JsonElement... schemas) {
        JsonArray all = new JsonArray();
        for (JsonElement schema : schemas) {
            if (schema.isJsonArray()) {
                all.addAll(schema.getAsJsonArray());
            } else {
                all.add(schema);
            }
        }
        return one("anyOf", all);
    }

    private static JsonObject one(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private static JsonArray list(Iterable<String> words) {
        JsonArray list = new JsonArray();
        words.forEach(list::add);
        return list;
    }

    /** A field that may be left out may be left empty too. */
    private static JsonElement types(boolean needed, String... types) {
        if (needed && types.length == 1) {
            return new JsonPrimitive(types[0]);
        }
        JsonArray all = list(List.of(types));
        if (!needed) {
            all.add("null");
        }
        return all;
    }

    private static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private static String capital(String text) {
        return text.endsWith(".yaml") ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
