package dev.allclear.read;

import dev.allclear.form.IncidentForm;
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
        Field<DisasterKind> kind = f.named(IncidentForm.KIND);
        Field<Impact> severity = f.named(IncidentForm.SEVERITY);
        Field<List<Word>> systems = f.everyWord(IncidentForm.SYSTEMS);
        Field<Instant> started = f.time(IncidentForm.STARTED, zone);
        Field<Instant> declared = f.time(IncidentForm.DECLARED, zone);
        Field<String> productOwner = f.person(IncidentForm.PRODUCT_OWNER);
        Field<String> sprint = f.text(IncidentForm.SPRINT);
        Field<List<PlaybookRef>> playbooks = PlaybookRefs.ofList(f.words(IncidentForm.PLAYBOOKS));
        Field<String> recurrenceOf = f.text(IncidentForm.RECURRENCE_OF);
        Field<Boolean> exercise = f.truth(IncidentForm.EXERCISE);
        f.requireNeeded();
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
