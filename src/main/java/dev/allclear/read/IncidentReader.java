package dev.allclear.read;

import dev.allclear.model.DecisionLog;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Document;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Impact;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.PlaybookRef;
import dev.allclear.model.Word;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code incident.md}: the record of an incident. */
final class IncidentReader {

    private static final List<String> COMPUTED = List.of("status", "state", "bau");

    private IncidentReader() {}

    static Incident read(
            String id, Draft draft, ZoneId zone, @Nullable DecisionLog log, @Nullable Investigation investigation) {
        Fields f = draft.fields;
        Field<DisasterKind> kind = f.named("kind", DisasterKind.class);
        Field<Impact> severity = f.named("severity", Impact.class);
        Field<List<Word>> systems = f.words("systems");
        Field<Instant> started = f.time("started", zone);
        Field<Instant> declared = f.time("declared", zone);
        Field<String> productOwner = f.person("product-owner");
        Field<String> sprint = f.text("sprint");
        Field<List<PlaybookRef>> playbooks = PlaybookRefs.ofList(f.words("playbooks"));
        Field<String> recurrenceOf = f.text("recurrence-of");
        Field<Boolean> exercise = f.truth("exercise");
        f.require(draft.title(), "title", "Say in one line what happened.");
        f.require(kind, "kind", "Write `kind: security`, `data` or `accidental`.");
        f.require(severity, "severity", "Write `severity: critical`, `major` or `minor`.");
        f.require(systems, "systems", "Name the systems that it took away, as in `systems: [checkout]`.");
        f.require(declared, "declared", "Write when it was declared a disaster. " + Times.TIME_FORM);
        if (systems.value() != null && systems.value().isEmpty()) {
            draft.faults.add(
                    FaultKind.WRONG_TYPE,
                    "systems",
                    systems.at(),
                    "`systems` names no system",
                    "Name at least one, as in `systems: [checkout]`.");
        }
        refuseComputed(f, draft);
        Document document = draft.document(id);
        f.refuseOthers();
        draft.refuseUnclosed();
        draft.refuseDecisions();
        return new Incident(
                id,
                document,
                kind,
                severity,
                systems,
                started,
                declared,
                productOwner,
                sprint,
                playbooks,
                recurrenceOf,
                exercise,
                TimelineReader.read(draft, zone, started.value() == null ? declared.value() : started.value()),
                !draft.named("Timeline").isEmpty(),
                log,
                investigation);
    }

    private static void refuseComputed(Fields f, Draft draft) {
        for (String name : COMPUTED) {
            if (f.names().contains(name)) {
                draft.faults.add(
                        FaultKind.FIELD_OF_THE_RECORD,
                        name,
                        f.place(name),
                        "`%s` is never written: it is computed from the decisions".formatted(name),
                        "Remove it. The state is what decisions.md sets; BAU has resumed when a decision says so and the gate agrees.");
            }
            f.ignoreUnnamed(name);
        }
    }
}
