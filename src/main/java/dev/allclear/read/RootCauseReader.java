package dev.allclear.read;

import dev.allclear.form.RootCauseForm;
import dev.allclear.markdown.Block;
import dev.allclear.markdown.Heading;
import dev.allclear.markdown.Paragraphs;
import dev.allclear.markdown.Section;
import dev.allclear.markdown.Table;
import dev.allclear.model.Action;
import dev.allclear.model.Cause;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Investigation;
import dev.allclear.model.InvestigationStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code root-cause.md}: the investigation, its cause and its actions. */
final class RootCauseReader {

    static final String[] ROOT_CAUSE = {"Root cause", "Root causes", "Causes"};
    private static final String[] ACTIONS = {"Actions", "Action items"};

    /** What they say is not the root cause, even where they stand below its heading. */
    private static final String[] OTHERS = {
        "Summary",
        "Impact",
        "Timeline",
        "Actions",
        "Action items",
        "What went well",
        "What went badly",
        "Where we were lucky",
        "Lessons"
    };

    private static final Pattern HEADING = Pattern.compile("(?mi)^[ \\t]*#{1,6}[ \\t]+action(?:s| items)\\b.*");

    /** A row of a table, as Markdown or as HTML: the actions are in one, and one of them may block BAU. */
    private static final Pattern ROW = Pattern.compile("(?m)^[ \\t>]*\\|.*\\|.*|<(?:table|tr)\\b[^>\\n]*>?");

    private final Draft draft;
    private final ZoneId zone;

    private RootCauseReader(Draft draft, ZoneId zone) {
        this.draft = draft;
        this.zone = zone;
    }

    static Investigation read(Draft draft, ZoneId zone) {
        return new RootCauseReader(draft, zone).read();
    }

    private Investigation read() {
        Fields f = draft.fields;
        Field<InvestigationStatus> status = f.named(RootCauseForm.STATUS);
        Field<String> lead = f.text(RootCauseForm.LEAD);
        Field<Instant> opened = f.time(RootCauseForm.OPENED, zone);
        Field<Instant> closed = f.time(RootCauseForm.CLOSED, zone);
        Field<String> closedBy = f.text(RootCauseForm.CLOSED_BY);
        Field<List<Field<Cause>>> causes = f.namedList(RootCauseForm.CAUSES);
        f.requireNeeded();
        requireSection("Summary", "Summary");
        requireSection("Impact", "Impact");
        requireSection("Root cause", ROOT_CAUSE);
        requireSection("Actions", ACTIONS);
        draft.refuseUnclosed();
        draft.refuseSwallowed(HEADING, "heading", any -> true);
        draft.refuseSwallowed(ROW, "table of actions", this::isOfActions);
        draft.refuseDecisions();
        Investigation investigation = new Investigation(
                draft.document("Root-cause report"),
                draft.readable && draft.hasFrontMatter,
                status,
                lead,
                opened,
                closed,
                closedBy,
                causes,
                headingOf(ROOT_CAUSE),
                rootCause(),
                headingOf(ACTIONS),
                actions());
        f.refuseOthers();
        return investigation;
    }

    private boolean isOfActions(int section) {
        return draft.named(ACTIONS).stream().anyMatch(first -> section >= first && section < draft.endOf(first));
    }

    private void requireSection(String name, String... names) {
        if (draft.readable && draft.named(names).isEmpty()) {
            draft.faults.add(
                    FaultKind.MISSING_SECTION,
                    name,
                    draft.top(),
                    "The root-cause report has no section `%s`".formatted(name),
                    "Write a heading `## %s` and what belongs below it.".formatted(name));
        }
    }

    private dev.allclear.finding.@Nullable Location headingOf(String... names) {
        List<Integer> found = draft.named(names);
        Heading heading = found.isEmpty()
                ? null
                : draft.markdown.sections().get(found.get(0)).heading();
        return heading == null ? null : heading.at();
    }

    private List<List<String>> rootCause() {
        List<List<String>> paragraphs = new ArrayList<>();
        List<Integer> others = draft.named(OTHERS);
        for (int index : draft.named(ROOT_CAUSE)) {
            for (int i = index; i < draft.endOf(index); i++) {
                Section section = draft.markdown.sections().get(i);
                boolean again = i > index && draft.named(ROOT_CAUSE).contains(i);
                if (others.contains(i)) {
                    i = draft.endOf(i) - 1;
                } else if (!again) {
                    paragraphs.addAll(Paragraphs.of(section.html()));
                }
            }
        }
        return paragraphs;
    }

    /** The rows of every table of actions: one that is overlooked could be the one that blocks BAU. */
    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        int tables = 0;
        for (int index : draft.named(ACTIONS)) {
            for (int i = index; i < draft.endOf(index); i++) {
                boolean again = i > index && draft.named(ACTIONS).contains(i);
                for (Block block : again
                        ? List.<Block>of()
                        : draft.markdown.sections().get(i).blocks()) {
                    if (block instanceof Table table) {
                        tables++;
                        actions.addAll(ActionTable.read(table, draft.faults));
                    }
                }
            }
        }
        var heading = headingOf(ACTIONS);
        if (heading != null && tables == 0) {
            draft.faults.add(
                    FaultKind.MISSING_SECTION,
                    "Actions",
                    heading,
                    "The section `Actions` has no table",
                    "Write a table with the columns Action, Kind, Owner, Due and Done.");
        }
        return List.copyOf(actions);
    }
}
