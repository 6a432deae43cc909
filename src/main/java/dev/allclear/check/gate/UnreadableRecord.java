package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Incident;
import dev.allclear.model.StateSetting;
import dev.allclear.model.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code gate/record}. */
public final class UnreadableRecord implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "record",
            "every section of a decision log is a decision that can be read, and no decision stands anywhere else",
            """
            The state of an incident is folded from its decisions. One that can't be read, or that stands where nobody \
            looks, would be left out without a word, and the state would be wrong.""",
            """
            ## Take checkout offline

            We decided to take it offline.
            """,
            """
            ## Take checkout offline

            ```decision
            at: 2026-03-14 14:05
            by: maria.lopez
            system: offline
            informed: [stakeholders, development-team]
            ```

            We decided to take it offline, because …
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        FaultFindings.report(FaultKind.RECORD, context, findings);
        IncidentRule.super.check(context, findings);
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        List<String> systems = incident.systemIds();
        if (systems.isEmpty()) {
            // That the incident names none is a fault of its own.
            return;
        }
        Set<String> said = new HashSet<>();
        for (Decision decision : incident.decisions()) {
            for (StateSetting setting : decision.system().or(List.of())) {
                Word system = setting.system();
                if (system != null && !systems.contains(system.text()) && said.add(system.text())) {
                    findings.report(
                            "system",
                            system.at(),
                            "`%s` is not a system of this incident.".formatted(system.text()),
                            Spelling.didYouMean(system.text(), systems)
                                    + "The incident's systems are: %s.".formatted(String.join(", ", systems)),
                            new Related(incident.systems().at(), "the incident's systems"));
                }
            }
        }
    }
}
