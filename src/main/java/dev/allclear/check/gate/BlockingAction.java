package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Findings;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.model.Action;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code gate/blocking-action}. */
public final class BlockingAction implements Condition {

    private static final RuleCard CARD = GateCard.of(
            "blocking-action",
            "every action that blocks BAU is done before the investigation counts as closed and BAU resumes",
            """
            The people who know the cause said that the system is not safe without it. The decision to resume cannot \
            overrule what it rests on.""",
            """
            | Action          | Kind    | Owner   | Due        | Done | Blocks BAU |
            |-----------------|---------|---------|------------|------|------------|
            | Rotate the keys | prevent | sam.ops | 2026-03-19 |      | yes        |
            """,
            """
            | Action          | Kind    | Owner   | Due        | Done       | Blocks BAU |
            |-----------------|---------|---------|------------|------------|------------|
            | Rotate the keys | prevent | sam.ops | 2026-03-19 | 2026-03-18 | yes        |
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Investigation investigation = incident.investigation();
        if (investigation == null || !investigation.isClosed()) {
            return;
        }
        Turn resumption = course.resumption();
        Instant at = resumption == null ? null : resumption.decision().at().value();
        for (Action action : investigation.actions()) {
            LocalDate done = action.done().value();
            if (!action.blocks()) {
                continue;
            }
            if (done == null) {
                findings.report(
                        action.blocksBau().isUnreadable() ? "Blocks BAU" : "done",
                        action.done().at(),
                        "The action `%s` blocks BAU%s and is not done%s."
                                .formatted(
                                        action.text(),
                                        action.blocksBau().isUnreadable()
                                                ? " (%s counts as `yes`)"
                                                        .formatted(action.blocksBau()
                                                                .quoted())
                                                : "",
                                        action.done().isUnreadable()
                                                ? ": " + action.done().quoted() + " is no date"
                                                : ""),
                        (action.blocksBau().isUnreadable()
                                        ? "Leave Blocks BAU empty if it does not. Otherwise do it"
                                        : "Do it")
                                + " and write the date, as in `2026-03-18`; until then the investigation is `open` and BAU suspended.",
                        new Related(action.blocksBau().at(), "it blocks BAU"));
            } else if (resumption != null && at != null && done.isAfter(context.day(at))) {
                findings.report(
                        "done",
                        action.done().at(),
                        "The action `%s` blocks BAU and was done on %s, after BAU was said to have resumed at %s."
                                .formatted(action.text(), done, context.shown(at)),
                        "Resume BAU by a decision that is taken after the action was done.",
                        new Related(resumption.decision().bau().at(), "BAU is said to have resumed here"));
            }
        }
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Premises context) {
        Investigation investigation = incident.investigation();
        if (investigation == null) {
            return Optional.empty();
        }
        List<Action> open = investigation.actions().stream()
                .filter(a -> a.blocks() && a.done().value() == null)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("%s not done: %s."
                        .formatted(
                                open.size() == 1
                                        ? "An action that blocks BAU is"
                                        : open.size() + " actions that block BAU are",
                                open.stream().map(Action::text).collect(Collectors.joining("; "))));
    }
}
