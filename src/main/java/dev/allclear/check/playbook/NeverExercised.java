package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Decision;
import dev.allclear.model.Exercise;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.Playbook;
import dev.allclear.model.PlaybookRef;
import dev.allclear.model.RuleSetting;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code playbook/never-exercised}. */
public final class NeverExercised implements Rule {

    private static final String PLACEHOLDER = "text/placeholder";

    private static final RuleCard CARD = new RuleCard(
            "playbook/never-exercised", Severity.WARNING, "a playbook has been rehearsed at least once", """
            A procedure that nobody has tried is a guess. What it forgot shows in the first rehearsal, or in the first \
            disaster. An incident with `exercise: true` that followed the playbook counts. A playbook in which placeholders \
            stand is not written yet: `text/placeholder` says so, and this rule waits.""", """
            exercised: []
            """, """
            exercised:
              - {on: 2026-01-20, took: 2h10m, result: passed, note: Game day}
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        Set<String> rehearsed = rehearsed(context);
        Set<String> unwritten = unwritten(context);
        LocalDate today = context.today();
        for (Playbook playbook : context.library().playbooks()) {
            if (playbook.exercised().stream().noneMatch(e -> isDone(e, today))
                    && !rehearsed.contains(playbook.id())
                    && !isUnwritten(playbook, unwritten)) {
                findings.report(
                        "exercised",
                        playbook.document().top(),
                        "The playbook has never been exercised.",
                        "Rehearse it, and write when and how long it took under `exercised:`.");
            }
        }
    }

    /** A runbook without a record was written elsewhere, and followed whatever placeholders stand in it. */
    private static boolean isUnwritten(Playbook playbook, Set<String> unwritten) {
        return playbook.version().isPresent()
                && unwritten.contains(playbook.document().top().file());
    }

    /** The files that are still to be written in places, if anybody says so. */
    private static Set<String> unwritten(Context context) {
        Field<RuleSetting> set = context.library().site().rules().get(PLACEHOLDER);
        Set<String> files = new HashSet<>();
        if (set == null || set.value() != RuleSetting.OFF) {
            for (Fault fault : context.library().faults()) {
                if (fault.kind() == FaultKind.PLACEHOLDER) {
                    files.add(fault.at().file());
                }
            }
        }
        return files;
    }

    /** An exercise whose day can't be read has a finding of its own; one that is planned is none yet. */
    private static boolean isDone(Exercise exercise, LocalDate today) {
        LocalDate on = exercise.on().value();
        return on == null || !on.isAfter(today);
    }

    private static Set<String> rehearsed(Context context) {
        Set<String> ids = new HashSet<>();
        for (Incident incident : context.library().incidents()) {
            if (incident.isExercise()) {
                incident.playbooks().or(List.of()).forEach(r -> ids.add(r.id()));
                for (Decision decision : incident.decisions()) {
                    PlaybookRef ref = decision.playbook().value();
                    if (ref != null) {
                        ids.add(ref.id());
                    }
                }
            }
        }
        return ids;
    }
}
