package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Playbook;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The status board.
 *
 * @param resumed whether BAU has resumed everywhere
 * @param open the incidents whose BAU is suspended, the latest first
 * @param exercises the rehearsals under way
 * @param systems every system and its state, those that are not operational first
 * @param recent the incidents closed last
 * @param playbooks the playbooks by system
 * @param others the playbooks that name no system
 * @param emergency the emergency edition, with the digest that a copy of it is compared with
 */
public record HomeView(
        boolean resumed,
        List<IncidentCard> open,
        List<IncidentCard> exercises,
        List<StateView> systems,
        List<IncidentCard> recent,
        List<PlaybookGroup> playbooks,
        List<LinkView> others,
        LinkView emergency) {

    private static final int RECENT = 5;
    private static final int MOST_PLAYBOOKS = 40;
    private static final String TEMPLATE = "home.ftlh";

    /**
     * The playbooks of a system.
     *
     * @param system the system
     * @param playbooks its playbooks
     */
    public record PlaybookGroup(LinkView system, List<LinkView> playbooks) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE).from("people.yaml").from("systems.yaml");
        atlas.accounts().forEach(a -> made.naming(a.incident()));
        atlas.library().playbooks().forEach(p -> made.naming(p.document().path()));
        atlas.library().emergency().files().keySet().forEach(made::from);
        return new PagePlan(
                SiteMap.HOME,
                TEMPLATE,
                atlas.words().say("section.home"),
                "home",
                List.of(),
                () -> view(atlas),
                made.inputs());
    }

    private static HomeView view(Atlas atlas) {
        Links links = new Links(SiteMap.HOME);
        List<StateView> systems = new ArrayList<>();
        for (SystemUnderCare system : atlas.library().systems().values()) {
            systems.add(SystemIndexView.state(system, atlas, links));
        }
        // What is not as it should be is what somebody looks for; the rest stays in the order of systems.yaml.
        systems.sort(Comparator.comparing(s -> s.state().equals(dev.allclear.model.SystemState.OPERATIONAL.word())));
        List<PlaybookGroup> groups = new ArrayList<>();
        for (SystemUnderCare system : atlas.library().systems().values()) {
            List<LinkView> playbooks = atlas.playbooksOf(system.id()).stream()
                    .map(p -> atlas.playbook(p, links))
                    .toList();
            if (!playbooks.isEmpty()) {
                groups.add(new PlaybookGroup(atlas.system(system.id(), links), playbooks));
            }
        }
        return new HomeView(
                atlas.open().isEmpty(),
                cards(atlas.open(), atlas, links),
                cards(
                        atlas.accounts().stream()
                                .filter(a -> a.isOpen() && a.incident().isExercise())
                                .toList(),
                        atlas,
                        links),
                systems,
                cards(
                        atlas.accounts().stream()
                                .filter(a -> !a.isOpen() && !a.incident().isExercise())
                                .limit(RECENT)
                                .toList(),
                        atlas,
                        links),
                groups,
                atlas.library().playbooks().stream()
                        .filter(p -> p.systems().isEmpty())
                        .limit(MOST_PLAYBOOKS)
                        .map((Playbook p) -> atlas.playbook(p, links))
                        .toList(),
                EmergencyView.newest(SiteMap.HOME, atlas));
    }

    private static List<IncidentCard> cards(List<Account> accounts, Atlas atlas, Links links) {
        return accounts.stream().map(a -> IncidentCard.of(a, atlas, links)).toList();
    }
}
