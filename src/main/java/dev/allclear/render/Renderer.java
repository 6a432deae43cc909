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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the pages of a site. Each is filled only when its bytes are asked for. */
public final class Renderer {

    private static final String HTML = ".html";

    /** What a template takes from its frame that is not the same on a page of the site and on one of a version. */
    private static final Pattern OF_AN_EDITION = Pattern.compile("frame\\.(imprint|top)\\b");

    /** The templates that may: the frame itself, and pages that are not shared. */
    private static final Set<String> ABOUT_EDITIONS = Set.of("layout.ftlh", "versions.ftlh", "gone.ftlh", "emergency.ftlh");

    private final Theme theme;
    private final Templates templates;
    private final Pictures pictures;
    private final List<Page> files = new ArrayList<>();
    private final Map<String, Page> extras = new HashMap<>();
    private @Nullable Bodies bodies;

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
        List<PagePlan> plans = plans(library, atlas);
        List<Page> pages = new ArrayList<>(files);
        for (String path : atlas.extras()) {
            pages.add(extras.computeIfAbsent(path, this::extra));
        }
        Set<String> taken = new HashSet<>(Set.of(SiteMap.RECORD));
        plans.forEach(p -> taken.add(p.path()));
        if (edition.imprint() != null) {
            pages.add(VersionScripts.pages(
                    edition.imprint().label(),
                    taken.stream().filter(p -> p.endsWith(HTML)).toList()));
        } else {
            pages.forEach(p -> taken.add(p.path()));
            library.assets().forEach(a -> taken.add(a.target()));
            plans.addAll(GoneView.plans(atlas, taken));
            pages.addAll(aboutVersions(atlas));
        }
        plans.forEach(p -> pages.add(page(p, atlas)));
        return pages;
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

    private Atlas atlas(Library library, Map<String, Account> accounts, Edition edition) {
        return new Atlas(
                library,
                accounts,
                edition,
                Messages.of(theme, library.site().language().or("en")));
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

    private List<PagePlan> plans(Library library, Atlas atlas) {
        List<PagePlan> plans = new ArrayList<>();
        plans.add(HomeView.plan(atlas));
        plans.add(IncidentIndexView.plan(atlas));
        for (Incident incident : library.incidents()) {
            plans.add(IncidentView.plan(incident, atlas));
            DecisionLog log = incident.log();
            if (log != null) {
                plans.add(DecisionLogView.plan(incident, log, atlas));
            }
            Investigation investigation = incident.investigation();
            if (investigation != null) {
                plans.add(RootCauseView.plan(incident, investigation, atlas));
            }
        }
        plans.add(PlaybookIndexView.plan(atlas));
        for (Playbook playbook : library.playbooks()) {
            plans.add(PlaybookView.plan(playbook, atlas));
        }
        plans.add(SystemIndexView.plan(atlas));
        for (SystemUnderCare system : library.systems().values()) {
            plans.add(SystemView.plan(system, atlas));
        }
        plans.add(PageIndexView.plan(atlas));
        for (Document page : library.pages()) {
            plans.add(PageView.plan(page, atlas));
        }
        plans.add(PeopleView.plan(atlas));
        plans.add(WaiversView.plan(atlas));
        plans.add(TagsView.plan(atlas));
        plans.add(FiguresView.plan(atlas));
        plans.add(EmergencyView.plan(atlas, theme, pictures));
        plans.addAll(ChangesView.plans(atlas));
        if (atlas.edition().urgent()) {
            plans.add(FindingsView.plan(atlas));
        }
        return plans;
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
