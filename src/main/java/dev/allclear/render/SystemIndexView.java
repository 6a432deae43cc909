package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import java.util.ArrayList;
import java.util.List;

/**
 * All systems.
 *
 * @param rows one for each
 */
public record SystemIndexView(List<Row> rows) {

    private static final String TEMPLATE = "systems.ftlh";
    private static final String PATH = SiteMap.SYSTEMS;

    /**
     * A row of the index.
     *
     * @param state the system and its state
     * @param owner its Product Owner
     * @param rto its recovery time objective, or empty
     * @param rpo its recovery point objective, or empty
     * @param playbooks how many playbooks restore it
     */
    public record Row(StateView state, LinkView owner, String rto, String rpo, int playbooks) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE).from("systems.yaml").from("people.yaml");
        atlas.accounts().forEach(a -> made.naming(a.incident().document().path()));
        return new PagePlan(PATH, TEMPLATE, "Systems", "systems", List.of(), () -> view(atlas), made.inputs());
    }

    private static SystemIndexView view(Atlas atlas) {
        Links links = new Links(PATH);
        List<Row> rows = new ArrayList<>();
        for (SystemUnderCare system : atlas.library().systems().values()) {
            rows.add(row(system, atlas, links));
        }
        return new SystemIndexView(rows);
    }

    static Row row(SystemUnderCare system, Atlas atlas, Links links) {
        String rto = system.rto().map(Words::length);
        String rpo = system.rpo().map(Words::length);
        return new Row(
                state(system, atlas, links),
                atlas.person(system.productOwner().value(), links),
                rto == null ? "" : rto,
                rpo == null ? "" : rpo,
                atlas.playbooksOf(system.id()).size());
    }

    static StateView state(SystemUnderCare system, Atlas atlas, Links links) {
        Account by = atlas.disrupting(system.id());
        return new StateView(
                atlas.system(system.id(), links),
                atlas.state(system.id()).word(),
                by == null ? new TimeView("", "") : atlas.since(by, system.id()),
                by == null ? "" : by.incident().title());
    }
}
