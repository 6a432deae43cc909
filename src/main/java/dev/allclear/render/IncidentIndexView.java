package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Measure;
import dev.allclear.model.SiteMap;
import java.util.ArrayList;
import java.util.List;

/**
 * All incidents.
 *
 * @param open those whose BAU is suspended
 * @param closed the others, the latest first
 * @param exercises the rehearsals
 */
public record IncidentIndexView(List<Row> open, List<Row> closed, List<Row> exercises) {

    private static final String TEMPLATE = "incidents.ftlh";
    private static final String PATH = SiteMap.INCIDENTS;

    /**
     * A row of the index.
     *
     * @param link the incident
     * @param declared when it was declared
     * @param severity how severe
     * @param kind what kind of event
     * @param systems its systems
     * @param open whether BAU is suspended
     * @param restore how long it took to restore
     * @param missed whether that missed the objective
     */
    public record Row(
            LinkView link,
            TimeView declared,
            String severity,
            String kind,
            List<LinkView> systems,
            boolean open,
            String restore,
            boolean missed) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE).from("systems.yaml");
        atlas.accounts().forEach(a -> made.naming(a.incident().document().path()));
        return new PagePlan(PATH, TEMPLATE, "Incidents", "incidents", List.of(), () -> view(atlas), made.inputs());
    }

    private static IncidentIndexView view(Atlas atlas) {
        Links links = new Links(PATH);
        List<Row> open = new ArrayList<>();
        List<Row> closed = new ArrayList<>();
        List<Row> exercises = new ArrayList<>();
        for (Account account : atlas.accounts()) {
            List<Row> rows = account.incident().isExercise() ? exercises : account.isOpen() ? open : closed;
            rows.add(row(account, atlas, links));
        }
        return new IncidentIndexView(open, closed, exercises);
    }

    static Row row(Account account, Atlas atlas, Links links) {
        Measure restore = account.figures().restore();
        String severity = account.incident().severity().map(s -> s.word());
        String kind = account.incident().kind().map(k -> k.word());
        return new Row(
                atlas.incident(account.incident(), links),
                atlas.words().time(account.incident().declared()),
                severity == null ? "" : severity,
                kind == null ? "" : kind,
                account.incident().systemIds().stream()
                        .map(s -> atlas.system(s, links))
                        .toList(),
                account.isOpen(),
                restore == null ? "" : Words.length(restore.took()),
                restore != null && restore.missed());
    }
}
