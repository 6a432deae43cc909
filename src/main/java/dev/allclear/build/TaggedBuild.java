package dev.allclear.build;

import dev.allclear.git.CommittedFolder;
import dev.allclear.git.GitCommit;
import dev.allclear.git.GitProblem;
import dev.allclear.git.GitRepository;
import dev.allclear.git.GitTag;
import dev.allclear.git.TagPatterns;
import dev.allclear.model.LastChange;
import dev.allclear.output.OutputTree;
import dev.allclear.publish.Folders;
import dev.allclear.publish.Predecessor;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.Published;
import dev.allclear.publish.PublishedVersions;
import dev.allclear.publish.Restoration;
import dev.allclear.publish.SiteFolder;
import dev.allclear.publish.VersionCache;
import dev.allclear.read.ContentDigests;
import dev.allclear.read.ContentProblem;
import dev.allclear.render.TemplateFault;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Discrepancy;
import dev.allclear.versions.Labels;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Verification;
import dev.allclear.versions.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A build together with a version for each tag of a git repository, from the objects of the repository alone: its work tree
 * and its index are left alone. All of it is published in one step, or nothing.
 *
 * <p>A version's time is that of the commit that its tag names, and the versions stand in the order of their times. What
 * is in the site's folder already stays as it is.
 */
public final class TaggedBuild implements AutoCloseable {

    private final Settings settings;
    private final TagSettings tags;
    private final Progress progress;
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Path temporary;

    /** Prepares one that tells how far it has come. */
    public TaggedBuild(Settings settings, TagSettings tags, Progress progress) {
        this.settings = settings;
        this.tags = tags;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param site what came of the site itself
     * @param content the folder that the site was built from; it may be gone when this build is closed
     * @param versions what came of each tag, in the order of the versions
     * @param remarks what else is to be said, in sentences
     */
    public record Result(Outcome site, Path content, List<TagOutcome> versions, List<String> remarks) {

        /** Whether a finding stands that keeps a version from being published. */
        public boolean isRefused() {
            return versions.stream().anyMatch(TagOutcome::isRefused);
        }
    }

    /** Builds the site and the versions, and publishes them if nothing stands in the way of any. */
    public Result build() throws BuildProblem {
        try (GitRepository repository = repository();
                Workers workers = new Workers(settings.jobs())) {
            temporary = Files.createTempDirectory("allclear-tags-");
            Settings here = tags.repository() == null ? settings : ofHead(repository);
            SiteFolder site = SiteFolder.open(here.site(), here.content());
            progress.begin(Stage.WAITING);
            try (SiteFolder.Hold held = site.hold("a build with its versions", progress::hasToWait)) {
                return build(repository, here, held, workers.threads());
            }
        } catch (GitProblem e) {
            throw new BuildProblem(e.getMessage() + ".", e);
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(
                    VersionBuild.named(
                            String.valueOf(e.getMessage()), temporary().resolve("head")),
                    e);
        } catch (TemplateFault e) {
            throw TemplateTrial.problem(e, settings.templates());
        } catch (IOException e) {
            throw new BuildProblem("The versions can't be built: %s.".formatted(e.getMessage()), e);
        }
    }

    private Result build(GitRepository repository, Settings here, SiteFolder.Hold held, ExecutorService threads)
            throws BuildProblem, ContentProblem, PublishProblem, GitProblem, IOException {
        Chain chain = Chain.of(here.site());
        if (!chain.breaks().isEmpty()) {
            Discrepancy first = chain.breaks().get(0);
            throw new BuildProblem(
                    "The versions are not as they were released: %s %s. Restore them from a copy, or build into another folder (--site DIR); `allclear verify` names all that is off."
                            .formatted(first.path(), first.message()));
        }
        List<TaggedContent> all = inOrder(repository, found(repository));
        List<TagOutcome> outcomes = new ArrayList<>();
        List<TaggedContent> missing = new ArrayList<>();
        ExecutorService verifying = progress.begin(Stage.VERIFYING, threads);
        for (TaggedContent each : all) {
            Version there = standing(chain, each, verifying);
            if (there == null) {
                missing.add(each);
            } else {
                outcomes.add(TagOutcome.kept(each.label(), each.commit().id()));
            }
        }
        refuseOlder(chain, missing);
        Issues before = Issues.of(chain, PublishedVersions.in(here.site(), chain));
        List<Predecessor> published = new ArrayList<>(before.records());
        VersionBuild build = new VersionBuild(
                here, repository, usableCache(), temporary().resolve("tags"), threads, chain, before, progress);
        outcomes.addAll(build.all(missing));
        published.addAll(build.published());
        SiteBuild siteBuild = new SiteBuild(here, progress);
        Outcome checked = siteBuild.check(threads, published, null);
        Result nothing = new Result(checked, here.content(), outcomes, remarks);
        if (nothing.isRefused() || siteBuild.stops(checked.verdict())) {
            return nothing;
        }
        Editions editions = tags.repository() == null
                ? siteBuild.editions(checked)
                : siteBuild.editions(checked, changes(repository));
        OutputTree tree = editions.site(Issues.of(build.chain(), published).all());
        int files = tree.pages().size()
                + tree.carried().size()
                + build.chain().versions().stream()
                        .skip(chain.versions().size())
                        .mapToInt(v -> v.manifest().files().size())
                        .sum();
        Published done = held.publish(
                tree,
                new Restoration(build.chain(), chain, tags.hardLinks()),
                progress.begin(Stage.WRITING, threads, files));
        remarks.addAll(siteBuild.remarks());
        return new Result(
                new Outcome(checked.library(), checked.verdict(), checked.now(), done),
                here.content(),
                outcomes,
                remarks);
    }

    private GitRepository repository() throws BuildProblem, GitProblem {
        Path named = tags.repository();
        if (named != null) {
            return GitRepository.at(named, folderIn());
        }
        if (!Files.isDirectory(settings.content())) {
            throw new BuildProblem(
                    "There is no content folder `%s`. Name it with --content DIR; to build from a repository without a work tree name that with --repository DIR."
                            .formatted(settings.content()));
        }
        Optional<GitRepository> around = GitRepository.around(settings.content());
        return around.orElseThrow(() -> new BuildProblem(
                "`%s` is in no git repository, so there are no tags to build. Run this in a clone, or name a repository with --repository DIR."
                        .formatted(settings.content())));
    }

    /** The content folder's path in a repository that was named. */
    private String folderIn() throws BuildProblem {
        Path path = settings.content().normalize();
        if (path.isAbsolute() || path.startsWith("..")) {
            throw new BuildProblem(
                    "--content %s: with --repository this is a path inside the repository, such as `content` or `docs/content`."
                            .formatted(settings.content()));
        }
        return path.toString().replace('\\', '/');
    }

    /** The same settings with the content that the repository's HEAD has. */
    private Settings ofHead(GitRepository repository) throws BuildProblem, GitProblem, IOException {
        GitCommit head = head(repository);
        CommittedFolder folder = repository
                .content(head, "HEAD")
                .orElseThrow(() -> new BuildProblem("HEAD of `%s` has no folder `%s`. Name it with --content DIR."
                        .formatted(tags.repository(), repository.folder())));
        Path content = contentFolder(temporary(), "head", repository);
        folder.writeTo(content);
        return new Settings(
                content,
                settings.site(),
                settings.templates(),
                settings.time(),
                settings.jobs(),
                settings.urgent(),
                settings.version());
    }

    private Map<String, LastChange> changes(GitRepository repository) throws BuildProblem, GitProblem {
        return LastChanges.at(head(repository), repository);
    }

    private GitCommit head(GitRepository repository) throws BuildProblem, GitProblem {
        return repository
                .head()
                .orElseThrow(() -> new BuildProblem("HEAD of `%s` names no commit.".formatted(tags.repository())));
    }

    /** A new folder for content; findings begin with its name, which is that of the folder in the repository. */
    static Path contentFolder(Path temporary, String name, GitRepository repository) throws IOException {
        String folder = repository.folder();
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        return Files.createDirectories(
                temporary.resolve(name).resolve(last.isEmpty() || last.startsWith(".") ? "content" : last));
    }

    private Path temporary() {
        if (temporary == null) {
            throw new IllegalStateException("nothing is being built");
        }
        return temporary;
    }

    /** The tags that are versions, by name. */
    private List<TaggedContent> found(GitRepository repository) throws BuildProblem, GitProblem {
        TagPatterns patterns;
        try {
            patterns = new TagPatterns(tags.patterns());
        } catch (IllegalArgumentException e) {
            throw new BuildProblem("--tags: %s.".formatted(e.getMessage()), e);
        }
        if (!repository.boundary().isEmpty()) {
            remarks.add(
                    "This clone is shallow: tags that were not fetched are no versions, and what was changed last before it begins names no commit. Fetch all of it: `git fetch --unshallow --tags`.");
        }
        List<GitTag> matching = repository.tags(patterns);
        String wanted = String.join("` `", tags.patterns());
        if (matching.isEmpty()) {
            throw new BuildProblem("No tag matches `%s`%s"
                    .formatted(
                            wanted,
                            repository.hasTags()
                                    ? "; `git tag --list` shows those that are there."
                                    : ": this clone has no tags. Fetch them: `git fetch %s--tags`."
                                            .formatted(repository.boundary().isEmpty() ? "" : "--unshallow ")));
        }
        List<String> refused = matching.stream()
                .filter(t -> Labels.refusal(t.name()).isPresent())
                .map(t -> "'!" + t.name() + "'")
                .toList();
        if (!refused.isEmpty()) {
            String first = refused.get(0);
            throw new BuildProblem("Tag %s Leave %s out: --tags %s."
                    .formatted(
                            Labels.refusal(first.substring(2, first.length() - 1))
                                    .orElse(""),
                            refused.size() == 1 ? "it" : "these %d tags".formatted(refused.size()),
                            String.join(" --tags ", refused)));
        }
        List<TaggedContent> found = new ArrayList<>();
        for (GitTag tag : matching) {
            GitCommit commit = tag.commit();
            if (commit == null) {
                remarks.add("Tag `%s` names no commit and is left out.".formatted(tag.name()));
                continue;
            }
            Optional<CommittedFolder> content = repository.content(commit, "tag `%s`".formatted(tag.name()));
            if (content.isEmpty()) {
                remarks.add("Tag `%s` has no folder `%s` and is left out.".formatted(tag.name(), repository.folder()));
            } else if (settings.time().isLater(commit.at())) {
                throw new BuildProblem(
                        "The commit of tag `%s` is of %s, which is later than the clock. A version can't be published in the future."
                                .formatted(tag.name(), commit.at()));
            } else {
                found.add(new TaggedContent(tag.name(), commit, content.get()));
            }
        }
        if (found.isEmpty()) {
            throw new BuildProblem("None of the tags that match `%s` has a folder `%s`. Name it with --content DIR."
                    .formatted(wanted, repository.folder()));
        }
        return found;
    }

    /** By time; commits of one second as they follow from each other; then by name. */
    private static List<TaggedContent> inOrder(GitRepository repository, List<TaggedContent> found) throws GitProblem {
        List<TaggedContent> left = new ArrayList<>(found);
        left.sort(Comparator.comparing((TaggedContent t) -> t.commit().at()).thenComparing(TaggedContent::label));
        List<TaggedContent> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            TaggedContent next = left.get(0);
            for (TaggedContent other : left) {
                if (!other.commit().at().equals(next.commit().at())) {
                    break;
                }
                if (!other.commit().equals(next.commit()) && repository.precedes(other.commit(), next.commit())) {
                    next = other;
                }
            }
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** The version that stands where that of a tag would, and is the same; null if the place is free. */
    private @Nullable Version standing(Chain chain, TaggedContent tag, ExecutorService threads)
            throws BuildProblem, ContentProblem, GitProblem, IOException {
        String label = tag.label();
        Version version =
                chain.version(label).filter(v -> v.name().equals(label)).orElse(null);
        if (version == null) {
            Optional<String> name = chain.inTheWayOf(label);
            if (name.isPresent()) {
                throw new BuildProblem("There is no place for tag `%s`: something stands at `%s`, which is no version."
                        .formatted(label, settings.site().resolve(Chain.FOLDER).resolve(name.get())));
            }
            return null;
        }
        if (version.withdrawal() != null) {
            remarks.add("Version `%s` was withdrawn and stays so.".formatted(label));
            return version;
        }
        Manifest.Commit commit = version.manifest().commit();
        boolean same = commit != null
                && commit.clean()
                && commit.id().equals(tag.commit().id());
        if (!same || !tag.content().paths().equals(version.manifest().content().keySet())) {
            Path folder =
                    Files.createDirectories(temporary().resolve("compared").resolve(label));
            tag.content().writeTo(folder);
            SortedMap<String, String> content = ContentDigests.of(folder, threads);
            if (!content.equals(version.manifest().content())) {
                throw new BuildProblem(
                        "Tag `%s` names commit %s, and the version `%s` in `%s` was published on %s with other content%s. A version is never changed: leave the tag out (--tags '!%s'), or build into an empty folder (--site DIR)."
                                .formatted(
                                        label,
                                        shortened(tag.commit().id()),
                                        label,
                                        settings.site(),
                                        version.manifest().released(),
                                        commit == null ? "" : ", from commit " + shortened(commit.id()),
                                        label));
            }
        }
        List<Discrepancy> off = Verification.of(version, threads);
        if (!off.isEmpty()) {
            throw new BuildProblem(
                    "Version `%s` is there, but %s %s. Restore it from a copy, or build into an empty folder (--site DIR); `allclear verify` names all that is off."
                            .formatted(label, off.get(0).path(), off.get(0).message()));
        }
        return version;
    }

    static String shortened(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }

    private void refuseOlder(Chain chain, List<TaggedContent> missing) throws BuildProblem {
        Version newest = chain.newest().orElse(null);
        if (newest != null
                && !missing.isEmpty()
                && missing.get(0).commit().at().isBefore(newest.manifest().released())) {
            throw new BuildProblem(
                    "Tag `%s` is of %s, before version `%s` of %s, which is in `%s` already, and versions are only ever added behind others. Leave the tag out (--tags '!%s'), or build the whole history into an empty folder (--site DIR)."
                            .formatted(
                                    missing.get(0).label(),
                                    missing.get(0).commit().at(),
                                    newest.label(),
                                    newest.manifest().released(),
                                    settings.site(),
                                    missing.get(0).label()));
        }
    }

    /** The cache, or one of this build's own if nothing can be written there. */
    private VersionCache usableCache() {
        try {
            Files.createDirectories(tags.cache());
            if (Files.isWritable(tags.cache())) {
                VersionCache cache = new VersionCache(tags.cache());
                cache.clearUp();
                return cache;
            }
        } catch (IOException | SecurityException e) {
            // Said below.
        }
        remarks.add(
                "Nothing can be kept in `%s`: the versions are built anew each time. Name another folder with --tags-cache DIR."
                        .formatted(tags.cache()));
        return new VersionCache(temporary().resolve("cache"));
    }

    /** Removes what was taken out of the repository. */
    @Override
    public void close() {
        if (temporary != null) {
            try {
                Folders.delete(temporary);
            } catch (IOException e) {
                // It is the temporary folder: the machine clears it.
            }
        }
    }

    static <T> T result(Future<T> task) throws BuildProblem, ContentProblem, GitProblem, PublishProblem, IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof BuildProblem problem) {
                throw problem;
            }
            if (cause instanceof ContentProblem problem) {
                throw problem;
            }
            if (cause instanceof GitProblem problem) {
                throw problem;
            }
            if (cause instanceof PublishProblem problem) {
                throw problem;
            }
            if (cause instanceof IOException problem) {
                throw problem;
            }
            if (cause instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(cause);
        }
    }
}
