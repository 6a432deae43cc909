package dev.allclear.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.allclear.form.DecisionForm;
import dev.allclear.form.DocumentForm;
import dev.allclear.form.Form;
import dev.allclear.form.IncidentForm;
import dev.allclear.form.Item;
import dev.allclear.form.PageForm;
import dev.allclear.form.PlaybookForm;
import dev.allclear.form.RootCauseForm;
import dev.allclear.form.SettingsForm;
import dev.allclear.form.Type;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of every form with every sort of value: the reader and the schema are of one mind, but for what is named here. */
class AgreementTest {

    private static final Set<FaultKind> OF_FIELDS = Set.of(
            FaultKind.WRONG_TYPE,
            FaultKind.UNKNOWN_VALUE,
            FaultKind.MISSING_FIELD,
            FaultKind.UNKNOWN_FIELD,
            FaultKind.FIELD_OF_THE_RECORD,
            FaultKind.RECORD);

    private static final List<String> VALUES = List.of(
            "",
            "null",
            "~",
            "''",
            "' '",
            "word",
            "two words",
            "'true'",
            "true",
            "no",
            "0",
            "3",
            "'3'",
            "1.5",
            "1e3",
            "13:47",
            "2026-03-14",
            "2026-03-14 14:02",
            "2026-03-14T14:02+11:00",
            "2026-03-14T14:02:30.5 Z",
            "14.03.2026",
            "4h",
            "1h30m",
            "4 h",
            "1m1h",
            "[]",
            "[word]",
            "[two words, 3, true]",
            "['']",
            "[null]",
            "[[word]]",
            "[{a: b}]",
            "[{}]",
            "{}",
            "{a: b}",
            "{a: offline}",
            "{a: offline, b: null}",
            "operational");

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(1);

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    /** A form, the file that it stands in, and the text of that file around a mapping. */
    private record Place(Form form, String file, String before, String after, Map<String, String> given) {

        static Place of(Form form, String file, String before, String after, String... given) {
            Map<String, String> fields = new LinkedHashMap<>();
            form.items().stream()
                    .filter(i -> i.need().always())
                    .forEach(i -> fields.put(i.name(), i.examples().get(0)));
            for (int i = 0; i < given.length; i += 2) {
                fields.put(given[i], given[i + 1]);
            }
            return new Place(form, file, before, after, fields);
        }

        String text(Map<String, String> fields) {
            return before
                    + fields.entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining(", ", "{", "}"))
                    + after;
        }

        @Override
        public String toString() {
            return form.what() + " " + given.getOrDefault("status", "");
        }
    }

    static List<Place> places() {
        String open = "---\n";
        String end = "\n---\nText\n";
        return List.of(
                Place.of(PageForm.FORM, "pages/a.md", open, end),
                Place.of(DocumentForm.WAIVER, "pages/a.md", open + "waivers: [", "]" + end),
                Place.of(PlaybookForm.FORM, "playbooks/a.md", open, end),
                Place.of(PlaybookForm.EXERCISE, "playbooks/a.md", open + "exercised: [", "]" + end),
                Place.of(PlaybookForm.STEP, "playbooks/a.md", "# A\n\n## Steps\n\n### One\n\n```step\n", "\n```\n"),
                Place.of(IncidentForm.FORM, "incidents/a/incident.md", open, end),
                Place.of(DecisionForm.LOG, "incidents/a/decisions.md", open, end),
                Place.of(DecisionForm.FORM, "incidents/a/decisions.md", "## One\n\n```decision\n", "\n```\n"),
                Place.of(RootCauseForm.FORM, "incidents/a/root-cause.md", open, end, "status", "open"),
                Place.of(
                        RootCauseForm.FORM,
                        "incidents/a/root-cause.md",
                        open,
                        end,
                        "status",
                        "closed",
                        "closed",
                        "2026-03-20 16:00",
                        "closed-by",
                        "a.b",
                        "causes",
                        "[change]"),
                Place.of(SettingsForm.SITE, "site.yaml", "", "\n"),
                Place.of(SettingsForm.WHO, "people.yaml", "", "\n"),
                Place.of(SettingsForm.PERSON, "people.yaml", "people: {a.b: ", "}\n"),
                Place.of(SettingsForm.SYSTEM, "systems.yaml", "checkout: ", "\n"));
    }

    /** What the gate objects to, and the reader leaves to it: who decides, and that somebody does. */
    private static boolean isLeftToTheGate(Place place, Item item, String value) {
        boolean one = !value.startsWith("[") && !value.startsWith("{") && !value.startsWith("'");
        boolean decider = place.form().equals(DecisionForm.FORM) && item.name().equals("by");
        return item.type() == Type.PERSON && (!one || value.isEmpty() || decider);
    }

    /** What a waiver lacks: the reader leaves that to {@code waiver/invalid}, which tells it in one finding. */
    private static boolean isLeftToTheWaivers(Place place, Item item, String value) {
        return (place.form().equals(DocumentForm.WAIVER)
                        && Set.of("", "null", "~").contains(value))
                || (item.equals(DocumentForm.WAIVERS) && value.equals("[{}]"));
    }

    /** What no schema can see, or what the reader leaves to the rules. */
    private static boolean mayDiffer(Place place, Item item, String value) {
        return isLeftToTheGate(place, item, value)
                || isLeftToTheWaivers(place, item, value)
                // Which zones there are is known to the machine.
                || item.name().equals("time-zone")
                // To JSON Schema 1000.0 is a whole number.
                || (item.type() == Type.WHOLE_NUMBER && value.equals("1e3"))
                // A state that no decision gives: gate/transition says so.
                || (item.type() == Type.STATES && value.equals("operational"));
    }

    private List<String> objections(Place place, String text) throws IOException, ContentProblem {
        Path content = folder.resolve("content");
        Files.createDirectories(content);
        Files.writeString(content.resolve("site.yaml"), "{title: A, time-zone: UTC}\n");
        if (place.file().startsWith("incidents/")) {
            Files.createDirectories(content.resolve("incidents/a"));
            Files.writeString(content.resolve("incidents/a/incident.md"), "---\ntitle: A\n---\n");
        }
        Path file = content.resolve(place.file());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        return LibraryReader.read(content, THREADS).faults().stream()
                .filter(f -> OF_FIELDS.contains(f.kind()))
                .filter(f -> f.at().file().equals("content/" + place.file()))
                .map(Fault::message)
                .toList();
    }

    private void compare(Place place, String text, List<String> wrong, String what) throws IOException, ContentProblem {
        List<String> read = objections(place, text);
        List<String> schema = Complaints.of(place.file(), text);
        if (read.isEmpty() != schema.isEmpty()) {
            wrong.add("%s: the reader says %s, the schema %s".formatted(what, read, schema));
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void onEverySortOfValue(Place place) throws IOException, ContentProblem {
        List<String> wrong = new ArrayList<>();
        compare(place, place.text(place.given()), wrong, "as given");
        for (Item item : place.form().items()) {
            List<String> values = new ArrayList<>(VALUES);
            item.words().forEach(w -> {
                values.add(w);
                values.add("[" + w + "]");
                values.add("[" + w + ", wrod]");
                values.add(w.toUpperCase(Locale.ROOT));
            });
            values.addAll(item.examples());
            for (String value : values) {
                Map<String, String> fields = new LinkedHashMap<>(place.given());
                fields.put(item.name(), value);
                if (!mayDiffer(place, item, value)) {
                    compare(place, place.text(fields), wrong, item.name() + ": " + value);
                }
            }
            Map<String, String> without = new LinkedHashMap<>(place.given());
            without.remove(item.name());
            if (!isLeftToTheGate(place, item, "") && !isLeftToTheWaivers(place, item, "")) {
                compare(place, place.text(without), wrong, "no " + item.name());
            }
        }
        Map<String, String> more = new LinkedHashMap<>(place.given());
        more.put("colour", "red");
        compare(place, place.text(more), wrong, "a field that is not there");
        assertEquals("", String.join("\n", wrong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{rule: action/overdue, reason: The fix ships in May, by: a.b}",
                "{rule: action/overdue, reason: The fix ships in May, until: 2026-05-31}",
                "{rule: action/overdue, by: a.b, until: 2026-05-31}",
                "{reason: The fix ships in May, by: a.b, until: 2026-05-31}",
                "{rule: gate/order, reason: The fix ships in May, by: a.b, until: 2026-05-31}",
                "{rule: waiver/expired, reason: The fix ships in May, by: a.b, until: 2026-05-31}",
            })
    void theSchemaKnowsWhatAWaiverLacks(String waiver) throws IOException {
        assertEquals(
                1,
                Complaints.of("pages/a.md", "---\nwaivers: [" + waiver + "]\n---\nText\n")
                        .size(),
                waiver);
    }
}
