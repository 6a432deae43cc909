package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Location;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code gate/not-the-owner}. */
public final class NotTheOwner implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "not-the-owner",
            "a decision that changes a state, the sprint, the owner or BAU is by the Product Owner of that moment",
            """
            In a disaster one person decides, after consulting, and everybody can see who. Two people who both set the \
            state leave a third one wondering which of them to follow.""",
            """
            by: ana.silva            # the Product Owner is maria.lopez
            system: restored
            """,
            """
            by: maria.lopez
            system: restored
            consulted: [ana.silva]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        if (context.knowsPeople() && context.knowsSystems()) {
            IncidentRule.super.check(context, findings);
            return;
        }
        List<String> concerned = context.library().incidents().stream()
                .filter(i -> i.decisions().stream().anyMatch(Decision::changesSomething))
                .map(Incident::id)
                .toList();
        if (!concerned.isEmpty()) {
            String file = context.knowsPeople() ? "systems.yaml" : "people.yaml";
            findings.about(concerned)
                    .report(
                            "",
                            Location.startOf(context.content() + "/" + file),
                            "Nobody can tell who may decide: %s names no %s."
                                    .formatted(file, context.knowsPeople() ? "system" : "person"),
                            "Write who is who in people.yaml, and who owns which system in systems.yaml.");
        }
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        if (!context.hasRecord(incident)) {
            return;
        }
        String doubtful = checkFirst(incident, course, context, findings) ? null : course.firstOwner();
        for (Turn turn : course.turns()) {
            Decision decision = turn.decision();
            if (decision.changesSomething()) {
                checkBy(turn, doubtful, context, findings);
            }
            Field<String> owner = decision.owner();
            if (owner.isPresent() && !context.isPerson(owner.or(""))) {
                findings.report(
                        "owner",
                        owner.at(),
                        "The incident is handed over to %s, who is not exactly one known person."
                                .formatted(owner.quoted()),
                        "Write the id of one person of people.yaml.");
            }
        }
    }

    /** Whether the incident's first Product Owner is one. */
    private static boolean checkFirst(Incident incident, Course course, Premises context, Findings findings) {
        Field<String> named = incident.productOwner();
        Set<String> owners = new LinkedHashSet<>();
        for (String id : incident.systemIds()) {
            SystemUnderCare system = context.systems().get(id);
            if (system != null && system.productOwner().value() != null) {
                owners.add(system.productOwner().or(""));
            }
        }
        if (incident.systemIds().isEmpty()) {
            // That the incident names no system is a fault of its own; nobody owns one of none.
            return true;
        }
        if (named.isPresent()) {
            String id = named.value();
            if (id == null || !context.isPerson(id) || !owners.contains(id)) {
                findings.report(
                        "product-owner",
                        named.at(),
                        id != null && context.isPerson(id)
                                ? "The incident's Product Owner %s owns none of its systems.".formatted(named.quoted())
                                : "The incident's Product Owner %s is not exactly one known person."
                                        .formatted(named.quoted()),
                        "Name the Product Owner of one of the incident's systems; hand over by a decision (`owner:`).");
                return false;
            }
        } else if (course.firstOwner() == null && incident.systems().isPresent()) {
            findings.report(
                    "product-owner",
                    incident.systems().at(),
                    owners.size() > 1
                            ? "The incident's systems have different owners (%s), and it does not say who decides."
                                    .formatted(String.join(", ", owners))
                            : "Nobody can tell who the incident's Product Owner is: not every one of its systems has one.",
                    "Write `product-owner:` with the id of the one who decides.");
            return false;
        } else if (course.firstOwner() != null && !context.isPerson(course.firstOwner())) {
            SystemUnderCare system = context.systems().get(incident.systemIds().get(0));
            findings.report(
                    "product-owner",
                    system == null
                            ? incident.systems().at()
                            : system.productOwner().at(),
                    "The Product Owner `%s` is not a known person.".formatted(course.firstOwner()),
                    "Write the id of one person of people.yaml.");
            return false;
        }
        return true;
    }

    /**
     * Checks who took a decision.
     *
     * @param doubtful the first Product Owner, if it is said already that he or she can't be the one; or null
     */
    private static void checkBy(Turn turn, @Nullable String doubtful, Premises context, Findings findings) {
        Decision decision = turn.decision();
        Field<String> by = decision.by();
        String owner = turn.owner();
        String decider = by.value();
        if (decider == null) {
            findings.report(
                    "by",
                    by.at(),
                    by.isPresent()
                            ? "The decision is by %s, which is not exactly one person.".formatted(by.quoted())
                            : "The decision changes something, but does not say who decided.",
                    "Write `by:` with the id of the Product Owner of that moment.");
        } else if (!context.isPerson(decider)) {
            findings.report(
                    "by",
                    by.at(),
                    "The decision is by `%s`, who is not a known person.".formatted(decider),
                    "Write the id of the Product Owner of that moment" + (owner == null ? "." : ", `" + owner + "`."));
        } else if (owner != null && context.isPerson(owner) && !owner.equals(doubtful) && !decider.equals(owner)) {
            findings.report(
                    "by",
                    by.at(),
                    "The decision is by `%s`, but the Product Owner of that moment is `%s`.".formatted(decider, owner),
                    "Only the Product Owner changes a state, the sprint, the owner or BAU. If the incident was handed over, record that by a decision with `owner: %s`."
                            .formatted(decider));
        }
    }
}
