package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Action;
import dev.allclear.model.Cause;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.SiteMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A root-cause report.
 *
 * @param open whether BAU is suspended
 * @param closed whether the investigation is closed
 * @param incident the incident
 * @param facts what its record says
 * @param actions how many actions there are
 * @param done how many of them are done
 * @param overdue how many are late
 * @param blocking the open actions that block BAU
 * @param prose the document's text
 */
public record RootCauseView(
        boolean open,
        boolean closed,
        LinkView incident,
        List<FactView> facts,
        int actions,
        int done,
        int overdue,
        List<String> blocking,
        ProseView prose) {

    private static final String TEMPLATE = "root-cause.ftlh";

    static PagePlan plan(Incident incident, Investigation investigation, Atlas atlas) {
        String page = investigation.document().page();
        Links links = new Links(page);
        return new PagePlan(
                page,
                TEMPLATE,
                "Root cause: " + incident.title(),
                "incidents",
                List.of(new LinkView("Incidents", links.to(SiteMap.INCIDENTS)), atlas.incident(incident, links)),
                () -> view(incident, investigation, atlas, links),
                Made.with(TEMPLATE)
                        .from(investigation.document())
                        .from("people.yaml")
                        .naming(incident.document().path())
                        .inputs());
    }

    private static RootCauseView view(Incident incident, Investigation of, Atlas atlas, Links links) {
        Account account = atlas.account(incident);
        LocalDate today = LocalDate.ofInstant(atlas.now(), atlas.words().zone());
        int done = 0;
        int overdue = 0;
        List<String> blocking = new ArrayList<>();
        for (Action action : of.actions()) {
            boolean isDone = action.done().value() != null;
            LocalDate due = action.due().value();
            done += isDone ? 1 : 0;
            overdue += !isDone && due != null && due.isBefore(today) ? 1 : 0;
            if (!isDone && action.blocks()) {
                blocking.add(action.text());
            }
        }
        return new RootCauseView(
                account.isOpen(),
                of.isClosed(),
                atlas.incident(incident, links),
                facts(of, atlas, links),
                of.actions().size(),
                done,
                overdue,
                blocking,
                ProseView.of(of.document().prose()));
    }

    private static List<FactView> facts(Investigation of, Atlas atlas, Links links) {
        List<FactView> facts = new ArrayList<>();
        facts.add(new FactView("Led by", List.of(atlas.person(of.lead().value(), links)), ""));
        if (of.opened().isPresent()) {
            facts.add(new FactView(
                    "Opened",
                    List.of(new LinkView(atlas.words().time(of.opened()).shown(), "")),
                    ""));
        }
        if (of.isClosed()) {
            facts.add(new FactView(
                    "Closed",
                    List.of(new LinkView(atlas.words().time(of.closed()).shown(), "")),
                    ""));
            facts.add(new FactView(
                    "Accepted by", List.of(atlas.person(of.closedBy().value(), links)), ""));
        }
        List<LinkView> causes = new ArrayList<>();
        for (Field<Cause> cause : of.causes().or(List.of())) {
            Cause value = cause.value();
            causes.add(new LinkView(value == null ? String.valueOf(cause.written()) : value.word(), ""));
        }
        if (!causes.isEmpty()) {
            facts.add(new FactView("Causes", causes, ""));
        }
        return facts;
    }
}
