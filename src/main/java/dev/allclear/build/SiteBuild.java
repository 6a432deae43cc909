package dev.allclear.build;

import dev.allclear.check.Checker;
import dev.allclear.check.Rulebook;
import dev.allclear.check.Verdict;
import dev.allclear.check.theme.Unfilled;
import dev.allclear.git.GitProblem;
import dev.allclear.model.LastChange;
import dev.allclear.model.Library;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.Reachability;
import dev.allclear.model.TemplateFlaw;
import dev.allclear.model.TemplateReading;
import dev.allclear.output.OutputTree;
import dev.allclear.publish.Predecessor;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.Published;
import dev.allclear.publish.PublishedVersions;
import dev.allclear.publish.SiteFolder;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.LibraryReader;
import dev.allclear.render.TemplateFault;
import dev.allclear.render.TemplateLinks;
import dev.allclear.render.Theme;
import dev.allclear.versions.Chain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** From a content folder to a site: read, check, render, publish. */
public final class SiteBuild {

    private final Settings settings;
    private final Progress progress;
    private final Checker checker = new Checker(Rulebook.all());
    private final List<String> remarks = new ArrayList<>();

    /** Makes a build with these settings. */
    public SiteBuild(Settings settings) {
        this(settings, Progress.NONE);
    }

    /** Makes a build with these settings that tells how far it has come. */
    public SiteBuild(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Reads and checks; writes nothing. */
    public Outcome check() throws BuildProblem {
        return check((ExternalLinks) null);
    }

    /** Reads and checks, and asks other sites about the links to them if there is anybody to ask; writes nothing. */
    public Outcome check(@Nullable ExternalLinks external) throws BuildProblem {
        try (Workers workers = new Workers(settings.jobs())) {
            Chain chain = chain();
            if (settings.templates() == null) {
                return check(workers.threads(), PublishedVersions.in(settings.site(), chain), external);
            }
            Issues issues = Issues.of(chain, PublishedVersions.in(settings.site(), chain));
            Outcome checked = check(workers.threads(), issues.records(), external);
            // Of a record that contradicts itself no page is made, here as in a build.
            return checked.verdict().gateObjects()
                    ? checked
                    : tried(checked, editions(checked).site(issues.all()), workers.threads());
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(e.getMessage() == null ? "" : e.getMessage(), e);
        }
    }

    /**
     * Reads and checks as if these documents stood in the content; writes nothing.
     *
     * @param drafts what they would hold, by path below the content folder
     */
    public Outcome checkAsIf(Map<String, byte[]> drafts) throws BuildProblem {
        try (Workers workers = new Workers(settings.jobs())) {
            return check(
                    LibraryReader.read(settings.content(), workers.threads(), drafts),
                    PublishedVersions.in(settings.site()),
                    null);
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(e.getMessage() == null ? "" : e.getMessage(), e);
        }
    }

    /** Reads, checks, renders and publishes; writes nothing if a finding stands that stops it. */
    public Outcome build() throws BuildProblem {
        try (Workers workers = new Workers(settings.jobs())) {
            // Opening comes first: it puts back a site that a killed build left standing aside.
            SiteFolder site = site();
            progress.begin(Stage.WAITING);
            try (SiteFolder.Hold held = site.hold("a build", progress::hasToWait)) {
                Chain chain = chain();
                Issues issues = Issues.of(chain, PublishedVersions.in(settings.site(), chain));
                Outcome checked = check(workers.threads(), issues.records(), null);
                if (stops(checked.verdict())) {
                    return checked;
                }
                OutputTree tree = editions(checked).site(issues.all());
                try {
                    Published published = held.publish(tree, progress.begin(Stage.WRITING, workers.threads()));
                    return new Outcome(checked.library(), checked.verdict(), checked.now(), published);
                } catch (TemplateFault e) {
                    return refused(checked, tree, workers.threads(), e);
                }
            }
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(e.getMessage() == null ? "" : e.getMessage(), e);
        }
    }

    /** The published versions; where they are not what was released, that is worth a remark, for pages are silent on it. */
    private Chain chain() throws BuildProblem {
        try {
            Chain chain = Chain.of(settings.site());
            chain.breaks().stream()
                    .findFirst()
                    .ifPresent(b -> remarks.add(
                            "The versions are not as they were released: %s %s. Restore them from a copy; `allclear verify` names all that is off."
                                    .formatted(b.path(), b.message())));
            return chain;
        } catch (IOException e) {
            throw Proof.unreadable(settings.site(), e);
        }
    }

    /** What could not be found out or is amiss and hinders nothing, in sentences. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** What was checked, with what of the templates can't be filled among its findings. */
    private Outcome tried(Outcome checked, OutputTree tree, ExecutorService threads) throws BuildProblem {
        List<TemplateFlaw> flaws = TemplateTrial.of(
                tree,
                settings.templates(),
                progress.begin(Stage.TRYING, threads, tree.pages().size()));
        return flaws.isEmpty() ? checked : new Outcome(checked.library(), checker.again(flaws), checked.now(), null);
    }

    /**
     * What was checked, with all that can't be filled: one fault has ended the writing.
     *
     * @throws BuildProblem if the site's settings make nothing of such a finding; a page that can't be made is none even so
     */
    Outcome refused(Outcome checked, OutputTree tree, ExecutorService threads, TemplateFault fault)
            throws BuildProblem {
        Outcome tried = tried(checked, tree, threads);
        if (tried.verdict().findings().stream()
                .noneMatch(f -> f.isError() && f.rule().equals(Unfilled.ID))) {
            throw TemplateTrial.problem(fault, settings.templates());
        }
        return tried;
    }

    /** Reads, and checks against these published versions. */
    Outcome check(ExecutorService threads, List<Predecessor> published, @Nullable ExternalLinks external)
            throws ContentProblem, PublishProblem, BuildProblem {
        return check(
                LibraryReader.read(settings.content(), progress.begin(Stage.READING, threads)), published, external);
    }

    private Outcome check(Library library, List<Predecessor> published, @Nullable ExternalLinks external)
            throws PublishProblem, BuildProblem {
        Map<String, Reachability> answers = Map.of();
        if (external != null) {
            progress.begin(Stage.ASKING);
            answers = external.answers(library);
        }
        progress.begin(Stage.CHECKING);
        return check(
                library,
                PublishedVersions.to(library, published),
                templates(Themes.of(settings.templates()), settings.templates()),
                answers);
    }

    /** Checks what was read. */
    Outcome check(
            Library library,
            List<PublishedVersion> published,
            TemplateReading templates,
            Map<String, Reachability> external)
            throws BuildProblem {
        Instant now = settings.time().in(library.site().zone().or(ZoneOffset.UTC));
        return new Outcome(library, checker.check(library, now, published, templates, external), now, null);
    }

    /** What the templates of a theme say themselves. */
    static TemplateReading templates(Theme theme, @Nullable Path templates) {
        return new TemplateReading(
                TemplateLinks.of(theme, templates == null ? "templates" : Themes.nameOf(templates)), List.of());
    }

    SiteFolder site() throws PublishProblem {
        return SiteFolder.open(settings.site(), settings.content());
    }

    boolean stops(Verdict verdict) {
        return settings.urgent() ? verdict.gateObjects() : verdict.hasErrors();
    }

    /** What was checked, as pages that name the commits of the repository around the content. */
    Editions editions(Outcome checked) throws BuildProblem {
        Map<String, LastChange> changes = Map.of();
        try {
            progress.begin(Stage.HISTORY);
            changes = LastChanges.around(settings.content());
        } catch (GitProblem e) {
            remarks.add("%s. The pages name no commit.".formatted(e.getMessage()));
        }
        return editions(checked, changes);
    }

    /** The same with the last commit of each document. */
    Editions editions(Outcome checked, Map<String, LastChange> changes) throws BuildProblem {
        return new Editions(settings, checked, changes, Editions.renderer(settings));
    }
}
