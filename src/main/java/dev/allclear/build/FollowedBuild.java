package dev.allclear.build;

import dev.allclear.finding.Finding;
import dev.allclear.git.GitProblem;
import dev.allclear.model.Document;
import dev.allclear.model.LastChange;
import dev.allclear.model.Library;
import dev.allclear.model.TemplateFlaw;
import dev.allclear.model.TemplateReading;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.PublishedVersions;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.FollowedLibrary;
import dev.allclear.render.Renderer;
import dev.allclear.render.TemplateFault;
import dev.allclear.render.Theme;
import dev.allclear.versions.Chain;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A build that is done again whenever something changes, and does again only what the change touches. It writes nothing.
 * Each round's site and findings are those that {@link SiteBuild} would give just then; a test holds the two together.
 */
public final class FollowedBuild implements AutoCloseable {

    private static final int MOST_READY = 12;

    private final Settings settings;
    private final SiteBuild build;
    private final Workers workers;
    private final FollowedLibrary library;
    private final FollowedChanges changes;
    private @Nullable Look look;
    private volatile @Nullable Shown shown;
    private @Nullable Known published;
    private Map<String, LastChange> commits = Map.of();
    private @Nullable Last last;

    /** A theme, and what is made of it once. */
    private static final class Look {

        private final Renderer renderer;
        private final TemplateReading templates;

        /** Whether every page of a site has been filled with it. */
        private volatile boolean proven;

        Look(Theme theme, Settings settings) {
            this.renderer = Editions.renderer(settings, theme);
            this.templates = SiteBuild.templates(theme, settings.templates());
            this.proven = settings.templates() == null;
        }
    }

    /** A site, and the theme that it is made with. */
    private record Shown(OutputTree tree, Look look) {}

    /** What the published versions say, as long as their files are these. */
    private record Known(Map<String, String> files, Issues issues) {}

    /** Prepares it; reads nothing yet. */
    public FollowedBuild(Settings settings) {
        this.settings = settings;
        this.build = new SiteBuild(settings);
        this.workers = new Workers(settings.jobs());
        this.library = new FollowedLibrary(settings.content(), workers.threads());
        this.changes = new FollowedChanges(settings.content());
    }

    /** The folders that a round is made from; those that are not there are among them. */
    public List<Path> folders() {
        return settings.templates() == null
                ? List.of(settings.content())
                : List.of(settings.content(), settings.templates());
    }

    /** Says that something may have changed at these files or folders, or below them: real paths in {@link #folders}. */
    public void touch(Collection<Path> places) {
        library.touch(places);
        Path templates = settings.templates();
        if (templates != null && places.stream().anyMatch(p -> isBelow(p, templates))) {
            look = null;
        }
    }

    private static boolean isBelow(Path place, Path folder) {
        try {
            return place.startsWith(folder.toRealPath());
        } catch (IOException e) {
            // It is not there any more: whatever was touched may have been it.
            return true;
        }
    }

    /** Says that anything may have changed. */
    public void touchEverything() {
        library.touchEverything();
        look = settings.templates() == null ? look : null;
    }

    /** Whether git or the published versions have moved on since the last round: nobody watches their files. */
    public boolean isBehind() {
        Known known = published;
        try {
            return changes.isBehind() || (known != null && !known.files.equals(files()));
        } catch (IOException e) {
            return true;
        }
    }

    /** What a round came from and came to; if all of it is the same, so is what is shown. */
    private record Last(
            @Nullable Look look,
            @Nullable Known published,
            Map<String, LastChange> commits,
            List<Finding> findings,
            Round.@Nullable Problem problem) {}

    /** Reads what was touched, checks, and plans the pages. Whatever is wrong is in what it gives. */
    public Round round() {
        Round round = attempt();
        Last now = new Last(look, published, commits, round.findings(), round.problem());
        boolean same = now.equals(last) && (round.problem() != null || library.isSame());
        last = now;
        return new Round(
                round.tree(),
                round.proven(),
                round.ready(),
                round.findings(),
                round.problem(),
                round.documents(),
                round.readAnew(),
                same,
                round.remarks());
    }

    private Round attempt() {
        try {
            Look with = look;
            if (with == null) {
                with = new Look(Themes.of(settings.templates()), settings);
                look = with;
            }
            Issues issues = issues();
            Library read = library.read();
            changes.touch(library.readAnew());
            Outcome checked = build.check(read, PublishedVersions.to(read, issues.records()), with.templates, Map.of());
            if (build.stops(checked.verdict())) {
                return new Round(
                        null,
                        false,
                        Map.of(),
                        checked.verdict().findings(),
                        null,
                        read.documents(),
                        library.readAnew(),
                        false,
                        List.of());
            }
            return shown(checked, with, issues);
        } catch (ContentProblem | PublishProblem | BuildProblem e) {
            return failed(new Round.Problem(String.valueOf(e.getMessage()), ""));
        } catch (TemplateFault e) {
            return failed(problem(e));
        } catch (RuntimeException | StackOverflowError e) {
            return failed(new Round.Problem("This is a fault of the tool: " + e, ""));
        }
    }

    private Round failed(Round.Problem problem) {
        return new Round(null, false, Map.of(), List.of(), problem, 0, new TreeSet<>(), false, List.of());
    }

    private Round shown(Outcome checked, Look with, Issues issues) {
        commits = Map.of();
        List<String> remarks = List.of();
        try {
            commits = changes.now();
        } catch (GitProblem e) {
            remarks = List.of("%s. The pages name no commit.".formatted(e.getMessage()));
        }
        SortedSet<String> anew = library.readAnew();
        OutputTree tree = new Editions(settings, checked, commits, with.renderer).site(issues.all());
        shown = new Shown(tree, with);
        Map<String, byte[]> ready = new HashMap<>();
        Round.Problem problem = with.proven ? null : sample(tree);
        if (problem == null) {
            problem = fill(pagesOf(anew, checked.library()), tree, ready);
        }
        return new Round(
                problem == null ? tree : null,
                with.proven,
                ready,
                checked.verdict().findings(),
                problem,
                checked.library().documents(),
                anew,
                false,
                remarks);
    }

    /** The pages of these documents; none if they are many, for then nobody is waiting for one of them. */
    private static Set<String> pagesOf(Set<String> documents, Library library) {
        Set<String> pages = new HashSet<>();
        if (documents.size() <= MOST_READY) {
            for (Document document : library.everyDocument()) {
                if (documents.contains(document.path())) {
                    pages.add(document.page());
                }
            }
        }
        return pages;
    }

    /** Fills these pages: what has just been written is looked at first, and shows first what a template can't fill. */
    private Round.@Nullable Problem fill(Set<String> pages, OutputTree tree, Map<String, byte[]> ready) {
        for (Page page : tree.pages()) {
            if (pages.contains(page.path())) {
                Filled filled = fill(page);
                byte[] bytes = filled.bytes();
                if (bytes == null) {
                    return filled.problem();
                }
                ready.put(page.path(), bytes);
            }
        }
        return null;
    }

    /** Fills one page with each template: what is wrong with most of them shows at once. */
    private Round.@Nullable Problem sample(OutputTree tree) {
        Set<SortedSet<String>> tried = new HashSet<>();
        for (Page page : tree.pages()) {
            if (tried.add(page.inputs().template())) {
                Round.Problem problem = fill(page).problem();
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    /**
     * A page filled, or why it can't be.
     *
     * @param bytes null if it can't be
     */
    @SuppressWarnings("ArrayRecordComponent") // A page is not copied on its way to whoever asked for it.
    public record Filled(byte @Nullable [] bytes, Round.@Nullable Problem problem) {}

    /** Fills a page. May be called from any thread. */
    public Filled fill(Page page) {
        try {
            return new Filled(page.content().bytes(), null);
        } catch (TemplateFault e) {
            return new Filled(null, problem(e));
        } catch (RuntimeException | StackOverflowError e) {
            return new Filled(null, new Round.Problem("This is a fault of the tool: " + e, ""));
        }
    }

    /**
     * Fills every page of a round if that was not done yet with its theme: what is wrong with a template may show on one page
     * only. May be called from a thread beside that of the rounds.
     *
     * @param isOver whether the round is no longer of interest
     */
    @SuppressWarnings("ReferenceEquality")
    public Optional<Round.Problem> prove(OutputTree tree, BooleanSupplier isOver) {
        Shown last = shown;
        if (last == null || last.tree != tree || last.look.proven) {
            return Optional.empty();
        }
        for (Page page : tree.pages()) {
            if (isOver.getAsBoolean()) {
                return Optional.empty();
            }
            Round.Problem problem = fill(page).problem();
            if (problem != null) {
                return Optional.of(problem);
            }
        }
        last.look.proven = true;
        return Optional.empty();
    }

    private Round.Problem problem(TemplateFault e) {
        TemplateFlaw flaw = TemplateTrial.flaw(e, settings.templates());
        return new Round.Problem(
                flaw.message() + " " + flaw.help(),
                "%s:%d:%d"
                        .formatted(flaw.at().file(), flaw.at().line(), flaw.at().column()));
    }

    private Issues issues() throws PublishProblem {
        try {
            Map<String, String> files = files();
            Known known = published;
            if (known == null || !known.files.equals(files)) {
                known = new Known(files, Issues.in(settings.site()));
                published = known;
            }
            return known.issues;
        } catch (IOException e) {
            return Issues.in(settings.site());
        }
    }

    /** What can be told of the versions' files without reading them. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new HashMap<>();
        Path folder = settings.site().resolve(Chain.FOLDER);
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path version : all) {
                if (Files.isDirectory(version)) {
                    try (DirectoryStream<Path> some = Files.newDirectoryStream(version, "*.json")) {
                        for (Path file : some) {
                            BasicFileAttributes a =
                                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                            files.put(file.toString(), a.lastModifiedTime() + " " + a.size() + " " + a.fileKey());
                        }
                    }
                }
            }
        }
        return files;
    }

    @Override
    public void close() {
        changes.close();
        workers.close();
    }
}
