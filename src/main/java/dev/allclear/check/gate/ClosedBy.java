package dev.allclear.check.gate;

import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.model.Course;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.time.Instant;
import java.util.Set;

/** {@code gate/closed-by}. */
public final class ClosedBy implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "closed-by",
            "a closed investigation was closed at a stated time, by a known person other than its lead",
            """
            Nobody accepts their own work. A second pair of eyes is the cheapest way to find out that the first \
            explanation was only the first; a time makes the claim one that can be checked.""",
            """
            status: closed
            lead: li.security
            closed-by: li.security
            """,
            """
            status: closed
            lead: li.security
            opened: 2026-03-15 09:00
            closed: 2026-03-20 16:00
            closed-by: maria.lopez
            """);

    private static final Set<String> TIMES = Set.of("opened", "closed");

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Investigation investigation = incident.investigation();
        if (investigation != null && investigation.isClosed()) {
            checkTimes(incident, investigation, context, findings);
            if (context.knowsPeople()) {
                checkPeople(investigation, context, findings);
            }
        }
    }

    private static void checkTimes(Incident incident, Investigation of, Premises context, Findings findings) {
        Instant closed = of.closed().value();
        Instant opened = of.opened().value();
        if (closed == null) {
            unread("closed", of.closed(), "when it was closed", findings);
            return;
        }
        if (opened == null) {
            unread("opened", of.opened(), "when it was opened", findings);
        } else if (closed.isBefore(opened)) {
            findings.report(
                    "closed",
                    of.closed().at(),
                    "The investigation was closed at %s, before it was opened at %s."
                            .formatted(context.shown(closed), context.shown(opened)),
                    "Correct the time that is wrong.",
                    new Related(of.opened().at(), "opened here"));
            return;
        }
        Instant declared = incident.declared().value();
        if (declared == null && incident.decisions().isEmpty()) {
            findings.report(
                    "",
                    of.closed().at(),
                    "That the investigation was closed after the declaration can't be shown: `declared` is %s."
                            .formatted(
                                    incident.declared().isPresent()
                                            ? incident.declared().quoted()
                                            : "not stated"),
                    "Write in incident.md when the incident was declared.",
                    new Related(incident.declared().at(), "the declaration"));
        } else if (declared != null && closed.isBefore(declared)) {
            findings.report(
                    "closed",
                    of.closed().at(),
                    "The investigation was closed at %s, before the incident was declared at %s."
                            .formatted(context.shown(closed), context.shown(declared)),
                    "Correct the time that is wrong.",
                    new Related(incident.declared().at(), "declared here"));
        }
    }

    private static void checkPeople(Investigation of, Premises context, Findings findings) {
        String by = of.closedBy().value();
        String lead = of.lead().value();
        if (by == null) {
            unread("closed-by", of.closedBy(), "who closed it", findings);
        } else if (!context.isPerson(by)) {
            findings.report(
                    "closed-by",
                    of.closedBy().at(),
                    "The investigation was closed by `%s`, who is not a known person.".formatted(by),
                    "Write the id of one person of people.yaml.");
        } else if (lead == null) {
            unread("lead", of.lead(), "who led it, so nobody can tell that somebody else closed it", findings);
        } else if (!context.isPerson(lead)) {
            findings.report(
                    "lead",
                    of.lead().at(),
                    "The investigation was led by `%s`, who is not a known person.".formatted(lead),
                    "Write the id of one person of people.yaml.");
        } else if (by.equals(lead)) {
            findings.report(
                    "closed-by",
                    of.closedBy().at(),
                    "The investigation was closed by `%s`, who led it.".formatted(by),
                    "Let another person accept it, and write who.",
                    new Related(of.lead().at(), "the lead"));
        }
    }

    private static void unread(String name, Field<?> field, String what, Findings findings) {
        findings.report(
                name,
                field.at(),
                field.isPresent()
                        ? "The investigation is closed, but `%s` can't be read: what stands there is %s."
                                .formatted(name, field.quoted())
                        : "The investigation is closed, but `%s` does not say %s.".formatted(name, what),
                field.isPresent() && TIMES.contains(name)
                        ? "Write it as `2026-03-14 14:02`, or with its offset as `2026-03-14T14:02+11:00` where the clocks skip or repeat that hour; or set `status: open`."
                        : "Write `%s`, or set `status: open`.".formatted(name));
    }
}
