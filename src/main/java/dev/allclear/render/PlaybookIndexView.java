package dev.allclear.render;

import dev.allclear.model.Playbook;
import dev.allclear.model.SiteMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All playbooks.
 *
 * @param folders the playbooks by folder
 * @param emergency the emergency edition, with the digest that a copy of it is compared with
 */
public record PlaybookIndexView(List<Folder> folders, LinkView emergency) {

    private static final String TEMPLATE = "playbooks.ftlh";
    private static final String PATH = SiteMap.PLAYBOOKS;

    /**
     * A folder of playbooks.
     *
     * @param name its name, empty for the topmost
     * @param rows its playbooks
     * @param plain whether none of them says more than its title
     */
    public record Folder(String name, List<Row> rows, boolean plain) {}

    /**
     * A row of the index.
     *
     * @param link the playbook
     * @param version its version, or empty
     * @param systems what it restores
     * @param steps how many steps it has
     * @param within how long they may take together, or empty
     * @param minutes the same in minutes, to sort by
     * @param reviewed when it was reviewed, or empty
     */
    public record Row(
            LinkView link,
            String version,
            List<LinkView> systems,
            int steps,
            String within,
            long minutes,
            String reviewed) {

        boolean isPlain() {
            return version.isEmpty() && systems.isEmpty() && steps == 0 && within.isEmpty() && reviewed.isEmpty();
        }
    }

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE).from("systems.yaml");
        atlas.library().playbooks().forEach(p -> made.naming(p.document().path()));
        atlas.library().emergency().files().keySet().forEach(made::from);
        return new PagePlan(
                PATH,
                TEMPLATE,
                atlas.words().say("section.playbooks"),
                "playbooks",
                List.of(),
                () -> view(atlas),
                made.inputs());
    }

    private static PlaybookIndexView view(Atlas atlas) {
        Links links = new Links(PATH);
        Map<String, List<Row>> folders = new TreeMap<>();
        for (Playbook playbook : atlas.library().playbooks()) {
            int slash = playbook.id().lastIndexOf('/');
            folders.computeIfAbsent(slash < 0 ? "" : playbook.id().substring(0, slash), k -> new ArrayList<>())
                    .add(row(playbook, atlas, links));
        }
        List<Folder> all = new ArrayList<>();
        folders.forEach(
                (name, rows) -> all.add(new Folder(name, rows, rows.stream().allMatch(Row::isPlain))));
        return new PlaybookIndexView(all, EmergencyView.newest(PATH, atlas));
    }

    private static Row row(Playbook playbook, Atlas atlas, Links links) {
        Duration within = playbook.within();
        String version = playbook.version().map(String::valueOf);
        String reviewed = playbook.reviewed().map(atlas.words()::date);
        return new Row(
                atlas.playbook(playbook, links),
                version == null ? "" : version,
                playbook.systems().stream()
                        .map(s -> atlas.system(s.text(), links))
                        .toList(),
                playbook.steps().size(),
                within.isZero() ? "" : atlas.words().length(within),
                within.toMinutes(),
                reviewed == null ? "" : reviewed);
    }
}
