package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** {@code gate/order}. */
public final class Order implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "order",
            "decisions stand in the order of their times, none before the incident was declared",
            """
            A log is read from top to bottom, at three in the morning. A decision out of its place was either written \
            later than it claims or has the wrong time, and both mislead.""",
            """
            at: 2026-03-14 15:00
            …
            at: 2026-03-14 14:10
            """,
            """
            at: 2026-03-14 14:10
            …
            at: 2026-03-14 15:00
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        Field<ZoneId> zone = context.site().zone();
        List<String> concerned = context.library().incidents().stream()
                .filter(i -> !i.decisions().isEmpty())
                .map(Incident::id)
                .toList();
        if (zone.value() == null && !concerned.isEmpty()) {
            findings.about(concerned)
                    .report(
                            "time-zone",
                            zone.at(),
                            "The order of decisions can't be told: `time-zone` is %s."
                                    .formatted(zone.isPresent() ? zone.quoted() + ", which is not one" : "not stated"),
                            "Write the IANA name of the time zone, as in `time-zone: Europe/Lisbon`.");
        }
        IncidentRule.super.check(context, findings);
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        if (!context.hasRecord(incident) && !incident.decisions().isEmpty()) {
            findings.report(
                    "",
                    incident.decisions().get(0).heading(),
                    "Decisions are recorded, but incident.md does not say of what: its front matter can't be read or is empty.",
                    "Mend incident.md first.",
                    new Related(incident.document().top(), "the incident's record"));
            return;
        }
        Instant declared = incident.declared().value();
        Decision before = null;
        for (Decision decision : incident.decisions()) {
            Instant at = decision.at().value();
            if (at == null) {
                continue;
            }
            Instant last = before == null ? null : before.at().value();
            if (before != null && last != null && at.isBefore(last)) {
                findings.report(
                        "at",
                        decision.at().at(),
                        "The decision `%s` of %s stands below one of %s."
                                .formatted(decision.title(), context.shown(at), context.shown(last)),
                        "Put the decisions in the order in which they were taken, or correct the time.",
                        new Related(before.at().at(), "the later one"));
                continue;
            }
            if (before == null && declared == null) {
                findings.report(
                        "",
                        decision.at().at(),
                        "That the decision came after the declaration can't be shown: `declared` is %s."
                                .formatted(
                                        incident.declared().isPresent()
                                                ? incident.declared().quoted()
                                                : "not stated"),
                        "Write in incident.md when the incident was declared.",
                        new Related(incident.declared().at(), "the declaration"));
            } else if (declared != null && at.isBefore(declared)) {
                findings.report(
                        "at",
                        decision.at().at(),
                        "The decision `%s` of %s was taken before the incident was declared at %s."
                                .formatted(decision.title(), context.shown(at), context.shown(declared)),
                        "Correct the time that is wrong.",
                        new Related(incident.declared().at(), "declared here"));
            }
            before = decision;
        }
    }
}
