package dev.allclear.build;

import dev.allclear.check.Verdict;
import dev.allclear.model.Asset;
import dev.allclear.model.Imprint;
import dev.allclear.model.Issue;
import dev.allclear.model.LastChange;
import dev.allclear.model.Library;
import dev.allclear.model.SiteMap;
import dev.allclear.output.Carried;
import dev.allclear.output.Inputs;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import dev.allclear.record.HistoryJson;
import dev.allclear.record.RecordJson;
import dev.allclear.render.Edition;
import dev.allclear.render.Renderer;
import dev.allclear.render.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was read and checked, as a site and as a version of it. Both are made of the same library, and what they have in
 * common is the same page in both.
 */
final class Editions {

    private final Settings settings;
    private final Outcome checked;
    private final Map<String, LastChange> changes;
    private final Renderer renderer;
    private final List<Page> data;

    /** With a renderer that {@link #renderer} made for these settings. */
    Editions(Settings settings, Outcome checked, Map<String, LastChange> changes, Renderer renderer) {
        this.settings = settings;
        this.checked = checked;
        this.changes = changes;
        this.renderer = renderer;
        this.data = List.of(record(checked, settings.version()), history(checked));
    }

    /** Makes the pages of whatever is built with these settings. */
    static Renderer renderer(Settings settings) throws BuildProblem {
        return renderer(settings, Themes.of(settings.templates()));
    }

    static Renderer renderer(Settings settings, Theme theme) {
        return new Renderer(theme, asset -> bytes(settings, asset));
    }

    /**
     * The site's own files, and beside its versions what tells of them.
     *
     * @param issues the versions, oldest first
     */
    OutputTree site(List<Issue> issues) {
        return tree(null, issues);
    }

    /** Says that a version will be made beside the site: what both say is then said once. */
    Editions shared() {
        renderer.shareBodies();
        return this;
    }

    /**
     * The files of a version.
     *
     * @param imprint how it will be known
     * @param before the versions before it, oldest first
     */
    OutputTree version(Imprint imprint, List<Issue> before) {
        return tree(imprint, before);
    }

    private OutputTree tree(@Nullable Imprint imprint, List<Issue> issues) {
        Library library = checked.library();
        Verdict verdict = checked.verdict();
        boolean urgent = settings.urgent() && verdict.hasErrors();
        Edition edition = new Edition(
                checked.now(),
                settings.version(),
                urgent,
                urgent ? verdict.findings() : List.of(),
                changes,
                imprint,
                issues);
        List<Page> pages = new ArrayList<>(renderer.render(library, verdict.accounts(), edition));
        pages.addAll(data);
        List<Carried> carried = new ArrayList<>();
        for (Asset asset : library.assets()) {
            carried.add(new Carried(asset.target(), settings.content().resolve(asset.path())));
        }
        return new OutputTree(pages, carried);
    }

    /** A file of the content that a page carries in itself; null if it can't be read any more. */
    private static byte @Nullable [] bytes(Settings settings, Asset asset) {
        try {
            return Files.readAllBytes(settings.content().resolve(asset.path()));
        } catch (IOException e) {
            return null;
        }
    }

    private static Page history(Outcome checked) {
        return new Page(
                SiteMap.HISTORY,
                () -> HistoryJson.write(checked.library(), checked.verdict().accounts()),
                () -> new Inputs(sources(checked), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    }

    private static SortedSet<String> sources(Outcome checked) {
        TreeSet<String> sources = new TreeSet<>();
        checked.library().incidents().forEach(i -> i.documents().forEach(d -> sources.add(d.path())));
        checked.library().playbooks().forEach(p -> sources.add(p.document().path()));
        return sources;
    }

    private static Page record(Outcome checked, String toolVersion) {
        return new Page(
                SiteMap.RECORD,
                () -> RecordJson.write(checked.library(), checked.verdict().accounts(), checked.now(), toolVersion),
                () -> {
                    SortedSet<String> sources = sources(checked);
                    sources.addAll(List.of("people.yaml", "systems.yaml"));
                    sources.addAll(checked.library().emergency().files().keySet());
                    return new Inputs(
                            sources, new TreeSet<>(), new TreeSet<>(List.of("now", "site.title")), new TreeSet<>());
                });
    }
}
