package dev.allclear.form;

import dev.allclear.model.DisasterKind;
import dev.allclear.model.ExerciseResult;
import dev.allclear.model.How;

/** The front matter of a playbook, and the record that may open each of its steps. */
public final class PlaybookForm {

    public static final Item VERSION = Item.of("version", Type.WHOLE_NUMBER, "Raised whenever the steps change.", "3");

    public static final Item OWNER =
            Item.of("owner", Type.TEXT, "Who keeps it in order: an id of people.yaml.", "sam.ops");

    public static final Item SYSTEMS =
            Item.of("systems", Type.TEXTS, "What it restores: ids of systems.yaml.", "[checkout]");

    public static final Item NEEDS = Item.of(
            "needs",
            Type.TEXTS,
            "The systems that must be up to follow it: ids of systems.yaml.",
            "[identity, artifact-store]");

    public static final Choice<DisasterKind> KINDS = Choice.of(
            DisasterKind.class, Item.of("kinds", Type.WORDS, "The disasters that it is for.", "[data, security]"));

    public static final Item REVIEWED =
            Item.of("reviewed", Type.DATE, "When somebody last read it through.", "2026-02-01");

    public static final Item REVIEW_EVERY =
            Item.of("review-every", Type.DURATION, "How long such a reading is good for.", "180d");

    public static final Item ON = Item.of("on", Type.DATE, "The day.", "2026-01-20");

    public static final Item TOOK = Item.of("took", Type.DURATION, "How long it took.", "2h10m");

    public static final Choice<ExerciseResult> RESULT =
            Choice.of(ExerciseResult.class, Item.of("result", Type.WORD, "What came of it.", "passed"));

    public static final Item NOTE = Item.of("note", Type.TEXT, "Anything else, in one line.", "Game day");

    public static final Form EXERCISE =
            Form.inner("an exercise", "A rehearsal of the playbook.", ON, TOOK, RESULT.item(), NOTE);

    public static final Item EXERCISED = Item.of(
            "exercised",
            Type.MAPPINGS,
            EXERCISE,
            "Its rehearsals.",
            "[{on: 2026-01-20, took: 2h10m, result: passed, note: \"Game day\"}]");

    public static final Form FORM = DocumentForm.of(
            "playbook",
            "a playbook",
            "playbooks/**/NAME.md, front matter (what it lacks is a warning)",
            "A recovery procedure.",
            DocumentForm.TITLE,
            VERSION,
            OWNER,
            SYSTEMS,
            NEEDS,
            KINDS.item(),
            REVIEWED,
            REVIEW_EVERY,
            EXERCISED);

    public static final Item WHO = Item.of("who", Type.TEXT, "Who does it.", "on-call");

    public static final Choice<How> HOW =
            Choice.of(How.class, Item.of("how", Type.WORD, "Whether a person does it or a program.", "manual"));

    public static final Item WITHIN =
            Item.of("within", Type.DURATION, "How long it may take. Their sum is held against the objective.", "5m");

    public static final Item CHECK = Item.of(
            "check",
            Type.TEXT,
            "How to see that it worked, in Markdown.",
            "\"`curl -s /health` answers `maintenance`\"");

    public static final Item UNDO =
            Item.of("undo", Type.TEXT, "How to take it back, in Markdown.", "\"Remove the flag `maintenance`\"");

    public static final Form STEP = Form.of(
            "step",
            "a step",
            "playbooks/**/NAME.md, a fence ```step under a ### heading of the section Steps",
            "One step of a playbook.",
            WHO,
            HOW.item(),
            WITHIN,
            CHECK,
            UNDO);

    private PlaybookForm() {}
}
