package dev.allclear.form;

import dev.allclear.model.BauChange;
import dev.allclear.model.SprintChange;
import dev.allclear.model.SystemState;

/** The record that opens each {@code ##} section of {@code decisions.md}, and the front matter of that file. */
public final class DecisionForm {

    public static final Item AT = Item.of(
                    "at", Type.TIME, "When it was decided.", "2026-03-14 14:05", "2026-03-14T14:05+11:00")
            .needed("Write when it was decided.");

    public static final Item BY = Item.of(
                    "by", Type.PERSON, "Who decided: one person, an id of people.yaml.", "maria.lopez")
            .needed("Write the id of the person who decided.");

    public static final Choice<SystemState> SYSTEM = Choice.of(
            SystemState.class,
            Item.of(
                            "system",
                            Type.STATES,
                            "The state from now on: of every system of the incident, or of each one that is named.",
                            "offline",
                            "{checkout: offline, payments: read-only}")
                    .atLeastOne(),
            SystemState::canBeDecided);

    public static final Choice<SprintChange> SPRINT =
            Choice.of(SprintChange.class, Item.of("sprint", Type.WORD, "Whether the sprint goes on.", "cancelled"));

    public static final Item OWNER = Item.of(
            "owner",
            Type.PERSON,
            "The person to whom the incident is handed: the Product Owner from now on.",
            "li.security");

    public static final Choice<BauChange> BAU = Choice.of(
            BauChange.class,
            Item.of(
                    "bau",
                    Type.WORD,
                    "That business as usual resumes. The gate looks whether the record bears it out.",
                    "resumed"));

    public static final Item CONSULTED = Item.of(
            "consulted", Type.TEXTS, "Who was asked: people or groups of people.yaml.", "[sam.ops, li.security]");

    public static final Item INFORMED = Item.of(
            "informed",
            Type.TEXTS,
            "Who was told: people or groups of people.yaml.",
            "[stakeholders, development-team]");

    public static final Item EVIDENCE = Item.of(
            "evidence",
            Type.TEXT_OR_TEXTS,
            "What the decision rests on: one text in Markdown, or a list of them.",
            "[\"Outbound calls to an unknown host: [capture](capture.txt)\"]");

    public static final Item PLAYBOOK =
            Item.of("playbook", Type.TEXT, "The playbook that this decision starts.", "restore-database@3");

    public static final Form FORM = Form.of(
            "decision",
            "a decision",
            "incidents/NAME/decisions.md, a fence ```decision under each ## heading",
            "One decision. One without `system`, `sprint`, `owner` and `bau` changes nothing and is only recorded.",
            AT,
            BY,
            SYSTEM.item(),
            SPRINT.item(),
            OWNER,
            BAU.item(),
            CONSULTED,
            INFORMED,
            EVIDENCE,
            PLAYBOOK);

    public static final Form LOG = DocumentForm.of(
            "decisions",
            "a decision log",
            "incidents/NAME/decisions.md, front matter (it may be left out)",
            "The decision log of an incident. What was decided stands in its sections.",
            DocumentForm.TITLE);

    /** The state of one system, where a decision gives a state to each. */
    public static final Form EACH_SYSTEM =
            Form.keyed("the systems", "A state for each system that is named.", SYSTEM.item());

    private DecisionForm() {}
}
