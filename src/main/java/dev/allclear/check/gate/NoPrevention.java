package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Findings;
import dev.allclear.check.Placeholder;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Appearance;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.Action;
import dev.allclear.model.ActionKind;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.util.List;
import java.util.Optional;

/** {@code gate/no-prevention}. */
public final class NoPrevention implements Condition {

    private static final RuleCard CARD = GateCard.of(
            "no-prevention",
            "a closed investigation lists at least one action of kind `prevent` with an owner and a due date",
            """
            To know the cause and do nothing about it is to wait for the next time. One person answers for the \
            prevention, by a day; otherwise nobody does.""",
            """
            | Action             | Kind   | Owner   | Due        | Done |
            |--------------------|--------|---------|------------|------|
            | Alert on checksums | detect | sam.ops | 2026-04-15 |      |
            """,
            """
            | Action             | Kind    | Owner     | Due        | Done |
            |--------------------|---------|-----------|------------|------|
            | Compare checksums  | prevent | ana.silva | 2026-04-15 |      |
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Investigation investigation = incident.investigation();
        if (investigation == null
                || !investigation.isClosed()
                || !context.knowsPeople()
                || prevents(investigation, context)) {
            return;
        }
        Action half = investigation.actions().stream()
                .filter(a -> a.kind().value() == ActionKind.PREVENT)
                .findFirst()
                .orElse(null);
        Location heading = investigation.actionsHeading();
        Location top = heading == null ? investigation.document().top() : heading;
        Action misspelt = investigation.actions().stream()
                .filter(a -> a.kind().isUnreadable())
                .findFirst()
                .orElse(null);
        if (half == null && misspelt != null) {
            findings.report(
                    "Kind",
                    misspelt.kind().at(),
                    "The investigation is closed, but no action prevents that it happens again: %s is not a kind of action."
                            .formatted(misspelt.kind().quoted()),
                    "Write one of `prevent`, `detect`, `mitigate`, `respond`; at least one action must prevent.");
            return;
        }
        if (half == null) {
            findings.report(
                    "Actions",
                    top,
                    "The investigation is closed, but no action prevents that it happens again.",
                    "Add an action of kind `prevent`, with the id of the person who owns it and a due date.");
            return;
        }
        if (!says(half)) {
            findings.report(
                    "Action",
                    half.at(),
                    half.text().isBlank()
                            ? "The action that is to prevent it has no words: nobody can tell what is to be done."
                            : "The action that is to prevent it says nothing: what was read is `%s`."
                                    .formatted(half.text()),
                    "Write what is to be done.");
            return;
        }
        boolean owned =
                half.owner().value() != null && context.isPerson(half.owner().or(""));
        findings.report(
                owned ? "due" : "Owner",
                owned ? half.due().at() : half.owner().at(),
                owned
                        ? "The action that is to prevent it has no readable due date."
                        : "The action that is to prevent it is owned by no known person: what was read is %s."
                                .formatted(half.owner().quoted()),
                owned ? "Write a date, as in `2026-04-15`." : "Write the id of one person of people.yaml.",
                new Related(half.at(), "the action"));
    }

    private static boolean says(Action action) {
        return Placeholder.saysSomething(
                List.of(Appearance.visible(action.text()).strip().split("\\s+", -1)));
    }

    private static boolean prevents(Investigation investigation, Premises context) {
        return investigation.actions().stream()
                .anyMatch(a -> a.kind().value() == ActionKind.PREVENT
                        && says(a)
                        && context.isPerson(a.owner().or(""))
                        && a.due().value() != null);
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Premises context) {
        Investigation investigation = incident.investigation();
        return investigation == null || prevents(investigation, context)
                ? Optional.empty()
                : Optional.of("No action of kind `prevent` with an owner and a due date is agreed.");
    }
}
