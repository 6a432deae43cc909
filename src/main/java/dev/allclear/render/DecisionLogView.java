package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Decision;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Evidence;
import dev.allclear.model.Incident;
import dev.allclear.model.PlaybookRef;
import dev.allclear.model.SiteMap;
import dev.allclear.model.Turn;
import dev.allclear.model.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision log.
 *
 * @param open whether BAU is suspended
 * @param parts the pages that tell this incident
 * @param incident the incident
 * @param preamble what stands before the first decision
 * @param entries the decisions, in order
 * @param footnotes safe HTML of the document's footnotes
 * @param toc the table of contents: a line for each decision
 */
public record DecisionLogView(
        boolean open,
        List<IncidentPart> parts,
        LinkView incident,
        ProseView preamble,
        List<Entry> entries,
        String footnotes,
        List<TocView> toc) {

    private static final String TEMPLATE = "decisions.ftlh";

    /**
     * One decision.
     *
     * @param id its anchor
     * @param title safe HTML
     * @param at when
     * @param by who decided
     * @param states the states that it set
     * @param changes what else it changed, in words
     * @param consulted who was asked
     * @param informed who was told
     * @param evidence safe HTML, one for each piece
     * @param playbook the playbook that it starts
     * @param html safe HTML: why
     */
    public record Entry(
            String id,
            String title,
            TimeView at,
            LinkView by,
            List<StateView> states,
            List<String> changes,
            List<LinkView> consulted,
            List<LinkView> informed,
            List<String> evidence,
            List<LinkView> playbook,
            String html) {}

    static PagePlan plan(Incident incident, DecisionLog log, Atlas atlas) {
        String page = log.document().page();
        Links links = new Links(page);
        Made made = Made.with(TEMPLATE)
                .from(log.document())
                .from("people.yaml")
                .from("systems.yaml")
                .naming(incident);
        atlas.followed(incident).forEach(r -> made.naming("playbooks/" + r.id() + ".md"));
        if (atlas.namesAnotherVersion(incident)) {
            made.versions();
        }
        return new PagePlan(
                page,
                TEMPLATE,
                atlas.words().say("decisions.of", incident.title()),
                "incidents",
                List.of(
                        new LinkView(atlas.words().say("section.incidents"), links.to(SiteMap.INCIDENTS)),
                        atlas.incident(incident, links)),
                () -> view(incident, log, atlas, links),
                made.around(log.document(), atlas).inputs(),
                atlas.around(log.document()));
    }

    private static DecisionLogView view(Incident incident, DecisionLog log, Atlas atlas, Links links) {
        Account account = atlas.account(incident);
        List<Entry> entries = new ArrayList<>();
        for (Turn turn : account.course().turns()) {
            entries.add(entry(turn, account, atlas, links));
        }
        return new DecisionLogView(
                account.isOpen(),
                IncidentPart.of(incident, atlas, links),
                atlas.incident(incident, links),
                ProseView.of(new dev.allclear.model.Prose(log.preamble().parts(), ""), atlas.words()),
                entries,
                log.preamble().footnotes(),
                toc(entries));
    }

    private static List<TocView> toc(List<Entry> entries) {
        List<TocView> toc = new ArrayList<>();
        for (Entry entry : entries) {
            String title = (toc.size() + 1) + ". " + ProseView.withoutLinks(entry.title());
            toc.add(new TocView(2, title, entry.id()));
        }
        return toc;
    }

    private static Entry entry(Turn turn, Account account, Atlas atlas, Links links) {
        Decision decision = turn.decision();
        List<StateView> states = new ArrayList<>();
        if (decision.system().isPresent()) {
            turn.after().forEach((id, state) -> {
                if (state != turn.before().get(id) || turn.unclear().contains(id)) {
                    states.add(new StateView(
                            atlas.system(id, links),
                            turn.unclear().contains(id) ? "unclear" : state.word(),
                            new TimeView("", ""),
                            ""));
                }
            });
        }
        PlaybookRef playbook = decision.playbook().value();
        return new Entry(
                decision.id(),
                decision.titleHtml(),
                atlas.words().time(decision.at()),
                by(decision, atlas, links),
                states,
                IncidentView.changes(turn, account, atlas),
                people(decision.consulted().value(), atlas, links),
                people(decision.informed().value(), atlas, links),
                decision.evidence().or(List.of()).stream().map(Evidence::html).toList(),
                playbook == null ? List.of() : List.of(atlas.playbook(playbook, links)),
                decision.html());
    }

    private static LinkView by(Decision decision, Atlas atlas, Links links) {
        return decision.by().value() == null && decision.by().isPresent()
                ? new LinkView(String.valueOf(decision.by().written()), "")
                : atlas.person(decision.by().value(), links);
    }

    private static List<LinkView> people(@Nullable List<Word> words, Atlas atlas, Links links) {
        return words == null
                ? List.of()
                : words.stream().map(w -> atlas.personOrGroup(w.text(), links)).toList();
    }
}
