package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Document;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Library;
import dev.allclear.model.Playbook;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.output.Inputs;
import dev.allclear.output.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the pages of a site. Each is filled only when its bytes are asked for. */
public final class Renderer {

    private static final String FINDINGS = "findings.html";

    private final Theme theme;
    private final Templates templates;
    private @Nullable Said said;

    /** The words of the theme in a language. */
    private record Said(String language, Messages messages) {}

    /** With this theme. */
    public Renderer(Theme theme) {
        this.theme = theme;
        this.templates = new Templates(theme);
    }

    /**
     * All pages and the theme's files, in no order that matters.
     *
     * @param accounts what the record and the gate say of each incident, by its id
     */
    public List<Page> render(Library library, Map<String, Account> accounts, Edition edition) {
        Messages messages = messages(library.site().language().or("en"));
        Atlas atlas = new Atlas(library, accounts, edition, messages);
        List<Page> pages = new ArrayList<>();
        plan(library, atlas, (path, plan) -> {
            Planned planned = new Planned(plan);
            pages.add(new Page(
                    path,
                    () -> fill(planned.plan(), atlas),
                    () -> planned.plan().inputs()));
        });
        theme.files().forEach((path, bytes) -> pages.add(file(path, bytes)));
        for (String path : atlas.extras()) {
            byte[] bytes = theme.onDemand(path);
            if (bytes == null) {
                throw new IllegalStateException("the theme lacks " + path);
            }
            pages.add(file(path, bytes));
        }
        return pages;
    }

    /** The words of the theme; those of the last site are kept for the next. */
    private synchronized Messages messages(String language) {
        Said known = said;
        if (known == null || !known.language.equals(language)) {
            known = new Said(language, Messages.of(theme, language));
            said = known;
        }
        return known.messages;
    }

    private static Page file(String path, byte[] bytes) {
        return new Page(
                path,
                bytes::clone,
                new Inputs(new TreeSet<>(), new TreeSet<>(List.of(path)), new TreeSet<>(), new TreeSet<>()));
    }

    /** A page that is planned when somebody asks for it: of a large site most pages are not looked at. */
    private static final class Planned {

        private final Supplier<PagePlan> how;
        private volatile @Nullable PagePlan plan;

        Planned(Supplier<PagePlan> how) {
            this.how = how;
        }

        /** The plan. Two threads may make it at once: it is the same. */
        PagePlan plan() {
            PagePlan made = plan;
            if (made == null) {
                made = how.get();
                plan = made;
            }
            return made;
        }
    }

    /** Hands over each page's path, and how it is planned. */
    private static void plan(Library library, Atlas atlas, BiConsumer<String, Supplier<PagePlan>> plans) {
        plans.accept(SiteMap.HOME, () -> HomeView.plan(atlas));
        plans.accept(SiteMap.INCIDENTS, () -> IncidentIndexView.plan(atlas));
        for (Incident incident : library.incidents()) {
            plans.accept(incident.document().page(), () -> IncidentView.plan(incident, atlas));
            DecisionLog log = incident.log();
            if (log != null) {
                plans.accept(log.document().page(), () -> DecisionLogView.plan(incident, log, atlas));
            }
            Investigation investigation = incident.investigation();
            if (investigation != null) {
                plans.accept(investigation.document().page(), () -> RootCauseView.plan(incident, investigation, atlas));
            }
        }
        plans.accept(SiteMap.PLAYBOOKS, () -> PlaybookIndexView.plan(atlas));
        for (Playbook playbook : library.playbooks()) {
            plans.accept(playbook.document().page(), () -> PlaybookView.plan(playbook, atlas));
        }
        plans.accept(SiteMap.SYSTEMS, () -> SystemIndexView.plan(atlas));
        for (SystemUnderCare system : library.systems().values()) {
            plans.accept(atlas.systemPage(system.id()), () -> SystemView.plan(system, atlas));
        }
        plans.accept(SiteMap.PAGES, () -> PageIndexView.plan(atlas));
        for (Document page : library.pages()) {
            plans.accept(page.page(), () -> PageView.plan(page, atlas));
        }
        plans.accept(SiteMap.PEOPLE, () -> PeopleView.plan(atlas));
        plans.accept(SiteMap.WAIVERS, () -> WaiversView.plan(atlas));
        plans.accept(SiteMap.TAGS, () -> TagsView.plan(atlas));
        plans.accept(SiteMap.FIGURES, () -> FiguresView.plan(atlas));
        if (atlas.edition().urgent()) {
            plans.accept(FINDINGS, () -> FindingsView.plan(atlas));
        }
    }

    private byte[] fill(PagePlan plan, Atlas atlas) {
        Map<String, Object> model = new HashMap<>();
        model.put("frame", FrameView.of(plan, atlas));
        Messages messages = atlas.words().messages();
        model.put("m", new MessageCall(messages, false));
        model.put("n", new MessageCall(messages, true));
        model.put("it", plan.view().get());
        return ProseWords.in(messages, templates.fill(plan.template(), model)).getBytes(StandardCharsets.UTF_8);
    }
}
