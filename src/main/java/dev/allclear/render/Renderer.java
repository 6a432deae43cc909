package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Document;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Issue;
import dev.allclear.model.Library;
import dev.allclear.model.Playbook;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.output.Inputs;
import dev.allclear.output.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the pages of a site. Each is filled only when its bytes are asked for. */
public final class Renderer {

    private static final String HTML = ".html";
    private static final String FINDINGS = "findings.html";

    /** What a template takes from its frame that is not the same on a page of the site and on one of a version. */
    private static final Pattern OF_AN_EDITION = Pattern.compile("frame\\.(imprint|top)\\b");

    /** The templates that may: the frame itself, and pages that are not shared. */
    private static final Set<String> ABOUT_EDITIONS =
            Set.of("layout.ftlh", "versions.ftlh", "gone.ftlh", "withdrawn.ftlh", "emergency.ftlh");

    private final Theme theme;
    private final Templates templates;
    private final Pictures pictures;
    private final List<Page> files = new ArrayList<>();
    private final Map<String, Page> extras = new HashMap<>();
    private @Nullable Bodies bodies;
    private @Nullable Said said;

    /** The words of the theme in a language. */
    private record Said(String language, Messages messages) {}

    /** With this theme, and with what gives the pictures of the content. */
    public Renderer(Theme theme, Pictures pictures) {
        this.theme = theme;
        this.pictures = pictures;
        this.templates = new Templates(theme);
        theme.files().forEach((path, bytes) -> files.add(file(path, bytes)));
    }

    /**
     * All pages and the theme's files, in no order that matters. The files are the same pages each time, so that whoever
     * renders two editions of a library can tell what they have in common.
     *
     * @param accounts what the record and the gate say of each incident, by its id
     */
    public List<Page> render(Library library, Map<String, Account> accounts, Edition edition) {
        Atlas atlas = atlas(library, accounts, edition);
        Map<String, Page> planned = new LinkedHashMap<>();
        plan(library, atlas, (path, plan) -> {
            Planned how = new Planned(plan);
            planned.put(
                    path,
                    new Page(
                            path,
                            () -> fill(how.plan(), atlas),
                            () -> how.plan().inputs()));
        });
        List<Page> pages = new ArrayList<>(files);
        for (String path : atlas.extras()) {
            pages.add(extras.computeIfAbsent(path, this::extra));
        }
        Set<String> taken = new HashSet<>(Set.of(SiteMap.RECORD));
        taken.addAll(planned.keySet());
        if (edition.imprint() != null) {
            pages.add(VersionScripts.pages(
                    edition.imprint().label(),
                    taken.stream().filter(p -> p.endsWith(HTML)).toList()));
        } else {
            pages.forEach(p -> taken.add(p.path()));
            library.assets().forEach(a -> taken.add(a.target()));
            GoneView.plans(atlas, taken).forEach(p -> pages.add(page(p, atlas)));
            pages.addAll(aboutVersions(atlas));
        }
        pages.addAll(planned.values());
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

    /**
     * From now on pages of the site lend what they say to those of a version of the same library, where that is the same. The
     * site's are to be filled first.
     */
    public void shareBodies() {
        boolean told = theme.templates().stream()
                .filter(t -> !ABOUT_EDITIONS.contains(t))
                .map(theme::template)
                .anyMatch(t -> t != null && OF_AN_EDITION.matcher(t).find());
        bodies = told ? null : new Bodies();
    }

    /** The pages that tell of all versions, beside them: what changes when one is withdrawn. */
    public List<Page> aboutVersions(Library library, Edition edition) {
        return aboutVersions(atlas(library, Map.of(), edition));
    }

    private List<Page> aboutVersions(Atlas atlas) {
        return List.of(page(VersionIndexView.plan(atlas), atlas), VersionScripts.list(atlas));
    }

    /**
     * The notices in the place of the pages of a version that was withdrawn.
     *
     * @param label its label; among the edition's versions it is withdrawn already
     * @param paths the paths of its pages, in it
     */
    public List<Page> notices(Library library, Edition edition, String label, Collection<String> paths) {
        Atlas atlas = atlas(library, Map.of(), edition);
        List<Page> notices = new ArrayList<>();
        for (Issue issue : edition.issues()) {
            Issue.Retraction retraction = issue.retraction();
            if (issue.label().equals(label) && retraction != null) {
                paths.forEach(p -> notices.add(page(WithdrawnView.plan(p, issue, retraction, atlas), atlas)));
            }
        }
        return notices;
    }

    private Atlas atlas(Library library, Map<String, Account> accounts, Edition edition) {
        return new Atlas(
                library, accounts, edition, messages(library.site().language().or("en")));
    }

    private Page page(PagePlan plan, Atlas atlas) {
        return new Page(plan.path(), () -> fill(plan, atlas), plan.inputs());
    }

    private Page extra(String path) {
        byte[] bytes = theme.onDemand(path);
        if (bytes == null) {
            throw new IllegalStateException("the theme lacks " + path);
        }
        return file(path, bytes);
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
    private void plan(Library library, Atlas atlas, BiConsumer<String, Supplier<PagePlan>> plans) {
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
        plans.accept(SiteMap.EMERGENCY, () -> EmergencyView.plan(atlas, theme, pictures));
        ChangesView.plans(atlas).forEach(p -> plans.accept(p.path(), () -> p));
        if (atlas.edition().urgent()) {
            plans.accept(FINDINGS, () -> FindingsView.plan(atlas));
        }
    }

    private byte[] fill(PagePlan plan, Atlas atlas) {
        Messages messages = atlas.words().messages();
        Bodies shared = Made.tellsOfVersions(plan.inputs()) ? null : bodies;
        boolean version = atlas.edition().imprint() != null;
        String known = shared != null && version ? shared.take(plan.path()) : null;
        Map<String, Object> model = new HashMap<>();
        model.put(
                "frame",
                FrameView.of(
                        plan,
                        atlas,
                        known == null ? "" : known,
                        shared != null && !version ? body -> shared.keep(plan.path(), body) : body -> {}));
        model.put("m", new MessageCall(messages, false));
        model.put("n", new MessageCall(messages, true));
        return ProseWords.in(messages, templates.fill(plan.template(), model, plan.view()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
