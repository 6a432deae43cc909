package dev.allclear.record;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.allclear.model.Account;
import dev.allclear.model.Action;
import dev.allclear.model.Cause;
import dev.allclear.model.Decision;
import dev.allclear.model.Document;
import dev.allclear.model.EmergencySources;
import dev.allclear.model.Evidence;
import dev.allclear.model.Exercise;
import dev.allclear.model.Field;
import dev.allclear.model.Figures;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Library;
import dev.allclear.model.Measure;
import dev.allclear.model.Named;
import dev.allclear.model.Person;
import dev.allclear.model.Playbook;
import dev.allclear.model.PlaybookRef;
import dev.allclear.model.PublishedDecision;
import dev.allclear.model.PublishedIncident;
import dev.allclear.model.PublishedPerson;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedSystem;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.SiteMap;
import dev.allclear.model.StateSetting;
import dev.allclear.model.Step;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import dev.allclear.model.Word;
import dev.allclear.model.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads {@code record.json}: incidents with their decisions and computed states, playbooks with their
 * versions and texts, actions, people. Times are UTC, durations ISO 8601. Fields are only ever added.
 */
public final class RecordJson {

    /** The number of the format. */
    public static final int FORMAT = 1;

    /** The field that holds the Markdown of a playbook. */
    private static final String TEXT = "text";

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private RecordJson() {}

    /** The record as UTF-8 JSON. */
    public static byte[] write(Library library, Map<String, Account> accounts, Instant now, String toolVersion) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = GSON.newJsonWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            write(library, accounts, now, toolVersion, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes one incident after the other: thousands of them as one tree would not fit in memory. */
    private static void write(
            Library library, Map<String, Account> accounts, Instant now, String toolVersion, JsonWriter out)
            throws IOException {
        out.beginObject();
        out.name("format").value(FORMAT);
        out.name("tool").value("allclear " + toolVersion);
        out.name("now").value(now.toString());
        out.name("title").value(library.site().title().or(""));
        out.name("emergency");
        GSON.toJson(emergency(library.emergency()), out);
        each("people", library.people().values(), p -> person(p, library), out);
        each("systems", library.systems().values(), RecordJson::system, out);
        each("incidents", accounts.values(), RecordJson::incident, out);
        each("playbooks", library.playbooks(), RecordJson::playbook, out);
        each("pages", library.pages(), RecordJson::page, out);
        out.endObject();
    }

    private static <T> void each(String name, Collection<T> all, Function<T, JsonObject> json, JsonWriter out)
            throws IOException {
        out.name(name).beginArray();
        for (T one : all) {
            GSON.toJson(json.apply(one), out);
        }
        out.endArray();
    }

    /**
     * What a published version says.
     *
     * @param texts whether the texts of its playbooks are wanted: they take memory
     * @return null if this is no record that can be read
     */
    public static @Nullable PublishedVersion read(String label, byte[] bytes, boolean texts) {
        try {
            JsonObject root = parse(bytes, texts);
            Map<String, PublishedIncident> incidents = new LinkedHashMap<>();
            for (JsonElement element : root.getAsJsonArray("incidents")) {
                JsonObject incident = element.getAsJsonObject();
                incidents.put(incident.get("id").getAsString(), published(incident));
            }
            return new PublishedVersion(label, incidents, playbooks(root), people(root), systems(root));
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | NullPointerException
                | NumberFormatException
                | DateTimeParseException
                | UnsupportedOperationException e) {
            return null;
        }
    }

    /** The record as a tree; what nobody wants is left behind as it goes by. */
    private static JsonObject parse(byte[] bytes, boolean texts) throws IOException {
        JsonObject root = new JsonObject();
        try (JsonReader in = new JsonReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            in.beginObject();
            while (in.hasNext()) {
                String name = in.nextName();
                root.add(name, name.equals("playbooks") && !texts ? withoutTexts(in) : JsonParser.parseReader(in));
            }
            in.endObject();
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("something stands behind the record");
            }
        }
        return root;
    }

    private static JsonArray withoutTexts(JsonReader in) throws IOException {
        JsonArray playbooks = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            JsonObject playbook = new JsonObject();
            in.beginObject();
            while (in.hasNext()) {
                String name = in.nextName();
                if (name.equals(TEXT)) {
                    in.skipValue();
                } else {
                    playbook.add(name, JsonParser.parseReader(in));
                }
            }
            in.endObject();
            playbooks.add(playbook);
        }
        in.endArray();
        return playbooks;
    }

    private static PublishedIncident published(JsonObject incident) {
        List<PublishedDecision> decisions = new ArrayList<>();
        for (JsonElement decision : incident.getAsJsonArray("decisions")) {
            JsonObject d = decision.getAsJsonObject();
            JsonElement at = d.get("at");
            decisions.add(new PublishedDecision(
                    d.get("title").getAsString(),
                    at == null || at.isJsonNull() ? PublishedDecision.NO_TIME : at.getAsString(),
                    d.get("digest").getAsString(),
                    said(d)));
        }
        return new PublishedIncident(
                textOf(incident, "title"),
                textOf(incident, "page"),
                inner(incident, "figures").has("restore")
                        && !inner(incident, "figures").get("restore").isJsonNull(),
                textOf(inner(incident, "investigation"), "status").equals("closed"),
                textOf(incident, "bau").equals("resumed"),
                decisions);
    }

    /** Null if it says nothing of people: the first versions were published without. */
    private static @Nullable Map<String, PublishedPerson> people(JsonObject root) {
        JsonArray all = root.getAsJsonArray("people");
        if (all == null) {
            return null;
        }
        Map<String, PublishedPerson> people = new LinkedHashMap<>();
        for (JsonElement element : all) {
            JsonObject person = element.getAsJsonObject();
            people.put(
                    person.get("id").getAsString(),
                    new PublishedPerson(textOf(person, "name"), textOf(person, "role"), textsOf(person, "groups")));
        }
        return people;
    }

    private static Map<String, PublishedSystem> systems(JsonObject root) {
        Map<String, PublishedSystem> systems = new LinkedHashMap<>();
        JsonArray all = root.getAsJsonArray("systems");
        for (JsonElement element : all == null ? new JsonArray() : all) {
            JsonObject system = element.getAsJsonObject();
            systems.put(
                    system.get("id").getAsString(),
                    new PublishedSystem(
                            textOf(system, "name"),
                            textOf(system, "productOwner"),
                            lengthOf(system, "rto"),
                            lengthOf(system, "rpo"),
                            textsOf(system, "dependsOn")));
        }
        return systems;
    }

    private static @Nullable Duration lengthOf(JsonObject object, String name) {
        String text = textOf(object, name);
        return text.isEmpty() ? null : Duration.parse(text);
    }

    private static JsonObject inner(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element == null || !element.isJsonObject() ? new JsonObject() : element.getAsJsonObject();
    }

    /** What a decision says, as {@link Wording} would have it. */
    private static Map<String, String> said(JsonObject decision) {
        Wording wording = new Wording()
                .with("title", textOf(decision, "title"))
                .with("at", textOf(decision, "at"))
                .with("by", textOf(decision, "by"));
        JsonElement system = decision.get("system");
        if (system != null && system.isJsonObject()) {
            wording.with(
                    "system",
                    system.getAsJsonObject().entrySet().stream()
                            .map(e -> Wording.setting(
                                    e.getKey(),
                                    e.getValue().isJsonNull()
                                            ? ""
                                            : e.getValue().getAsString()))
                            .toList());
        }
        wording.with("sprint", textOf(decision, "sprint"))
                .with("owner", textOf(decision, "owner"))
                .with("bau", textOf(decision, "bau"))
                .with("consulted", textsOf(decision, "consulted"))
                .with("informed", textsOf(decision, "informed"))
                .with("evidence", textsOf(decision, "evidence"));
        JsonElement playbook = decision.get("playbook");
        if (playbook != null && playbook.isJsonObject()) {
            JsonElement version = playbook.getAsJsonObject().get("version");
            wording.with(
                    "playbook",
                    Wording.reference(
                            textOf(playbook.getAsJsonObject(), "id"),
                            version == null || version.isJsonNull() ? 0 : version.getAsInt()));
        }
        return decision.has(Wording.WHY)
                ? wording.why(textOf(decision, Wording.WHY)).said()
                : wording.said();
    }

    private static String textOf(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element == null || element.isJsonNull() ? "" : element.getAsString();
    }

    private static List<String> textsOf(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element == null || !element.isJsonArray()
                ? List.of()
                : element.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .toList();
    }

    /** Those whose steps have a digest: the first versions were published without. */
    private static Map<String, PublishedPlaybook> playbooks(JsonObject root) {
        Map<String, PublishedPlaybook> playbooks = new LinkedHashMap<>();
        JsonArray all = root.getAsJsonArray("playbooks");
        for (JsonElement element : all == null ? new JsonArray() : all) {
            JsonObject playbook = element.getAsJsonObject();
            JsonElement version = playbook.get("version");
            JsonElement digest = playbook.get("stepsDigest");
            if (digest != null) {
                playbooks.put(
                        playbook.get("id").getAsString(),
                        new PublishedPlaybook(
                                version == null || version.isJsonNull() ? 0 : version.getAsInt(),
                                digest.getAsString(),
                                textOf(playbook, "title"),
                                textOf(playbook, "page"),
                                playbook.has(TEXT) ? textOf(playbook, TEXT) : null));
            }
        }
        return playbooks;
    }

    /** By its digest a machine tells whether a copy of the emergency edition is stale, by the files what is new. */
    private static JsonObject emergency(EmergencySources sources) {
        JsonObject o = new JsonObject();
        o.addProperty("page", SiteMap.EMERGENCY);
        o.addProperty("digest", sources.digest());
        JsonObject files = new JsonObject();
        sources.files().forEach(files::addProperty);
        o.add("files", files);
        return o;
    }

    private static JsonObject person(Person person, Library library) {
        PublishedPerson published = PublishedPerson.of(person, library);
        JsonObject o = new JsonObject();
        o.addProperty("id", person.id());
        o.addProperty("name", published.name());
        o.addProperty("role", published.role());
        o.add(
                "groups",
                array(published.groups().stream().map(JsonPrimitive::new).toList()));
        return o;
    }

    private static JsonObject system(SystemUnderCare system) {
        JsonObject o = new JsonObject();
        o.addProperty("id", system.id());
        o.addProperty("name", system.display());
        o.add("productOwner", text(system.productOwner()));
        o.add("rto", duration(system.rto().value()));
        o.add("rpo", duration(system.rpo().value()));
        o.add("dependsOn", words(system.dependsOn()));
        return o;
    }

    private static JsonObject incident(Account account) {
        Incident incident = account.incident();
        JsonObject o = new JsonObject();
        o.addProperty("id", incident.id());
        o.addProperty("title", incident.title());
        o.addProperty("page", incident.document().page());
        o.add("kind", named(incident.kind()));
        o.add("severity", named(incident.severity()));
        o.addProperty("exercise", incident.isExercise());
        o.add("started", time(incident.started()));
        o.add("declared", time(incident.declared()));
        o.add(
                "productOwner",
                account.course().owner() == null
                        ? JsonNull.INSTANCE
                        : new JsonPrimitive(account.course().owner()));
        o.add("systems", words(incident.systems().or(List.of())));
        JsonObject states = new JsonObject();
        account.course()
                .states()
                .keySet()
                .forEach(s -> states.addProperty(s, account.state(s).word()));
        o.add("states", states);
        o.add("sprint", text(incident.sprint()));
        o.addProperty("sprintState", account.course().sprint().word());
        o.addProperty("bau", account.bau().word());
        o.add(
                "blockedBy",
                array(account.blockedBy().stream().map(JsonPrimitive::new).toList()));
        o.add(
                "playbooks",
                array(incident.playbooks().or(List.of()).stream()
                        .map(RecordJson::reference)
                        .toList()));
        o.add("recurrenceOf", text(incident.recurrenceOf()));
        o.add("figures", figures(account.figures()));
        o.add(
                "decisions",
                array(account.course().turns().stream()
                        .map(RecordJson::decision)
                        .toList()));
        Investigation investigation = incident.investigation();
        o.add("investigation", investigation == null ? JsonNull.INSTANCE : investigation(investigation));
        return o;
    }

    private static JsonObject figures(Figures figures) {
        JsonObject o = new JsonObject();
        o.add("declare", measure(figures.declare()));
        o.add("restore", measure(figures.restore()));
        o.add("close", measure(figures.close()));
        o.add("resume", measure(figures.resume()));
        return o;
    }

    private static JsonElement measure(@Nullable Measure measure) {
        if (measure == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject o = new JsonObject();
        o.add("took", duration(measure.took()));
        o.add("objective", duration(measure.objective()));
        o.addProperty("missed", measure.missed());
        return o;
    }

    private static JsonObject decision(Turn turn) {
        Decision decision = turn.decision();
        JsonObject o = new JsonObject();
        o.addProperty("title", decision.title());
        o.add("at", time(decision.at()));
        o.add("by", text(decision.by()));
        JsonObject system = new JsonObject();
        for (StateSetting setting : decision.system().or(List.of())) {
            Word one = setting.system();
            system.add(one == null ? "*" : one.text(), named(setting.state()));
        }
        o.add("system", system);
        o.add("sprint", named(decision.sprint()));
        o.add("owner", text(decision.owner()));
        o.add("bau", named(decision.bau()));
        o.add("consulted", words(decision.consulted().or(List.of())));
        o.add("informed", words(decision.informed().or(List.of())));
        o.add(
                "evidence",
                array(decision.evidence().or(List.of()).stream()
                        .map(Evidence::html)
                        .map(JsonPrimitive::new)
                        .toList()));
        PlaybookRef playbook = decision.playbook().value();
        o.add("playbook", playbook == null ? JsonNull.INSTANCE : reference(playbook));
        o.addProperty(Wording.WHY, decision.html());
        JsonObject states = new JsonObject();
        turn.after().forEach((s, state) -> states.addProperty(s, state.word()));
        o.add("statesAfter", states);
        o.addProperty("digest", decision.digest());
        return o;
    }

    private static JsonObject investigation(Investigation investigation) {
        JsonObject o = new JsonObject();
        o.addProperty("status", investigation.isClosed() ? "closed" : "open");
        o.add("lead", text(investigation.lead()));
        o.add("opened", time(investigation.opened()));
        o.add("closed", time(investigation.closed()));
        o.add("closedBy", text(investigation.closedBy()));
        List<JsonElement> causes = new ArrayList<>();
        for (Field<Cause> cause : investigation.causes().or(List.of())) {
            causes.add(named(cause));
        }
        o.add("causes", array(causes));
        o.add(
                "actions",
                array(investigation.actions().stream().map(RecordJson::action).toList()));
        return o;
    }

    private static JsonObject action(Action action) {
        JsonObject o = new JsonObject();
        o.addProperty("action", action.text());
        o.add("kind", named(action.kind()));
        o.add("owner", text(action.owner()));
        o.add("due", plain(action.due().value()));
        o.add("done", plain(action.done().value()));
        o.addProperty("blocksBau", action.blocks());
        return o;
    }

    private static JsonObject playbook(Playbook playbook) {
        JsonObject o = new JsonObject();
        o.addProperty("id", playbook.id());
        o.addProperty("title", playbook.document().title());
        o.addProperty("page", playbook.document().page());
        o.add("version", plain(playbook.version().value()));
        o.add("owner", text(playbook.owner()));
        o.add("systems", words(playbook.systems()));
        o.add("needs", words(playbook.needs()));
        o.add("reviewed", plain(playbook.reviewed().value()));
        o.add(
                "exercised",
                array(playbook.exercised().stream().map(RecordJson::exercise).toList()));
        o.add("within", duration(playbook.within()));
        o.add("steps", array(playbook.steps().stream().map(RecordJson::step).toList()));
        o.addProperty("stepsDigest", playbook.digest());
        o.addProperty(TEXT, playbook.text());
        return o;
    }

    private static JsonObject exercise(Exercise exercise) {
        JsonObject o = new JsonObject();
        o.add("on", plain(exercise.on().value()));
        o.add("took", duration(exercise.took().value()));
        o.add("result", named(exercise.result()));
        return o;
    }

    private static JsonObject step(Step step) {
        JsonObject o = new JsonObject();
        o.addProperty("title", step.title());
        o.add("who", text(step.who()));
        o.add("how", named(step.how()));
        o.add("within", duration(step.within().value()));
        return o;
    }

    private static JsonObject page(Document document) {
        JsonObject o = new JsonObject();
        o.addProperty("title", document.title());
        o.addProperty("page", document.page());
        return o;
    }

    private static JsonObject reference(PlaybookRef ref) {
        JsonObject o = new JsonObject();
        o.addProperty("id", ref.id());
        o.add("version", ref.version() == 0 ? JsonNull.INSTANCE : new JsonPrimitive(ref.version()));
        return o;
    }

    private static JsonArray array(List<? extends JsonElement> elements) {
        JsonArray array = new JsonArray(elements.size());
        elements.forEach(array::add);
        return array;
    }

    private static JsonArray words(List<Word> words) {
        return array(words.stream().map(w -> new JsonPrimitive(w.text())).toList());
    }

    private static JsonElement text(Field<String> field) {
        return plain(field.value());
    }

    private static JsonElement named(Field<? extends Named> field) {
        Named value = field.value();
        return plain(value == null ? null : value.word());
    }

    private static JsonElement time(Field<Instant> field) {
        return plain(field.value());
    }

    private static JsonElement duration(@Nullable Duration duration) {
        return plain(duration);
    }

    private static JsonElement plain(@Nullable Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        return value instanceof Integer number ? new JsonPrimitive(number) : new JsonPrimitive(value.toString());
    }
}
