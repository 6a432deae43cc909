package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Findings;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.StateSetting;
import dev.allclear.model.SystemState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import dev.allclear.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code gate/not-restored}. */
public final class NotRestored implements Condition {

    private static final RuleCard CARD =
            GateCard.of("not-restored", "when BAU resumes, every system of the incident is restored", """
            Business as usual with a system that is still down, read-only or being restored is business as unusual.""", """
            system: {checkout: restored, payments: restoring}
            …
            bau: resumed
            """, """
            system: {checkout: restored, payments: restored}
            …
            bau: resumed
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Turn resumption = course.resumption();
        if (resumption == null) {
            return;
        }
        if (resumption.after().isEmpty() && context.hasRecord(incident)) {
            findings.report(
                    "systems",
                    resumption.decision().bau().at(),
                    incident.systems().isUnreadable()
                            ? "BAU is said to have resumed, but the incident's systems can't be read: what stands there is %s."
                                    .formatted(incident.systems().quoted())
                            : "BAU is said to have resumed, but the incident names no system that could be restored.",
                    "Name the incident's systems in incident.md, as in `systems: [checkout]`.",
                    new Related(incident.systems().at(), "the incident's systems"));
            return;
        }
        List<String> open = notRestored(resumption.after(), resumption.unclear(), misnamed(incident), context);
        if (!open.isEmpty()) {
            findings.report(
                    "bau",
                    resumption.decision().bau().at(),
                    "BAU is said to have resumed, but %s.".formatted(String.join(" and ", open)),
                    "Restore every system first, each by a decision with evidence, or remove `bau: resumed`.");
        }
    }

    /** Whether decisions speak of a system that the incident does not name, which is a finding of its own. */
    private static boolean misnamed(Incident incident) {
        for (Decision decision : incident.decisions()) {
            for (StateSetting setting : decision.system().or(List.of())) {
                Word system = setting.system();
                if (system != null && !incident.systemIds().contains(system.text())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * What is not restored, in words. What an unreadable state left unclear has a finding of its own, and so has an
     * unknown system that decisions call by another name.
     */
    private static List<String> notRestored(
            Map<String, SystemState> states, Set<String> unclear, boolean misnamed, Premises context) {
        List<String> open = new ArrayList<>();
        states.forEach((id, state) -> {
            SystemUnderCare system = context.systems().get(id);
            if (state != SystemState.RESTORED && !unclear.contains(id) && (system != null || !misnamed)) {
                open.add("%s is %s".formatted(system == null ? id : system.display(), state.word()));
            }
        });
        return open;
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Premises context) {
        List<String> open = notRestored(course.states(), Set.of(), false, context);
        return course.isRestored() || open.isEmpty()
                ? Optional.empty()
                : Optional.of("Not every system is restored: %s.".formatted(String.join(", ", open)));
    }
}
