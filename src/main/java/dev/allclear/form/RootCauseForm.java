package dev.allclear.form;

import dev.allclear.model.Cause;
import dev.allclear.model.InvestigationStatus;

/** The front matter of {@code root-cause.md}. */
public final class RootCauseForm {

    public static final Choice<InvestigationStatus> STATUS = Choice.of(
            InvestigationStatus.class,
            Item.of("status", Type.WORD, "Whether the investigation goes on.", "closed", "open")
                    .needed("Write `status: open`, or `closed` once the cause is known and the actions are agreed."));

    public static final Item LEAD = Item.of(
                    "lead", Type.TEXT, "Who leads the investigation: an id of people.yaml.", "li.security")
            .needed("Write the id of the person who leads the investigation.");

    public static final Item OPENED = Item.of("opened", Type.TIME, "When it began.", "2026-03-15 09:00")
            .needed("Write when the investigation began.");

    public static final Item CLOSED = Item.of(
                    "closed", Type.TIME, "When it was closed. Needed once it is.", "2026-03-20 16:00")
            .neededIf("status", InvestigationStatus.CLOSED.word(), "Write when it was closed.");

    public static final Item CLOSED_BY = Item.of(
                    "closed-by",
                    Type.TEXT,
                    "Who accepted it: a person of people.yaml other than the lead. Needed once it is closed.",
                    "maria.lopez")
            .neededIf(
                    "status",
                    InvestigationStatus.CLOSED.word(),
                    "Write the id of the person, other than the lead, who accepted it.");

    public static final Choice<Cause> CAUSES = Choice.of(
            Cause.class,
            Item.of(
                            "causes",
                            Type.WORDS,
                            "What it was. Needed once it is closed, and then none of them `unknown`.",
                            "[malicious-code]")
                    .neededIf(
                            "status",
                            InvestigationStatus.CLOSED.word(),
                            "Write the causes, as in `causes: [architecture-failure]`."));

    public static final Form FORM = DocumentForm.of(
            "root-cause",
            "a root-cause report",
            "incidents/NAME/root-cause.md, front matter",
            "The inquiry into the root cause of an incident.",
            DocumentForm.TITLE,
            STATUS.item(),
            LEAD,
            OPENED,
            CLOSED,
            CLOSED_BY,
            CAUSES.item());

    private RootCauseForm() {}
}
