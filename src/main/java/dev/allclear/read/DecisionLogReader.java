package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.form.DecisionForm;
import dev.allclear.form.Item;
import dev.allclear.markdown.Block;
import dev.allclear.markdown.Fence;
import dev.allclear.markdown.Heading;
import dev.allclear.markdown.MarkdownReader;
import dev.allclear.markdown.Section;
import dev.allclear.model.Decision;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Evidence;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.StateSetting;
import dev.allclear.model.SystemState;
import dev.allclear.model.Word;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code decisions.md}: each {@code ##} section is one decision and opens with its record. */
final class DecisionLogReader {

    private static final int DECISION_LEVEL = 2;

    /** The heading of a decision, in either of its forms, or its record. */
    private static final Pattern SWALLOWED = Pattern.compile(
            "(?m)^[ \\t]*##(?:[ \\t].*|$)|^.+(?=\\n {0,3}-+[ \\t]*$)|^[ \\t>]*(?:```+|~~~+)[ \\t]*decision\\b.*");

    private final Draft draft;
    private final ZoneId zone;
    private final Set<Fence> used = new HashSet<>();
    private int firstDecision;

    private DecisionLogReader(Draft draft, ZoneId zone) {
        this.draft = draft;
        this.zone = zone;
    }

    static DecisionLog read(Draft draft, ZoneId zone) {
        return new DecisionLogReader(draft, zone).read();
    }

    private DecisionLog read() {
        List<Section> sections = draft.markdown.sections();
        List<Decision> decisions = new ArrayList<>();
        firstDecision = sections.size();
        for (int i = 0; i < sections.size(); i++) {
            Heading heading = sections.get(i).heading();
            if (heading != null && heading.level() == DECISION_LEVEL) {
                firstDecision = Math.min(firstDecision, i);
                section(i, heading, decisions);
            }
        }
        List<Location> swallowing = draft.refuseSwallowed(SWALLOWED, "decision", any -> true);
        for (Fence fence : draft.markdown.fences()) {
            // That its heading was swallowed is said already.
            boolean headless = swallowing.stream()
                    .anyMatch(raw -> raw.endLine() < fence.at().line()
                            && raw.endLine() + 3 > fence.at().line());
            if (fence.word().equals("decision") && !used.contains(fence) && !headless) {
                draft.refuseDecision(fence);
            }
        }
        draft.refuseUnclosed();
        DecisionLog log = new DecisionLog(
                draft.document("Decision log", Draft.NO_PROSE),
                draft.prose(0, firstDecision, true),
                List.copyOf(decisions),
                draft.top());
        draft.fields.refuseOthers();
        return log;
    }

    private void section(int index, Heading heading, List<Decision> decisions) {
        Fence fence = draft.markdown.sections().get(index).record("decision");
        if (fence == null) {
            draft.faults.add(
                    FaultKind.RECORD,
                    "decision",
                    heading.at(),
                    "The section `%s` does not open with a decision record".formatted(heading.text()),
                    "Write a fence ```decision directly under the heading, or make it a `###` section of the decision above.");
            for (Block block : draft.markdown.sections().get(index).blocks()) {
                if (block instanceof Fence other && other.word().equals("decision")) {
                    used.add(other);
                }
            }
            decisions.add(unreadable(index, heading, heading.at()));
            return;
        }
        used.add(fence);
        // A record whose fence has no end holds the rest of the file; that it has none is a fault of its own.
        Fields fields =
                fence.closed() ? draft.record(fence, DecisionForm.FORM, FaultKinds.DECISION, FaultKind.RECORD) : null;
        decisions.add(
                fields != null && fields.isReadable()
                        ? decision(index, heading, fence, fields)
                        : unreadable(index, heading, fence.at()));
    }

    /** A decision of which nobody can tell what it changed: from then on every state is unclear. */
    private Decision unreadable(int index, Heading heading, Location at) {
        return new Decision(
                heading.text(),
                heading.html(),
                heading.id(),
                Field.absent(at),
                Field.absent(at),
                Field.unreadable("", at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                draft.html(index),
                digest(index, heading.at(), null),
                heading.at(),
                at);
    }

    private Decision decision(int index, Heading heading, Fence fence, Fields f) {
        Field<Instant> at = f.time(DecisionForm.AT, zone);
        Field<String> by = f.person(DecisionForm.BY);
        Decision decision = new Decision(
                heading.text(),
                heading.html(),
                heading.id(),
                at,
                by,
                system(f),
                f.named(DecisionForm.SPRINT),
                f.person(DecisionForm.OWNER),
                f.named(DecisionForm.BAU),
                f.words(DecisionForm.CONSULTED),
                f.words(DecisionForm.INFORMED),
                evidence(f),
                PlaybookRefs.of(f.text(DecisionForm.PLAYBOOK)),
                draft.html(index),
                digest(index, heading.at(), at.value()),
                heading.at(),
                fence.at());
        f.refuseOthers();
        if (!at.isPresent()) {
            lacks(DecisionForm.AT, at.at());
        }
        if (!decision.changesSomething() && by.value() == null) {
            lacks(DecisionForm.BY, by.at());
        }
        return decision;
    }

    private void lacks(Item item, Location at) {
        draft.faults.add(
                FaultKind.RECORD,
                item.name(),
                at,
                "The decision lacks a readable `%s`".formatted(item.name()),
                Fields.help(item));
    }

    private Field<List<StateSetting>> system(Fields f) {
        if (!f.isMapping(DecisionForm.SYSTEM.item())) {
            Field<SystemState> all = f.state(DecisionForm.SYSTEM);
            return all.isPresent()
                    ? Field.of(List.of(new StateSetting(null, all)), String.valueOf(all.written()), all.at())
                    : Field.absent(all.at());
        }
        Field<String> place = f.mappingPlace(DecisionForm.SYSTEM.item());
        Fields each = f.states(DecisionForm.SYSTEM.item(), DecisionForm.EACH_SYSTEM);
        List<StateSetting> settings = new ArrayList<>();
        for (String name : each.names()) {
            Field<SystemState> state = each.state(DecisionForm.SYSTEM.as(name));
            if (!state.isPresent()) {
                draft.faults.add(
                        FaultKind.RECORD,
                        "system",
                        state.at(),
                        "The system `%s` is given no state".formatted(name),
                        "Write one, as in `{%s: offline}`.".formatted(name));
                state = Field.unreadable("", state.at());
            }
            settings.add(new StateSetting(new Word(name, each.place(name)), state));
        }
        if (settings.isEmpty()) {
            draft.faults.add(
                    FaultKind.RECORD,
                    "system",
                    place.at(),
                    "`system` names no system",
                    "Write a state for all of them, as in `system: offline`, or one for each.");
        }
        return Field.of(List.copyOf(settings), String.valueOf(place.written()), place.at());
    }

    private Field<List<Evidence>> evidence(Fields f) {
        int before = draft.faults.all().size();
        Field<List<Word>> texts = f.texts(DecisionForm.EVIDENCE);
        boolean faulty = draft.faults.all().size() > before;
        List<Word> items = texts.value();
        if (items == null) {
            return new Field<>(null, texts.written(), texts.at());
        }
        if (items.isEmpty() && faulty) {
            return Field.unreadable(String.valueOf(texts.written()), texts.at());
        }
        return Field.of(
                items.stream()
                        .map(w -> new Evidence(draft.inline(w.text(), w.at()), MarkdownReader.words(w.text()), w.at()))
                        .toList(),
                String.valueOf(texts.written()),
                texts.at());
    }

    /**
     * Over all that makes the decision what it is: its text, the moment that the site's time zone makes of its time, and
     * what it refers to in the rest of the file.
     */
    private String digest(int index, Location heading, @Nullable Instant at) {
        List<Section> sections = draft.markdown.sections();
        int end = draft.endOf(index);
        Heading next = end < sections.size() ? sections.get(end).heading() : null;
        int before = next == null ? Integer.MAX_VALUE : next.at().line();
        Set<String> referred = new TreeSet<>();
        sections.subList(index, end).forEach(s -> s.referred().forEach(r -> referred.add(Draft.digest(r))));
        return Draft.digest(Draft.digest(draft.text(heading.line(), before)) + "\n" + (at == null ? "" : at) + "\n"
                + String.join("\n", referred));
    }
}
