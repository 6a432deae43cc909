package dev.allclear.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One disaster. What state it is in stands nowhere: see {@link Course}.
 *
 * @param id the name of its folder
 * @param document what it has in common with other documents
 * @param kind what kind of event
 * @param severity how severe
 * @param systems the systems that it took away, as written, unknown ones among them
 * @param started when harm began
 * @param declared when it was declared a disaster
 * @param productOwner the person who decides, if the record names one
 * @param sprint the sprint under way
 * @param playbooks what was followed
 * @param recurrenceOf the incident that happened before, by id
 * @param exercise whether it is a rehearsal
 * @param timeline what happened
 * @param hasTimeline whether there is a section of that name
 * @param log the decision log, or null if there is no {@code decisions.md}
 * @param investigation the root-cause report, or null if there is no {@code root-cause.md}
 */
public record Incident(
        String id,
        Document document,
        Field<DisasterKind> kind,
        Field<Impact> severity,
        Field<List<Word>> systems,
        Field<Instant> started,
        Field<Instant> declared,
        Field<String> productOwner,
        Field<String> sprint,
        Field<List<PlaybookRef>> playbooks,
        Field<String> recurrenceOf,
        Field<Boolean> exercise,
        List<TimelineEntry> timeline,
        boolean hasTimeline,
        @Nullable DecisionLog log,
        @Nullable Investigation investigation) {

    /** Its record, its decision log and its root-cause report, as far as they are there. */
    public List<Document> documents() {
        List<Document> all = new ArrayList<>();
        all.add(document);
        if (log != null) {
            all.add(log.document());
        }
        if (investigation != null) {
            all.add(investigation.document());
        }
        return all;
    }

    /** Its decisions, none if there is no log. */
    public List<Decision> decisions() {
        return log == null ? List.of() : log.decisions();
    }

    /** The ids of its systems, each once, in the order written. */
    public List<String> systemIds() {
        return systems.or(List.of()).stream().map(Word::text).distinct().toList();
    }

    /** Whether it is a rehearsal. */
    public boolean isExercise() {
        return Boolean.TRUE.equals(exercise.value());
    }

    /** The title that readers see. */
    public String title() {
        return document.title();
    }
}
