package dev.allclear.build;

import dev.allclear.check.Checker;
import dev.allclear.check.Rulebook;
import dev.allclear.check.Verdict;
import dev.allclear.git.GitProblem;
import dev.allclear.model.Asset;
import dev.allclear.model.LastChange;
import dev.allclear.model.Library;
import dev.allclear.model.SiteMap;
import dev.allclear.output.Carried;
import dev.allclear.output.Inputs;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import dev.allclear.publish.Predecessor;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.Published;
import dev.allclear.publish.PublishedVersions;
import dev.allclear.publish.SiteFolder;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.LibraryReader;
import dev.allclear.record.HistoryJson;
import dev.allclear.record.RecordJson;
import dev.allclear.render.Edition;
import dev.allclear.render.Renderer;
import dev.allclear.render.TemplateFault;
import dev.allclear.render.TemplateLinks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From a content folder to a site: read, check, render, publish. */
public final class SiteBuild {

    private final Settings settings;
    private final Consumer<String> notices;
    private final List<String> remarks = new ArrayList<>();

    /** Makes a build with these settings. */
    public SiteBuild(Settings settings) {
        this(settings, notice -> {});
    }

    /**
     * The same.
     *
     * @param notices is told, in sentences, what it has to wait for
     */
    public SiteBuild(Settings settings, Consumer<String> notices) {
        this.settings = settings;
        this.notices = notices;
    }

    /** Reads and checks; writes nothing. */
    public Outcome check() throws BuildProblem {
        return check((ExternalLinks) null);
    }

    /** Reads and checks, and asks other sites about the links to them if there is anybody to ask; writes nothing. */
    public Outcome check(@Nullable ExternalLinks external) throws BuildProblem {
        try (Workers workers = new Workers(settings.jobs())) {
            return check(workers.threads(), external);
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(e.getMessage() == null ? "" : e.getMessage(), e);
        }
    }

    /** Reads, checks, renders and publishes; writes nothing if a finding stands that stops it. */
    public Outcome build() throws BuildProblem {
        try (Workers workers = new Workers(settings.jobs())) {
            // Opening comes first: it puts back a site that a killed build left standing aside.
            SiteFolder site = site();
            try (SiteFolder.Hold held = site.hold("a build", notices)) {
                Outcome checked = check(workers.threads());
                if (stops(checked.verdict())) {
                    return checked;
                }
                Published published = held.publish(render(checked), workers.threads());
                return new Outcome(checked.library(), checked.verdict(), checked.now(), published);
            }
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(e.getMessage() == null ? "" : e.getMessage(), e);
        } catch (TemplateFault e) {
            throw problem(e, settings.templates());
        }
    }

    /** What could not be found out and hinders nothing, in sentences. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** A fault of a template at its place, in the form that editors and terminals lead to. */
    static BuildProblem problem(TemplateFault e, @Nullable Path templates) {
        boolean own = templates != null && Files.exists(templates.resolve(e.template()));
        String folder = templates != null && own ? Themes.nameOf(templates) : "templates";
        return new BuildProblem(
                "%s/%s:%d:%d: the template can't be filled: %s"
                        .formatted(folder, e.template(), e.line(), e.column(), e.getMessage()),
                e);
    }

    Outcome check(ExecutorService threads) throws ContentProblem, PublishProblem, BuildProblem {
        return check(threads, null);
    }

    private Outcome check(ExecutorService threads, @Nullable ExternalLinks external)
            throws ContentProblem, PublishProblem, BuildProblem {
        return check(threads, PublishedVersions.in(settings.site()), external);
    }

    /** Reads, and checks against these published versions. */
    Outcome check(ExecutorService threads, List<Predecessor> published, @Nullable ExternalLinks external)
            throws ContentProblem, PublishProblem, BuildProblem {
        Library library = LibraryReader.read(settings.content(), threads);
        Instant now = settings.time().in(library.site().zone().or(ZoneOffset.UTC));
        Path templates = settings.templates();
        Verdict verdict = new Checker(Rulebook.all())
                .check(
                        library,
                        now,
                        PublishedVersions.to(library, published),
                        TemplateLinks.of(
                                Themes.of(templates), templates == null ? "templates" : Themes.nameOf(templates)),
                        external == null ? Map.of() : external.answers(library));
        return new Outcome(library, verdict, now, null);
    }

    SiteFolder site() throws PublishProblem {
        return SiteFolder.open(settings.site(), settings.content());
    }

    boolean stops(Verdict verdict) {
        return settings.urgent() ? verdict.gateObjects() : verdict.hasErrors();
    }

    OutputTree render(Outcome checked) throws BuildProblem {
        Map<String, LastChange> changes = Map.of();
        try {
            changes = LastChanges.around(settings.content());
        } catch (GitProblem e) {
            remarks.add("%s. The pages name no commit.".formatted(e.getMessage()));
        }
        return render(checked, changes);
    }

    OutputTree render(Outcome checked, Map<String, LastChange> changes) throws BuildProblem {
        Library library = checked.library();
        Verdict verdict = checked.verdict();
        Edition edition = new Edition(
                checked.now(),
                settings.version(),
                settings.urgent() && verdict.hasErrors(),
                settings.urgent() && verdict.hasErrors() ? verdict.findings() : List.of(),
                changes);
        List<Page> pages = new ArrayList<>(
                new Renderer(Themes.of(settings.templates())).render(library, verdict.accounts(), edition));
        pages.add(record(checked));
        pages.add(history(checked));
        List<Carried> carried = new ArrayList<>();
        for (Asset asset : library.assets()) {
            carried.add(new Carried(asset.target(), settings.content().resolve(asset.path())));
        }
        return new OutputTree(pages, carried);
    }

    private Page history(Outcome checked) {
        return new Page(
                SiteMap.HISTORY,
                () -> HistoryJson.write(checked.library(), checked.verdict().accounts()),
                new Inputs(sources(checked), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    }

    private static SortedSet<String> sources(Outcome checked) {
        TreeSet<String> sources = new TreeSet<>();
        checked.library().incidents().forEach(i -> i.documents().forEach(d -> sources.add(d.path())));
        checked.library().playbooks().forEach(p -> sources.add(p.document().path()));
        return sources;
    }

    private Page record(Outcome checked) {
        return new Page(
                SiteMap.RECORD,
                () -> RecordJson.write(
                        checked.library(), checked.verdict().accounts(), checked.now(), settings.version()),
                new Inputs(
                        sources(checked),
                        new TreeSet<>(),
                        new TreeSet<>(List.of("now", "site.title")),
                        new TreeSet<>()));
    }
}
