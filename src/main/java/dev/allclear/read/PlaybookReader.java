package dev.allclear.read;

import dev.allclear.form.PlaybookForm;
import dev.allclear.markdown.Fence;
import dev.allclear.markdown.Heading;
import dev.allclear.markdown.Section;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Document;
import dev.allclear.model.Exercise;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Playbook;
import dev.allclear.model.Prose;
import dev.allclear.model.Step;
import dev.allclear.model.Word;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a playbook. One without front matter is a playbook too: what it lacks is absent, and that is all. */
final class PlaybookReader {

    private final Draft draft;
    private final List<Fence> used = new ArrayList<>();

    private PlaybookReader(Draft draft) {
        this.draft = draft;
    }

    static Playbook read(String id, Draft draft) {
        return new PlaybookReader(draft).read(id);
    }

    private Playbook read(String id) {
        Fields f = draft.fields;
        Field<Integer> version = f.wholeNumber(PlaybookForm.VERSION);
        Field<String> owner = f.text(PlaybookForm.OWNER);
        List<Word> systems = f.words(PlaybookForm.SYSTEMS).or(List.of());
        List<Word> needs = f.words(PlaybookForm.NEEDS).or(List.of());
        List<DisasterKind> kinds = f.namedList(PlaybookForm.KINDS).or(List.of()).stream()
                .map(Field::value)
                .filter(Objects::nonNull)
                .toList();
        Field<LocalDate> reviewed = f.date(PlaybookForm.REVIEWED);
        Field<Duration> reviewEvery = f.duration(PlaybookForm.REVIEW_EVERY);
        List<Exercise> exercised = exercises(f);
        int all = draft.markdown.sections().size();
        List<Integer> named = draft.named("Steps");
        int first = named.isEmpty() ? all : named.get(0);
        int last = named.isEmpty() ? all : draft.endOf(first);
        List<Step> steps = steps(first, last);
        // Without a step to show, the section stays prose, so that nothing that somebody wrote is lost.
        Prose before = draft.prose(0, steps.isEmpty() ? all : first, false);
        Prose after = draft.prose(steps.isEmpty() ? all : last, all, true);
        if (!steps.isEmpty()) {
            before = withIntroduction(
                    before, draft.markdown.sections().get(first).html());
        }
        Document document = draft.document(nameOf(id), Draft.NO_PROSE);
        f.refuseOthers();
        draft.refuseDecisions();
        refuseStrayRecords();
        return new Playbook(
                id,
                document,
                version,
                owner,
                systems,
                needs,
                kinds,
                reviewed,
                reviewEvery,
                exercised,
                steps.isEmpty() ? "" : anchor(first),
                steps,
                digest(steps, last),
                draft.source,
                draft.body(),
                before,
                after);
    }

    private String anchor(int section) {
        Heading heading = draft.markdown.sections().get(section).heading();
        return heading == null ? "" : heading.id();
    }

    private static Prose withIntroduction(Prose prose, String html) {
        if (html.isBlank()) {
            return prose;
        }
        List<dev.allclear.model.Part> parts = new ArrayList<>(prose.parts());
        parts.add(new dev.allclear.model.Part(0, "", "", "", html));
        return new Prose(parts, prose.footnotes());
    }

    private List<Exercise> exercises(Fields f) {
        List<Exercise> all = new ArrayList<>();
        for (Fields exercise : f.mappings(PlaybookForm.EXERCISED)) {
            all.add(new Exercise(
                    exercise.date(PlaybookForm.ON),
                    exercise.duration(PlaybookForm.TOOK),
                    exercise.named(PlaybookForm.RESULT),
                    exercise.text(PlaybookForm.NOTE),
                    exercise.whole()));
            exercise.refuseOthers();
        }
        return List.copyOf(all);
    }

    private List<Step> steps(int first, int last) {
        List<Step> steps = new ArrayList<>();
        List<Section> sections = draft.markdown.sections();
        if (first >= sections.size()) {
            return steps;
        }
        Heading opening = sections.get(first).heading();
        int level = opening == null ? 0 : opening.level() + 1;
        for (int i = first + 1; i < last; i++) {
            Heading heading = sections.get(i).heading();
            if (heading != null && heading.level() == level) {
                steps.add(step(i, heading));
            }
        }
        return List.copyOf(steps);
    }

    /** The digest of the text from the first step to the end of the last. */
    private String digest(List<Step> steps, int last) {
        if (steps.isEmpty()) {
            return Draft.digest("");
        }
        List<Section> sections = draft.markdown.sections();
        Heading next = last < sections.size() ? sections.get(last).heading() : null;
        int from = steps.get(0).at().line();
        return Draft.digest(
                draft.text(from, next == null ? Integer.MAX_VALUE : next.at().line()));
    }

    private Step step(int index, Heading heading) {
        Fence fence = draft.markdown.sections().get(index).record("step");
        Fields f;
        if (fence == null) {
            f = new Fields(
                    null,
                    PlaybookForm.STEP,
                    new Position(draft.file, heading.at().line(), 0, heading.at()),
                    draft.faults,
                    FaultKinds.CONTENT,
                    false);
        } else {
            used.add(fence);
            f = draft.record(fence, PlaybookForm.STEP, FaultKinds.CONTENT, FaultKind.SYNTAX);
        }
        Step step = new Step(
                heading.text(),
                heading.html(),
                heading.id(),
                f.text(PlaybookForm.WHO),
                f.named(PlaybookForm.HOW),
                f.duration(PlaybookForm.WITHIN),
                inline(f.text(PlaybookForm.CHECK)),
                inline(f.text(PlaybookForm.UNDO)),
                draft.html(index),
                heading.at());
        f.refuseOthers();
        return step;
    }

    private Field<String> inline(Field<String> text) {
        String value = text.value();
        return value == null
                ? text
                : Field.of(draft.inline(value, text.at()), String.valueOf(text.written()), text.at());
    }

    private void refuseStrayRecords() {
        for (Fence fence : draft.markdown.fences()) {
            if (fence.word().equals("step") && !used.contains(fence)) {
                draft.faults.add(
                        FaultKind.WRONG_TYPE,
                        "step",
                        fence.at(),
                        "A step record stands here, where it describes no step",
                        "Put it directly under a `###` heading of the section Steps, before anything else.");
            }
        }
    }

    private static String nameOf(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
