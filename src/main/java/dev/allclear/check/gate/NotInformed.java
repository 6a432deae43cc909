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
import dev.allclear.model.Turn;
import dev.allclear.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code gate/not-informed}. */
public final class NotInformed implements IncidentRule {

    private static final RuleCard CARD = GateCard.of(
            "not-informed",
            "a decision that changes a state, the sprint or BAU informed every group that must be told",
            """
            A state that nobody was told of is a rumour. Who must be told is agreed beforehand, in `site.yaml`, so that \
            nobody has to think of it during the disaster.""",
            """
            system: offline
            informed: [development-team]      # inform: [stakeholders, development-team]
            """,
            """
            system: offline
            informed: [stakeholders, development-team]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        if (context.knowsPeople() && context.library().incidents().stream().anyMatch(NotInformed::isConcerned)) {
            checkSetting(
                    context,
                    () -> findings.about(context.library().incidents().stream()
                            .filter(NotInformed::isConcerned)
                            .map(Incident::id)
                            .toList()));
            IncidentRule.super.check(context, findings);
        }
    }

    private static boolean isConcerned(Incident incident) {
        return incident.decisions().stream().anyMatch(Decision::mustBeTold);
    }

    private static void checkSetting(Premises context, Supplier<Findings> findings) {
        Field<List<Word>> inform = context.site().inform();
        if (inform.or(List.of()).isEmpty()) {
            findings.get()
                    .report(
                            "inform",
                            inform.at(),
                            inform.isUnreadable()
                                    ? "Who must be told can't be read: `inform` is %s.".formatted(inform.quoted())
                                    : "Nobody must be told of a change of state: `inform` names no group.",
                            "Name at least one group of people.yaml, as in `inform: [stakeholders, development-team]`.");
            return;
        }
        for (Word group : inform.or(List.of())) {
            if (!isGroup(group, context)) {
                findings.get()
                        .report(
                                "inform",
                                group.at(),
                                context.groups().containsKey(group.text())
                                        ? "The group `%s`, which must be told, has no known member."
                                                .formatted(group.text())
                                        : "`%s`, which must be told, is not a group.".formatted(group.text()),
                                "Write the group and its members in people.yaml.");
            }
        }
    }

    private static boolean isGroup(Word group, Premises context) {
        return context.groups().containsKey(group.text())
                && !context.peopleNamed(group.text()).isEmpty();
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        List<Word> inform = context.site().inform().or(List.of());
        for (Turn turn : course.turns()) {
            Decision decision = turn.decision();
            if (!decision.mustBeTold() || decision.informed().isUnreadable()) {
                continue;
            }
            Set<String> told =
                    decision.informed().or(List.of()).stream().map(Word::text).collect(Collectors.toSet());
            List<String> untold = new ArrayList<>();
            for (Word group : inform) {
                if (isGroup(group, context) && !told.contains(group.text())) {
                    untold.add(group.text());
                }
            }
            if (!untold.isEmpty()) {
                findings.report(
                        "informed",
                        decision.informed().isPresent() ? decision.informed().at() : trigger(decision),
                        "The decision changes %s, but %s not informed."
                                .formatted(
                                        what(decision),
                                        String.join(" and ", untold) + (untold.size() == 1 ? " was" : " were")),
                        "Tell them, and write `informed: [%s]`."
                                .formatted(inform.stream().map(Word::text).collect(Collectors.joining(", "))));
            }
        }
    }

    private static Location trigger(Decision decision) {
        if (decision.bau().isPresent()) {
            return decision.bau().at();
        }
        return decision.system().value() != null
                ? decision.system().at()
                : decision.sprint().at();
    }

    private static String what(Decision decision) {
        if (decision.bau().isPresent()) {
            return "BAU";
        }
        return decision.system().isPresent() ? "a system's state" : "the sprint";
    }
}
