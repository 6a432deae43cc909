package dev.allclear.check.incident;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;

/** {@code incident/no-timeline}. */
public final class NoTimeline implements IncidentRule {

    private static final RuleCard CARD = new RuleCard(
            "incident/no-timeline",
            Severity.WARNING,
            "an incident, or its root-cause report, has a timeline",
            """
            What happened when is the first thing that is forgotten and the first that is asked for. Ten lines written \
            on the day are worth more than an interview in a month.""",
            """
            Checkout was offline for a while in the morning.
            """,
            """
            ## Timeline

            | Time             | What happened                     |
            |------------------|-----------------------------------|
            | 2026-03-14 13:47 | First report of a failed purchase |
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Investigation investigation = incident.investigation();
        boolean there = !incident.timeline().isEmpty()
                || (investigation != null
                        && investigation.document().prose().parts().stream()
                                .anyMatch(p -> p.text().strip().equalsIgnoreCase("Timeline")
                                        && !p.html().isBlank()));
        if (!there) {
            findings.report(
                    "Timeline",
                    incident.document().top(),
                    incident.hasTimeline()
                            ? "The incident's timeline has no entry that begins with a time."
                            : "The incident has no timeline.",
                    "Write under `## Timeline` a table or a list whose entries begin with a time.");
        }
    }
}
