package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A system.
 *
 * @param state its state
 * @param incident the open incident that says so; none if it is operational
 * @param facts what systems.yaml says
 * @param playbooks what restores it
 * @param incidents the incidents that took it away
 */
public record SystemView(
        StateView state,
        List<LinkView> incident,
        List<FactView> facts,
        List<LinkView> playbooks,
        List<IncidentIndexView.Row> incidents) {

    private static final String TEMPLATE = "system.ftlh";

    static PagePlan plan(SystemUnderCare system, Atlas atlas) {
        String page = atlas.systemPage(system.id());
        Made made = Made.with(TEMPLATE).from("systems.yaml").from("people.yaml");
        atlas.accountsOf(system.id()).forEach(a -> made.naming(a.incident()));
        atlas.playbooksOf(system.id()).forEach(p -> made.naming(p.document().path()));
        return new PagePlan(
                page,
                TEMPLATE,
                system.display(),
                "systems",
                List.of(new LinkView(atlas.words().say("section.systems"), new Links(page).to(SiteMap.SYSTEMS))),
                () -> view(system, atlas),
                made.inputs());
    }

    private static SystemView view(SystemUnderCare system, Atlas atlas) {
        Links links = new Links(atlas.systemPage(system.id()));
        Account by = atlas.disrupting(system.id());
        return new SystemView(
                SystemIndexView.state(system, atlas, links),
                by == null ? List.of() : List.of(atlas.incident(by.incident(), links)),
                facts(system, atlas, links),
                atlas.playbooksOf(system.id()).stream()
                        .map(p -> atlas.playbook(p, links))
                        .toList(),
                atlas.accountsOf(system.id()).stream()
                        .map(a -> IncidentIndexView.row(a, atlas, links))
                        .toList());
    }

    private static List<FactView> facts(SystemUnderCare system, Atlas atlas, Links links) {
        List<FactView> facts = new ArrayList<>();
        facts.add(new FactView(
                atlas.words().say("incident.owner"),
                List.of(atlas.person(system.productOwner().value(), links)),
                ""));
        facts.add(new FactView(
                atlas.words().say("system.rto"),
                List.of(new LinkView(atlas.words().orNone(system.rto().map(atlas.words()::length)), "")),
                ""));
        if (system.rpo().value() != null) {
            facts.add(new FactView(
                    atlas.words().say("system.rpo"),
                    List.of(new LinkView(atlas.words().orNone(system.rpo().map(atlas.words()::length)), "")),
                    ""));
        }
        if (!system.dependsOn().isEmpty()) {
            facts.add(new FactView(
                    atlas.words().say("system.depends-on"),
                    system.dependsOn().stream()
                            .map(Word::text)
                            .map(s -> atlas.system(s, links))
                            .toList(),
                    ""));
        }
        if (!atlas.neededBy(system.id()).isEmpty()) {
            facts.add(new FactView(
                    atlas.words().say("system.needed-by"),
                    atlas.neededBy(system.id()).stream()
                            .map(s -> atlas.system(s, links))
                            .toList(),
                    ""));
        }
        return facts;
    }
}
