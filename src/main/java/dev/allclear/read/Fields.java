package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.finding.Spelling;
import dev.allclear.form.Choice;
import dev.allclear.form.Form;
import dev.allclear.form.Item;
import dev.allclear.form.Need;
import dev.allclear.form.Type;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Named;
import dev.allclear.model.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * The fields of one mapping, each read as its form says. What can't be read is recorded as a fault at its place; what the
 * form does not have is an unknown field.
 */
final class Fields {

    private static final Pattern WHOLE_NUMBER = Pattern.compile(Type.WHOLE_NUMBER.pattern());
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Location> keys = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Form form;
    private final Position position;
    private final Faults faults;
    private final FaultKinds kinds;
    private final boolean readable;

    /**
     * Opens a mapping.
     *
     * @param node the mapping; null if there is none or it could not be read
     * @param form what the mapping may hold
     * @param readable whether fields that are missing are worth a finding
     */
    Fields(
            @Nullable MappingNode node,
            Form form,
            Position position,
            Faults faults,
            FaultKinds kinds,
            boolean readable) {
        this.form = form;
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

    Field<String> text(Item item) {
        return scalar(
                item, Type.TEXT, "text", "Write it on one line, in quotes if need be.", s -> s.isBlank() ? null : s);
    }

    <E extends Enum<E> & Named> Field<E> named(Choice<E> choice) {
        Node node = node(choice.item(), Type.WORD);
        return node == null ? absent(choice.item()) : word(node, choice);
    }

    /** The state that a decision gives to a system. */
    <E extends Enum<E> & Named> Field<E> state(Choice<E> choice) {
        Node node = node(choice.item(), Type.STATES);
        return node == null ? absent(choice.item()) : word(node, choice, "is not a state of a system");
    }

    private <T> Field<T> absent(Item item) {
        return Field.absent(place(item.name()));
    }

    private <E extends Enum<E> & Named> Field<E> word(Node node, Choice<E> choice) {
        return word(node, choice, "is not a value of `" + choice.item().name() + "`");
    }

    private <E extends Enum<E> & Named> Field<E> word(Node node, Choice<E> choice, String fault) {
        String name = choice.item().name();
        List<String> words = choice.item().words();
        Location at = position.of(node);
        String written = written(node);
        E value =
                node instanceof ScalarNode ? Named.find(choice.list(), written).orElse(null) : null;
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

    <E extends Enum<E> & Named> Field<List<Field<E>>> namedList(Choice<E> choice) {
        return list(choice.item(), Type.WORDS, each -> word(each, choice));
    }

    Field<Instant> time(Item item, ZoneId zone) {
        String name = item.name();
        Node node = node(item, Type.TIME);
        if (node == null) {
            return absent(item);
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

    Field<LocalDate> date(Item item) {
        return scalar(item, Type.DATE, "a date", Times.DATE_FORM, Times::date);
    }

    Field<Duration> duration(Item item) {
        return scalar(item, Type.DURATION, "a duration", Times.DURATION_FORM, Times::duration);
    }

    Field<Integer> wholeNumber(Item item) {
        return scalar(
                item,
                Type.WHOLE_NUMBER,
                "a whole number",
                "Write a number from 1, without a point.",
                s -> WHOLE_NUMBER.matcher(s).matches() ? Integer.valueOf(s) : null);
    }

    Field<Boolean> truth(Item item) {
        Node node = node(item, Type.TRUTH);
        if (node instanceof ScalarNode scalar && !scalar.isPlain()) {
            return wrong(node, item.name(), "true or false", "Write `true` or `false`, without quotes.");
        }
        return scalar(item, Type.TRUTH, "true or false", "Write `true` or `false`.", s -> switch (s) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        });
    }

    /** A list of words; a single word is not a list. */
    Field<List<Word>> words(Item item) {
        return words(item, Type.TEXTS);
    }

    /** A list of words that counts only as a whole: if one of them can't be read, nobody knows how many there are. */
    Field<List<Word>> everyWord(Item item) {
        Field<List<Word>> words = words(item);
        Node node = value(item.name());
        return node instanceof SequenceNode sequence
                        && sequence.getValue().size() > words.or(List.of()).size()
                ? Field.unreadable(written(sequence), words.at())
                : words;
    }

    private Field<List<Word>> words(Item item, Type type) {
        String name = item.name();
        Field<List<Field<String>>> read = list(item, type, each -> {
            if (each instanceof ScalarNode scalar
                    && !isNull(each)
                    && !scalar.getValue().isBlank()) {
                return Field.of(scalar.getValue(), scalar.getValue(), position.of(each));
            }
            return wrong(each, name, "a list of words", "Write words, as in `%s: [one, two]`.".formatted(name));
        });
        List<Field<String>> items = read.value();
        if (items == null) {
            return new Field<>(null, read.written(), read.at());
        }
        List<Word> words = new ArrayList<>();
        for (Field<String> each : items) {
            if (each.value() != null) {
                words.add(new Word(each.value(), each.at()));
            }
        }
        return Field.of(List.copyOf(words), quotedList(words), read.at());
    }

    private static String quotedList(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A list of texts, or one text that stands for a list of one. */
    Field<List<Word>> texts(Item item) {
        Node node = node(item, Type.TEXT_OR_TEXTS);
        if (node instanceof ScalarNode scalar) {
            return Field.of(
                    List.of(new Word(scalar.getValue(), position.of(node))), scalar.getValue(), position.of(node));
        }
        return words(item, Type.TEXT_OR_TEXTS);
    }

    /** A list of mappings. */
    List<Fields> mappings(Item item) {
        Field<List<Field<Fields>>> read = list(item, Type.MAPPINGS, each -> {
            if (each instanceof MappingNode mapping) {
                Position inner = new Position(position.file(), position.firstLine(), position.indent(), start(each));
                return Field.of(new Fields(mapping, inner(item), inner, faults, kinds, true), "", position.of(each));
            }
            return wrong(each, item.name(), "a list of mappings", "Write `{field: value}` for each.");
        });
        List<Fields> all = new ArrayList<>();
        for (Field<Fields> each : read.or(List.of())) {
            if (each.value() != null) {
                all.add(each.value());
            }
        }
        return all;
    }

    /** A mapping inside this one; without fields if it is absent. */
    Fields mapping(Item item) {
        return mapping(item, Type.MAPPING, inner(item));
    }

    /** The mapping from system to state that a decision may hold. */
    Fields states(Item item, Form each) {
        return mapping(item, Type.STATES, each);
    }

    private static Form inner(Item item) {
        Form inner = item.inner();
        if (inner == null) {
            throw new IllegalArgumentException(item.name() + " has no inner form");
        }
        return inner;
    }

    private Fields mapping(Item item, Type type, Form form) {
        String name = item.name();
        Node node = node(item, type);
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
                form,
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
    Field<String> person(Item item) {
        Node node = node(item, Type.PERSON);
        if (node == null) {
            return absent(item);
        }
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? Field.of(scalar.getValue(), written(node), position.of(node))
                : Field.unreadable(written(node), position.of(node));
    }

    /** The place of a field that holds a mapping, and its text. */
    Field<String> mappingPlace(Item item) {
        Node node = node(item, Type.STATES);
        return node == null ? absent(item) : Field.of(written(node), written(node), position.of(node));
    }

    /** Whether a field holds a mapping. */
    boolean isMapping(Item item) {
        return values.get(item.name()) instanceof MappingNode;
    }

    /** Says of each field that must be there and is not that it is missing. */
    void requireNeeded() {
        for (Item item : form.items()) {
            if (readable && isNeeded(item.need()) && value(item.name()) == null) {
                faults.add(
                        FaultKind.MISSING_FIELD,
                        item.name(),
                        place(item.name()),
                        keys.containsKey(item.name())
                                ? "The field `%s` is empty".formatted(item.name())
                                : "%s lacks the field `%s`".formatted(capital(form.what()), item.name()),
                        help(item));
            }
        }
    }

    private boolean isNeeded(Need need) {
        return need.always()
                || (need.isConditional()
                        && value(need.other()) instanceof ScalarNode scalar
                        && scalar.getValue().equals(need.word()));
    }

    /** What to write for a field that is missing. */
    static String help(Item item) {
        return switch (item.type()) {
            case TIME -> item.need().help() + " " + Times.TIME_FORM;
            case DURATION -> item.need().help() + " " + Times.DURATION_FORM;
            default -> item.need().help();
        };
    }

    /** Says of each field that was written and that the form does not have that it is unknown. */
    void refuseOthers() {
        List<String> known = form.names();
        assert read.containsAll(known) : "nobody reads all of " + known + " of " + form.what();
        for (String name : values.keySet()) {
            // A merge key is a graver fault, recorded already.
            if (!known.contains(name) && !name.equals("<<")) {
                faults.add(
                        kinds.unknownField(),
                        name,
                        place(name),
                        "`%s` is not a field of %s".formatted(name, form.what()),
                        Spelling.didYouMean(name, known) + "The fields are: " + quoted(known) + ".");
            }
        }
    }

    /** Says no more of a field that has a fault of its own, and never offers it. */
    void ignoreUnnamed(String name) {
        values.remove(name);
    }

    private <T> Field<T> scalar(
            Item item, Type form, String type, String help, java.util.function.Function<String, @Nullable T> read) {
        Node node = node(item, form);
        if (node == null) {
            return absent(item);
        }
        T value = node instanceof ScalarNode scalar ? read.apply(scalar.getValue()) : null;
        if (value != null) {
            return Field.of(value, written(node), position.of(node));
        }
        return wrong(node, item.name(), type, help);
    }

    private <T> Field<List<T>> list(Item item, Type type, java.util.function.Function<Node, T> each) {
        String name = item.name();
        Node node = node(item, type);
        if (node == null) {
            return absent(item);
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

    /** The value of a field of this form; null if it is absent. */
    private @Nullable Node node(Item item, Type type) {
        if (item.type() != type || (form.each() == null && !form.names().contains(item.name()))) {
            throw new IllegalArgumentException(
                    "%s has no field `%s` that is %s".formatted(form.what(), item.name(), type));
        }
        read.add(item.name());
        return value(item.name());
    }

    private @Nullable Node value(String name) {
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
