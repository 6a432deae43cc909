package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.finding.Spelling;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Named;
import dev.allclear.model.SystemState;
import dev.allclear.model.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one mapping, each read as the type that its document declares. What can't be read is recorded as a
 * fault at its place; what nobody asked for is an unknown field.
 */
final class Fields {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Location> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final String what;
    private final Position position;
    private final Faults faults;
    private final FaultKinds kinds;
    private final boolean readable;

    /**
     * Opens a mapping.
     *
     * @param node the mapping; null if there is none or it could not be read
     * @param what what the mapping describes, with its article: {@code an incident}
     * @param readable whether fields that are missing are worth a finding
     */
    Fields(
            @Nullable MappingNode node,
            String what,
            Position position,
            Faults faults,
            FaultKinds kinds,
            boolean readable) {
        this.what = what;
        this.position = position;
        this.faults = faults;
        this.kinds = kinds;
        this.readable = readable;
        if (node != null) {
            for (NodeTuple tuple : node.getValue()) {
                add(tuple);
            }
        }
    }

    private void add(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
            // The first of two stands; the second is a fault already.
            values.putIfAbsent(key.getValue(), tuple.getValueNode());
            keys.putIfAbsent(key.getValue(), position.of(key));
        } else {
            faults.add(
                    kinds.wrong(),
                    "",
                    position.of(tuple.getKeyNode()),
                    "A field's name must be a word",
                    "Write `field: value`.");
        }
    }

    /** The names that are written, in order. */
    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Where a field's name stands, or the place of the whole if it is absent. */
    Location place(String name) {
        return keys.getOrDefault(name, position.whole());
    }

    boolean has(String name) {
        known.add(name);
        Node node = values.get(name);
        return node != null && !isNull(node);
    }

    Field<String> text(String name) {
        return scalar(name, "text", "Write it on one line, in quotes if need be.", s -> s.isBlank() ? null : s);
    }

    <E extends Enum<E> & Named> Field<E> named(String name, Class<E> type) {
        Node node = node(name);
        if (node == null) {
            return Field.absent(place(name));
        }
        return word(node, name, type);
    }

    /** The state that a decision gives to a system. */
    Field<SystemState> state(String name) {
        Node node = node(name);
        if (node == null) {
            return Field.absent(place(name));
        }
        List<String> states = Arrays.stream(SystemState.values())
                .filter(SystemState::canBeDecided)
                .map(Named::word)
                .toList();
        return word(node, name, SystemState.class, "is not a state of a system", states);
    }

    private <E extends Enum<E> & Named> Field<E> word(Node node, String name, Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Named::word).toList();
        return word(node, name, type, "is not a value of `" + name + "`", words);
    }

    private <E extends Enum<E> & Named> Field<E> word(
            Node node, String name, Class<E> type, String fault, List<String> words) {
        Location at = position.of(node);
        String written = written(node);
        E value = node instanceof ScalarNode ? Named.find(type, written).orElse(null) : null;
        if (value != null) {
            return Field.of(value, written, at);
        }
        faults.add(
                kinds.unknownValue(),
                name,
                at,
                "`%s` %s".formatted(written, fault),
                Spelling.didYouMean(written, words) + "Write one of: " + quoted(words) + ".");
        return Field.unreadable(written, at);
    }

    <E extends Enum<E> & Named> Field<List<Field<E>>> namedList(String name, Class<E> type) {
        return list(name, item -> word(item, name, type));
    }

    Field<Instant> time(String name, ZoneId zone) {
        Node node = node(name);
        if (node == null) {
            return Field.absent(place(name));
        }
        Location at = position.of(node);
        String written = written(node);
        Times.Read read =
                node instanceof ScalarNode ? Times.time(written, zone) : new Times.Read(null, Times.TIME_FORM);
        if (read.instant() != null) {
            return Field.of(read.instant(), written, at);
        }
        faults.add(
                kinds.wrong(), name, at, "`%s` can't be read as the time `%s`".formatted(written, name), read.help());
        return Field.unreadable(written, at);
    }

    Field<LocalDate> date(String name) {
        return scalar(name, "a date", Times.DATE_FORM, Times::date);
    }

    Field<Duration> duration(String name) {
        return scalar(name, "a duration", Times.DURATION_FORM, Times::duration);
    }

    Field<Integer> wholeNumber(String name) {
        return scalar(
                name,
                "a whole number",
                "Write a number from 1, without a point.",
                s -> s.matches("[1-9]\\d{0,8}") ? Integer.valueOf(s) : null);
    }

    Field<Boolean> truth(String name) {
        Node node = node(name);
        if (node instanceof ScalarNode scalar && !scalar.isPlain()) {
            return wrong(node, name, "true or false", "Write `true` or `false`, without quotes.");
        }
        return scalar(name, "true or false", "Write `true` or `false`.", s -> switch (s) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        });
    }

    /** A list of words; a single word is not a list. */
    Field<List<Word>> words(String name) {
        Field<List<Field<String>>> read = list(name, item -> {
            if (item instanceof ScalarNode scalar
                    && !isNull(item)
                    && !scalar.getValue().isBlank()) {
                return Field.of(scalar.getValue(), scalar.getValue(), position.of(item));
            }
            return wrong(item, name, "a list of words", "Write words, as in `%s: [one, two]`.".formatted(name));
        });
        List<Field<String>> items = read.value();
        if (items == null) {
            return new Field<>(null, read.written(), read.at());
        }
        List<Word> words = new ArrayList<>();
        for (Field<String> item : items) {
            if (item.value() != null) {
                words.add(new Word(item.value(), item.at()));
            }
        }
        return Field.of(List.copyOf(words), quotedList(words), read.at());
    }

    private static String quotedList(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A list of texts, or one text that stands for a list of one. */
    Field<List<Word>> texts(String name) {
        Node node = node(name);
        if (node instanceof ScalarNode scalar) {
            return Field.of(
                    List.of(new Word(scalar.getValue(), position.of(node))), scalar.getValue(), position.of(node));
        }
        return words(name);
    }

    /** A list of mappings. */
    List<Fields> mappings(String name, String whatEach) {
        Field<List<Field<Fields>>> read = list(name, item -> {
            if (item instanceof MappingNode mapping) {
                Position inner = new Position(position.file(), position.firstLine(), position.indent(), start(item));
                return Field.of(new Fields(mapping, whatEach, inner, faults, kinds, true), "", position.of(item));
            }
            return wrong(item, name, "a list of mappings", "Write `{field: value}` for each.");
        });
        List<Fields> all = new ArrayList<>();
        for (Field<Fields> item : read.or(List.of())) {
            if (item.value() != null) {
                all.add(item.value());
            }
        }
        return all;
    }

    /** A mapping inside this one; without fields if it is absent. */
    Fields mapping(String name, String whatItIs) {
        Node node = node(name);
        Position inner = new Position(
                position.file(),
                position.firstLine(),
                position.indent(),
                node == null ? place(name) : keyOr(name, node));
        if (node != null && !(node instanceof MappingNode)) {
            wrong(node, name, "a mapping", "Write `{field: value}`, or one field on each line below.");
        }
        return new Fields(
                node instanceof MappingNode mapping ? mapping : null,
                whatItIs,
                inner,
                faults,
                kinds,
                node instanceof MappingNode);
    }

    private Location keyOr(String name, Node node) {
        Location key = keys.get(name);
        return key == null ? position.of(node) : key;
    }

    /** Where the mapping as a whole stands. */
    Location whole() {
        return position.whole();
    }

    /** Whether the mapping could be read at all. */
    boolean isReadable() {
        return readable;
    }

    /** The id of one person. What is no single word is unreadable without a fault: who may decide is the gate's business. */
    Field<String> person(String name) {
        Node node = node(name);
        if (node == null) {
            return Field.absent(place(name));
        }
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? Field.of(scalar.getValue(), written(node), position.of(node))
                : Field.unreadable(written(node), position.of(node));
    }

    /** The place of a field that holds a mapping, and its text. */
    Field<String> mappingPlace(String name) {
        Node node = node(name);
        return node == null ? Field.absent(place(name)) : Field.of(written(node), written(node), position.of(node));
    }

    /** Whether a field holds a mapping. */
    boolean isMapping(String name) {
        return values.get(name) instanceof MappingNode;
    }

    /** Says that a field that must be there is not. */
    void require(Field<?> field, String name, String help) {
        if (readable && !field.isPresent()) {
            faults.add(
                    FaultKind.MISSING_FIELD,
                    name,
                    field.at(),
                    keys.containsKey(name)
                            ? "The field `%s` is empty".formatted(name)
                            : "%s lacks the field `%s`".formatted(capital(what), name),
                    help);
        }
    }

    /** Says of each field that was written and never asked for that it is unknown. */
    void refuseOthers() {
        for (String name : values.keySet()) {
            // A merge key is a graver fault, recorded already.
            if (!known.contains(name) && !name.equals("<<")) {
                faults.add(
                        kinds.unknownField(),
                        name,
                        place(name),
                        "`%s` is not a field of %s".formatted(name, what),
                        Spelling.didYouMean(name, known) + "The fields are: " + quoted(List.copyOf(known)) + ".");
            }
        }
    }

    /** Says no more of a field that has a fault of its own, and never offers it. */
    void ignoreUnnamed(String name) {
        values.remove(name);
    }

    private <T> Field<T> scalar(
            String name, String type, String help, java.util.function.Function<String, @Nullable T> read) {
        Node node = node(name);
        if (node == null) {
            return Field.absent(place(name));
        }
        T value = node instanceof ScalarNode scalar ? read.apply(scalar.getValue()) : null;
        if (value != null) {
            return Field.of(value, written(node), position.of(node));
        }
        return wrong(node, name, type, help);
    }

    private <T> Field<List<T>> list(String name, java.util.function.Function<Node, T> each) {
        Node node = node(name);
        if (node == null) {
            return Field.absent(place(name));
        }
        if (node instanceof SequenceNode sequence) {
            return Field.of(sequence.getValue().stream().map(each).toList(), written(node), position.of(node));
        }
        return wrong(node, name, "a list", "Write it in brackets: `%s: [one, two]`.".formatted(name));
    }

    private <T> Field<T> wrong(Node node, String name, String type, String help) {
        faults.add(
                kinds.wrong(),
                name,
                position.of(node),
                "`%s` must be %s; what stands here is %s".formatted(name, type, description(node)),
                help);
        return Field.unreadable(written(node), position.of(node));
    }

    private static String description(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "empty" : "`" + shortened(scalar.getValue()) + "`";
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }

    private @Nullable Node node(String name) {
        known.add(name);
        Node node = values.get(name);
        return node == null || isNull(node) ? null : node;
    }

    private Location start(Node node) {
        return position.at(node.getStartMark());
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && switch (scalar.getValue()) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    private static String written(Node node) {
        if (node instanceof ScalarNode scalar) {
            return shortened(scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(Fields::written).collect(Collectors.joining(", ", "[", "]"));
        }
        return "{…}";
    }

    private static String shortened(String text) {
        String line = SPACE.matcher(text.strip()).replaceAll(" ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    private static String quoted(List<String> words) {
        return words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
    }

    static String capital(String text) {
        return text.endsWith(".yaml") ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
