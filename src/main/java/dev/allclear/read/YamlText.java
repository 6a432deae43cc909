package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.FaultKind;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML to a tree of nodes with marks, never to objects. What would let one place of a file say what was written
 * elsewhere (aliases, merge keys, a key twice) is a fault.
 */
final class YamlText {

    private static final int DEEPEST = 50;
    private static final int LARGEST = 4 * 1024 * 1024;

    private YamlText() {}

    /** Reads the one mapping that the text must hold; null if it can't be read, which is a fault of this kind then. */
    static @Nullable MappingNode mapping(String written, Position position, Faults faults, FaultKind kind) {
        // YAML would end a line at these, and nobody who reads the file would: a comment could hide a field.
        String text = written.replace('\u0085', ' ').replace('\u2028', ' ').replace('\u2029', ' ');
        if (text.isBlank()) {
            return null;
        }
        try {
            if (needsScan(text) && !scan(text, position, faults, kind)) {
                return null;
            }
            Node node = new Yaml(options()).compose(new StringReader(text));
            if (node == null) {
                return null;
            }
            if (node instanceof MappingNode mapping) {
                checkKeys(mapping, position, faults, 0);
                Remarks.report(mapping, position, faults);
                return mapping;
            }
            faults.add(
                    kind,
                    "",
                    position.of(node),
                    "This is not a mapping of fields to values",
                    "Write one `field: value` on each line.");
        } catch (MarkedYAMLException e) {
            Location at = position.at(
                    e.getProblemMark() == null || isOfTheContext(e) ? e.getContextMark() : e.getProblemMark());
            faults.add(
                    kind,
                    "",
                    at,
                    "The YAML can't be read: " + oneLine(e),
                    "Mend the YAML; quote a value that holds `: `, `#` or a bracket.");
        } catch (ReaderException e) {
            faults.add(
                    kind,
                    "",
                    offset(text, e.getPosition(), position),
                    "The YAML holds a character that it must not: U+%04X".formatted(e.getCodePoint()),
                    "Remove the character.");
        } catch (YAMLException e) {
            faults.add(
                    kind,
                    "",
                    position.whole(),
                    "The YAML can't be read: " + firstLine(e.getMessage()),
                    "Mend the YAML.");
        }
        return null;
    }

    /** A key without its colon is noticed on the line below, where nothing is wrong. */
    private static boolean isOfTheContext(MarkedYAMLException e) {
        return e.getContextMark() != null && String.valueOf(e.getProblem()).startsWith("could not find expected ':'");
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(10);
        return options;
    }

    private static boolean needsScan(String text) {
        return text.indexOf('&') >= 0 || text.indexOf('*') >= 0 || text.indexOf('!') >= 0;
    }

    /** Looks at the events for what the node tree no longer shows; false if the text must not be read further. */
    private static boolean scan(String text, Position position, Faults faults, FaultKind kind) {
        boolean readable = true;
        for (Event event : new Yaml(options()).parse(new StringReader(text))) {
            Location at = position.between(event.getStartMark(), event.getEndMark());
            if (event instanceof AliasEvent alias) {
                faults.add(
                        FaultKind.IDENTITY,
                        "",
                        at,
                        "The alias `*%s` brings in what was written elsewhere".formatted(alias.getAnchor()),
                        "Write the value itself here.");
                readable = false;
            } else if (event instanceof NodeEvent && tag(event) != null) {
                faults.add(
                        kind,
                        "",
                        at,
                        "The YAML tag `%s` is not read".formatted(tag(event)),
                        "Write the plain value, in quotes if it begins with `!`.");
                readable = false;
            }
        }
        return readable;
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : null;
    }

    private static void checkKeys(Node node, Position position, Faults faults, int depth) {
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(n -> checkKeys(n, position, faults, depth + 1));
        } else if (node instanceof MappingNode mapping) {
            Map<String, Location> seen = new HashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    checkKey(key, position.of(key), seen, faults);
                }
                checkKeys(tuple.getValueNode(), position, faults, depth + 1);
            }
        }
    }

    private static void checkKey(ScalarNode key, Location at, Map<String, Location> seen, Faults faults) {
        Location first = seen.putIfAbsent(key.getValue(), at);
        if (first != null) {
            faults.add(
                    FaultKind.IDENTITY,
                    key.getValue(),
                    at,
                    "The key `%s` stands twice in this mapping".formatted(key.getValue()),
                    "Keep one of the two.",
                    List.of(new Related(first, "the first `%s`".formatted(key.getValue()))));
        } else if (key.getValue().equals("<<") && key.isPlain()) {
            faults.add(
                    FaultKind.IDENTITY,
                    "<<",
                    at,
                    "The merge key `<<` brings in what was written elsewhere",
                    "Write the fields themselves here.");
        }
    }

    private static Location offset(String text, int position, Position origin) {
        int line = 0;
        int begin = 0;
        int stop = Math.min(Math.max(position, 0), text.length());
        for (int i = 0; i < stop; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return Location.on(origin.file(), origin.firstLine() + line, 1 + origin.indent() + stop - begin, 1);
    }

    private static String oneLine(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "it is malformed" : e.getProblem();
        String context = e.getContext() == null ? "" : " (" + e.getContext().strip() + ")";
        return firstLine(problem) + firstLine(context);
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "it is malformed" : text.lines().findFirst().orElse("");
    }
}
