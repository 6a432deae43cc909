package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import dev.allclear.model.Exercise;
import dev.allclear.model.ExerciseResult;
import dev.allclear.model.Playbook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** {@code playbook/exercise-over-objective}. */
public final class ExerciseOverObjective implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "playbook/exercise-over-objective",
            Severity.WARNING,
            "no rehearsal of a playbook took longer than an objective of what it restores, unless a later one kept to it",
            """
            What took too long when everybody was awake and nothing burned takes longer when it counts. Either the \
            playbook or the promise has to change.""",
            """
            systems: [payments]                                  # rto: 2h
            exercised:
              - {on: 2026-05-12, took: 2h26m, result: passed}
            """,
            """
            systems: [payments]                                  # rto: 2h
            exercised:
              - {on: 2026-09-23, took: 1h47m, result: passed}
              - {on: 2026-05-12, took: 2h26m, result: passed}
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            List<Objectives.Objective> objectives = Objectives.of(playbook, context);
            if (!objectives.isEmpty()) {
                Objectives.Objective shortest = objectives.get(0);
                for (Exercise exercise : playbook.exercised()) {
                    check(exercise, playbook, shortest, context, findings);
                }
            }
        }
    }

    private static void check(
            Exercise exercise, Playbook playbook, Objectives.Objective shortest, Context context, Findings findings) {
        Duration took = exercise.took().value();
        if (took == null || took.compareTo(shortest.rto()) <= 0) {
            return;
        }
        boolean mended = playbook.exercised().stream().anyMatch(e -> isLaterAndInTime(e, exercise, shortest.rto()));
        if (!mended) {
            findings.report(
                    "exercised",
                    exercise.took().at(),
                    "The exercise took %s, longer than the objective of `%s`, %s."
                            .formatted(context.shown(took), shortest.word().text(), context.shown(shortest.rto())),
                    "Make the playbook faster and rehearse it again, or agree on a longer `rto`.",
                    new Related(shortest.system().rto().at(), "the objective"));
        }
    }

    private static boolean isLaterAndInTime(Exercise later, Exercise than, Duration rto) {
        LocalDate on = later.on().value();
        LocalDate before = than.on().value();
        Duration took = later.took().value();
        return on != null
                && before != null
                && on.isAfter(before)
                && took != null
                && took.compareTo(rto) <= 0
                && later.result().value() == ExerciseResult.PASSED;
    }
}
