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
 * @param parts the pages that tell this incident
 * @param incident the incident
 * @param facts what its record says
 * @param total how many actions there are
 * @param done how many of them are done
 * @param overdue how many are late
 * @param blocking the open actions that block BAU
 * @param actions those that are not done, in the order written
 * @param prose the document's text
 */
public record RootCauseView(
        boolean open,
        boolean closed,
        List<IncidentPart> parts,
        LinkView incident,
        List<FactView> facts,
        int total,
        int done,
        int overdue,
        List<String> blocking,
        List<ActionView> actions,
        ProseView prose) {

    private static final String TEMPLATE = "root-cause.ftlh";

    /**
     * An action that is not done.
     *
     * @param state {@code open} or {@code overdue}
     * @param html safe HTML: what is to be done
     * @param kind what it is for, or empty
     * @param owner who does it
     * @param day when it is due, or empty
     * @param blocks whether BAU waits for it
     */
    public record ActionView(String state, String html, String kind, LinkView owner, String day, boolean blocks) {}

    static PagePlan plan(Incident incident, Investigation investigation, Atlas atlas) {
        String page = investigation.document().page();
        Links links = new Links(page);
        return new PagePlan(
                page,
                TEMPLATE,
                atlas.words().say("root-cause.of", incident.title()),
                "incidents",
                List.of(
                        new LinkView(atlas.words().say("section.incidents"), links.to(SiteMap.INCIDENTS)),
                        atlas.incident(incident, links)),
                () -> view(incident, investigation, atlas, links),
                Made.with(TEMPLATE)
                        .from(investigation.document())
                        .from("people.yaml")
                        .naming(incident)
                        .around(investigation.document(), atlas)
                        .inputs(),
                atlas.around(investigation.document()));
    }

    private static RootCauseView view(Incident incident, Investigation of, Atlas atlas, Links links) {
        Account account = atlas.account(incident);
        LocalDate today = atlas.words().day(atlas.now());
        int done = 0;
        int overdue = 0;
        List<String> blocking = new ArrayList<>();
        List<ActionView> open = new ArrayList<>();
        for (Action action : of.actions()) {
            if (action.done().value() != null) {
                done++;
                continue;
            }
            LocalDate due = action.due().value();
            boolean late = due != null && due.isBefore(today);
            overdue += late ? 1 : 0;
            if (action.blocks()) {
                blocking.add(action.text());
            }
            String kind = action.kind().map(k -> k.word());
            open.add(new ActionView(
                    late ? "overdue" : "open",
                    action.html(),
                    kind == null ? "" : kind,
                    atlas.person(action.owner().value(), links),
                    due == null ? "" : atlas.words().date(due),
                    action.blocks()));
        }
        return new RootCauseView(
                account.isOpen(),
                of.isClosed(),
                IncidentPart.of(incident, atlas, links),
                atlas.incident(incident, links),
                facts(of, atlas, links),
                of.actions().size(),
                done,
                overdue,
                blocking,
                open,
                ProseView.of(of.document().prose(), atlas.words()));
    }

    private static List<FactView> facts(Investigation of, Atlas atlas, Links links) {
        Words words = atlas.words();
        List<FactView> facts = new ArrayList<>();
        facts.add(new FactView(
                words.say("root-cause.lead"), List.of(atlas.person(of.lead().value(), links)), ""));
        if (of.opened().isPresent()) {
            facts.add(
                    fact(words.say("root-cause.opened"), words.time(of.opened()).shown()));
        }
        if (of.isClosed()) {
            facts.add(fact(
                    words.say("root-cause.closed-at"), words.time(of.closed()).shown()));
            facts.add(new FactView(
                    words.say("root-cause.closed-by"),
                    List.of(atlas.person(of.closedBy().value(), links)),
                    ""));
        }
        List<LinkView> causes = new ArrayList<>();
        for (Field<Cause> cause : of.causes().or(List.of())) {
            Cause value = cause.value();
            causes.add(new LinkView(value == null ? String.valueOf(cause.written()) : atlas.word("cause", value), ""));
        }
        if (!causes.isEmpty()) {
            facts.add(new FactView(words.say("root-cause.causes"), causes, ""));
        }
        return facts;
    }

    private static FactView fact(String name, String value) {
        return new FactView(name, List.of(new LinkView(value, "")), "");
    }
}
