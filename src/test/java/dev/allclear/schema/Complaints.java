package dev.allclear.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.allclear.form.Forms;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What an editor would say of a content folder: YAML read as YAML 1.2 has it, each mapping held against its schema. */
public final class Complaints {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, com.networknt.schema.JsonSchema> SCHEMAS = new HashMap<>();

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A\uFEFF?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern FENCE =
            Pattern.compile("^```(decision|step)[ \t]*\r?\n(.*?)^```[ \t]*\r?$", Pattern.DOTALL | Pattern.MULTILINE);

    /** The core schema of YAML 1.2 (section 10.3.2). */
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");

    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private Complaints() {}

    /** By file, named from the content folder on; files that nothing is said of are left out. */
    public static Map<String, List<String>> of(Path content) throws IOException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = content.relativize(file).toString().replace('\\', '/');
                List<String> found = of(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                if (!found.isEmpty()) {
                    all.put(path, found);
                }
            }
        }
        return all;
    }

    /** Of one file. */
    static List<String> of(String path, String text) {
        List<String> found = new ArrayList<>();
        mappings(path, text).forEach(m -> found.addAll(complaints(m.form(), m.yaml())));
        return found;
    }

    /** A piece of YAML and the name of what it must be. */
    private record Mapping(String form, String yaml) {}

    private static List<Mapping> mappings(String path, String text) {
        switch (path) {
            case "site.yaml", "people.yaml", "systems.yaml" -> {
                return List.of(new Mapping(path.replace(".yaml", ""), text));
            }
            default -> {}
        }
        if (!path.endsWith(".md")) {
            return List.of();
        }
        String kind = kind(path);
        List<Mapping> all = new ArrayList<>();
        Matcher front = FRONT_MATTER.matcher(text);
        int from = 0;
        if (front.find()) {
            all.add(new Mapping(kind, front.group(1)));
            from = front.end();
        }
        Matcher fence = FENCE.matcher(text.substring(from));
        while (fence.find()) {
            boolean record = fence.group(1).equals("decision") ? kind.equals("decisions") : kind.equals("playbook");
            if (record) {
                all.add(new Mapping(fence.group(1), fence.group(2)));
            }
        }
        return all;
    }

    private static String kind(String path) {
        if (path.startsWith("playbooks/")) {
            return "playbook";
        }
        if (path.matches("incidents/[^/]+/incident\\.md")) {
            return "incident";
        }
        if (path.matches("incidents/[^/]+/decisions\\.md")) {
            return "decisions";
        }
        return path.matches("incidents/[^/]+/root-cause\\.md") ? "root-cause" : "page";
    }

    /** What a schema says of some YAML; nothing of what is no YAML. */
    static List<String> complaints(String form, String yaml) {
        JsonNode value;
        try {
            value = json(new Yaml().compose(new StringReader(yaml)));
        } catch (YAMLException e) {
            return List.of();
        }
        return complaints(form, value);
    }

    static List<String> complaints(String form, JsonNode value) {
        return schema(form).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static com.networknt.schema.JsonSchema schema(String form) {
        return SCHEMAS.computeIfAbsent(
                form, f -> FACTORY.getSchema(JsonSchema.of(Forms.find(f).orElseThrow())));
    }

    private static JsonNode json(@Nullable Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            ObjectNode object = make.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "{…}";
                if (!object.has(key)) {
                    object.set(key, json(tuple.getValueNode()));
                }
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = make.arrayNode();
            sequence.getValue().forEach(n -> array.add(json(n)));
            return array;
        }
        if (!(node instanceof ScalarNode scalar)) {
            return make.nullNode();
        }
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return make.textNode(text);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> make.nullNode();
            case "true", "True", "TRUE" -> make.booleanNode(true);
            case "false", "False", "FALSE" -> make.booleanNode(false);
            default ->
                INTEGER.matcher(text).matches()
                        ? make.numberNode(new java.math.BigInteger(text.replace("+", "")))
                        : FLOAT.matcher(text).matches()
                                ? make.numberNode(Double.parseDouble(text))
                                : make.textNode(text);
        };
    }
}
