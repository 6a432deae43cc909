package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param rtoMinutes the same in minutes, to sort by; -1 if there is none
     * @param rpo its recovery point objective, or empty
     * @param rpoMinutes the same in minutes, to sort by; -1 if there is none
     * @param playbooks how many playbooks restore it
     */
    public record Row(
            StateView state, LinkView owner, String rto, long rtoMinutes, String rpo, long rpoMinutes, int playbooks) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE).from("systems.yaml").from("people.yaml");
        atlas.accounts().forEach(a -> made.naming(a.incident()));
        return new PagePlan(
                PATH,
                TEMPLATE,
                atlas.words().say("section.systems"),
                "systems",
                List.of(),
                () -> view(atlas),
                made.inputs());
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
        String rto = system.rto().map(atlas.words()::length);
        String rpo = system.rpo().map(atlas.words()::length);
        return new Row(
                state(system, atlas, links),
                atlas.person(system.productOwner().value(), links),
                rto == null ? "" : rto,
                minutes(system.rto().value()),
                rpo == null ? "" : rpo,
                minutes(system.rpo().value()),
                atlas.playbooksOf(system.id()).size());
    }

    private static long minutes(@Nullable Duration duration) {
        return duration == null ? -1 : duration.toMinutes();
    }

    static StateView state(SystemUnderCare system, Atlas atlas, Links links) {
        Account by = atlas.disrupting(system.id());
        return new StateView(
                atlas.system(system.id(), links),
                atlas.state(system.id()).word(),
                by == null ? atlas.operationalSince(system.id()) : atlas.since(by, system.id()),
                by == null ? "" : by.incident().title());
    }
}
