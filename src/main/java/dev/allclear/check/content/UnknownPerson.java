package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.IncidentRule;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Action;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Field;
import dev.allclear.model.Group;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Playbook;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.util.ArrayList;
import java.util.List;

/** {@code content/unknown-person}. */
public final class UnknownPerson implements IncidentRule {

    private static final RuleCard CARD = new RuleCard(
            "content/unknown-person", Severity.ERROR, "whoever is named stands in people.yaml", """
            One person decides and everybody can see who: a name that nobody knows answers for nothing.""", """
            owner: sam.opps
            """, """
            owner: sam.ops
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        if (!context.knowsPeople() && !context.library().incidents().isEmpty()) {
            return;
        }
        for (Group group : context.groups().values()) {
            group.members().forEach(m -> person("groups", m, context, findings));
        }
        for (Word group : context.site().inform().or(List.of())) {
            if (!context.groups().containsKey(group.text())) {
                report("inform", group, "is not a group", names(context, false), findings);
            }
        }
        for (SystemUnderCare system : context.systems().values()) {
            field("product-owner", system.productOwner(), context, findings);
        }
        for (Playbook playbook : context.library().playbooks()) {
            field("owner", playbook.owner(), context, findings);
        }
        IncidentRule.super.check(context, findings);
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        field("product-owner", incident.productOwner(), context, findings);
        for (Decision decision : incident.decisions()) {
            if (!decision.changesSomething()) {
                field("by", decision.by(), context, findings);
            }
            decision.consulted().or(List.of()).forEach(w -> personOrGroup("consulted", w, context, findings));
            decision.informed().or(List.of()).forEach(w -> personOrGroup("informed", w, context, findings));
        }
        Investigation investigation = incident.investigation();
        if (investigation != null) {
            field("lead", investigation.lead(), context, findings);
            field("closed-by", investigation.closedBy(), context, findings);
            for (Action action : investigation.actions()) {
                field("Owner", action.owner(), context, findings);
            }
        }
    }

    private static void field(String subject, Field<String> field, Premises context, Findings findings) {
        String id = field.value();
        if (id != null) {
            person(subject, new Word(id, field.at()), context, findings);
        }
    }

    private static void person(String subject, Word word, Premises context, Findings findings) {
        if (!context.isPerson(word.text())) {
            report(subject, word, "is not a known person", names(context, true), findings);
        }
    }

    private static void personOrGroup(String subject, Word word, Premises context, Findings findings) {
        if (!context.isPerson(word.text()) && !context.groups().containsKey(word.text())) {
            List<String> all = new ArrayList<>(names(context, true));
            all.addAll(names(context, false));
            report(subject, word, "is not a known person or group", all, findings);
        }
    }

    private static List<String> names(Premises context, boolean people) {
        return List.copyOf(people ? context.people().keySet() : context.groups().keySet());
    }

    private static void report(String subject, Word word, String what, List<String> known, Findings findings) {
        findings.report(
                subject,
                word.at(),
                "`%s` %s.".formatted(word.text(), what),
                Spelling.didYouMean(word.text(), known) + "Write an id of people.yaml, or add it there.");
    }
}
