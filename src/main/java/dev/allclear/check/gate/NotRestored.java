package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.RuleCard;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.SystemState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
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
    public void check(Incident incident, Course course, Context context, Findings findings) {
        Turn resumption = course.resumption();
        if (resumption == null) {
            return;
        }
        if (resumption.after().isEmpty()) {
            findings.report(
                    "systems",
                    resumption.decision().bau().at(),
                    "BAU is said to have resumed, but the incident names no system that could be restored.",
                    "Name the incident's systems in incident.md.");
            return;
        }
        List<String> open = notRestored(resumption.after(), resumption.unclear(), context);
        if (!open.isEmpty()) {
            findings.report(
                    "bau",
                    resumption.decision().bau().at(),
                    "BAU is said to have resumed, but %s.".formatted(String.join(" and ", open)),
                    "Restore every system first, each by a decision with evidence, or remove `bau: resumed`.");
        }
    }

    /** What an unreadable state left unclear has a finding of its own. */
    private static List<String> notRestored(Map<String, SystemState> states, Set<String> unclear, Context context) {
        List<String> open = new ArrayList<>();
        states.forEach((id, state) -> {
            if (state != SystemState.RESTORED && !unclear.contains(id)) {
                SystemUnderCare system = context.library().systems().get(id);
                open.add("%s is %s".formatted(system == null ? id : system.display(), state.word()));
            }
        });
        return open;
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Context context) {
        List<String> open = notRestored(course.states(), Set.of(), context);
        return course.isRestored() || open.isEmpty()
                ? Optional.empty()
                : Optional.of("Not every system is restored: %s.".formatted(String.join(", ", open)));
    }
}
