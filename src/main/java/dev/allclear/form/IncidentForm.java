package dev.allclear.form;

import dev.allclear.model.DisasterKind;
import dev.allclear.model.Impact;

/** The front matter of {@code incident.md}. */
public final class IncidentForm {

    public static final Choice<DisasterKind> KIND = Choice.of(
            DisasterKind.class,
            Item.of("kind", Type.WORD, "What sort of disaster it was.", "security")
                    .needed("Write `kind: security`, `data` or `accidental`."));

    public static final Choice<Impact> SEVERITY = Choice.of(
            Impact.class,
            Item.of("severity", Type.WORD, "How bad it was.", "critical")
                    .needed("Write `severity: critical`, `major` or `minor`."));

    public static final Item SYSTEMS = Item.of(
                    "systems",
                    Type.TEXTS,
                    "The systems that it took away from their users: ids of systems.yaml.",
                    "[checkout, payments]")
            .needed("Name the systems that it took away, as in `systems: [checkout]`.")
            .atLeastOne();

    public static final Item STARTED =
            Item.of("started", Type.TIME, "When harm began, as far as anybody knows.", "2026-03-14 13:47");

    public static final Item DECLARED = Item.of(
                    "declared",
                    Type.TIME,
                    "When it was declared a disaster. Business as usual is suspended from then on.",
                    "2026-03-14 14:02",
                    "2026-03-14T14:02+11:00")
            .needed("Write when it was declared a disaster.");

    public static final Item PRODUCT_OWNER = Item.of(
            "product-owner",
            Type.PERSON,
            "The one person who decides. Needed only where the systems have different owners.",
            "maria.lopez");

    public static final Item SPRINT = Item.of("sprint", Type.TEXT, "The sprint under way.", "Sprint 41");

    public static final Item PLAYBOOKS = Item.of(
            "playbooks",
            Type.TEXTS,
            "The playbooks that were followed, each with the version of it.",
            "[restore-database@3]");

    public static final Item RECURRENCE_OF = Item.of(
            "recurrence-of",
            Type.TEXT,
            "The incident that this one repeats: the name of its folder.",
            "2025-11-02-checkout-offline");

    public static final Item EXERCISE = Item.of(
            "exercise",
            Type.TRUTH,
            "Whether it is a rehearsal: held to the same rules, and kept out of the figures.",
            "true");

    public static final Form FORM = DocumentForm.of(
            "incident",
            "an incident",
            "incidents/NAME/incident.md, front matter",
            "The record of one disaster. Its state is computed from its decisions and never written here.",
            DocumentForm.TITLE.needed("Say in one line what happened."),
            KIND.item(),
            SEVERITY.item(),
            SYSTEMS,
            STARTED,
            DECLARED,
            PRODUCT_OWNER,
            SPRINT,
            PLAYBOOKS,
            RECURRENCE_OF,
            EXERCISE);

    private IncidentForm() {}
}
