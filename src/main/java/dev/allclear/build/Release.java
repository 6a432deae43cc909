package dev.allclear.build;

import dev.allclear.git.GitProblem;
import dev.allclear.git.Head;
import dev.allclear.model.Imprint;
import dev.allclear.model.Issue;
import dev.allclear.output.OutputTree;
import dev.allclear.publish.Freeze;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.Published;
import dev.allclear.publish.PublishedVersions;
import dev.allclear.publish.SiteFolder;
import dev.allclear.read.ContentDigests;
import dev.allclear.read.ContentProblem;
import dev.allclear.render.TemplateFault;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Discrepancy;
import dev.allclear.versions.Labels;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Particulars;
import dev.allclear.versions.Verification;
import dev.allclear.versions.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** A build that is frozen as a version: both are there together, or neither. */
public final class Release {

    private final Settings settings;
    private final String label;
    private final boolean hardLinks;
    private final Progress progress;

    /**
     * Prepares it.
     *
     * @param label the version's label
     * @param hardLinks whether the version may share files with the site
     * @param progress is told how far it has come
     */
    public Release(Settings settings, String label, boolean hardLinks, Progress progress) {
        this.settings = settings;
        this.label = label;
        this.hardLinks = hardLinks;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param outcome what was built; null if the version was there already
     * @param version the version; null if findings stand against it
     * @param remark what to tell the user besides, or empty
     */
    public record Result(
            @Nullable Outcome outcome, @Nullable Version version, String remark) {}

    /** Builds and freezes. A version of the same content under the same label is left as it is. */
    public Result release() throws BuildProblem {
        Optional<String> refusal = Labels.refusal(label);
        if (refusal.isPresent()) {
            throw new BuildProblem(refusal.get());
        }
        try (Workers workers = new Workers(settings.jobs())) {
            SiteBuild build = new SiteBuild(settings, progress);
            SiteFolder site = build.site();
            progress.begin(Stage.WAITING);
            try (SiteFolder.Hold held =
                    site.hold("the release of version `%s`".formatted(label), progress::hasToWait)) {
                SortedMap<String, String> content =
                        ContentDigests.of(settings.content(), progress.begin(Stage.DIGESTING, workers.threads()));
                Chain chain = Chain.of(settings.site());
                Version same = same(chain, content, workers.threads());
                return same != null
                        ? new Result(null, same, "")
                        : release(build, held, chain, content, workers.threads());
            }
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(e.getMessage() == null ? "" : e.getMessage(), e);
        } catch (IOException e) {
            throw Proof.unreadable(settings.site(), e);
        }
    }

    /** The version of this content with this label; null if the label is free. */
    private @Nullable Version same(Chain chain, SortedMap<String, String> content, ExecutorService threads)
            throws BuildProblem, IOException {
        Version version = chain.version(label).orElse(null);
        String name = chain.inTheWayOf(label).orElse(null);
        if (version == null || !version.name().equals(label)) {
            if (version != null || name != null) {
                throw new BuildProblem("The label `%s` is taken: something stands at `%s`. Choose another."
                        .formatted(label, settings.site().resolve(Chain.FOLDER).resolve(name == null ? label : name)));
            }
            return null;
        }
        if (version.withdrawal() != null) {
            throw new BuildProblem("The label `%s` is taken: it was released on %s and withdrawn on %s. Choose another."
                    .formatted(
                            label,
                            version.manifest().released(),
                            version.withdrawal().at()));
        }
        if (!version.manifest().content().equals(content)) {
            throw new BuildProblem(
                    "The label `%s` is taken: it was released on %s with other content. A version is never changed; choose another label."
                            .formatted(label, version.manifest().released()));
        }
        List<Discrepancy> off = Verification.of(version, progress.begin(Stage.VERIFYING, threads));
        if (!off.isEmpty()) {
            throw new BuildProblem(
                    "Version `%s` is there with the same content, but %s %s. Restore it from a copy; `allclear verify` names all that is off."
                            .formatted(label, off.get(0).path(), off.get(0).message()));
        }
        return version;
    }

    private Result release(
            SiteBuild build,
            SiteFolder.Hold held,
            Chain chain,
            SortedMap<String, String> content,
            ExecutorService threads)
            throws BuildProblem, ContentProblem, PublishProblem, IOException {
        if (!chain.breaks().isEmpty()) {
            Discrepancy first = chain.breaks().get(0);
            throw new BuildProblem(
                    "The versions are not as they were released: %s %s. Restore them from a copy before you release another; `allclear verify` names all that is off."
                            .formatted(first.path(), first.message()));
        }
        Issues issues = Issues.of(chain, PublishedVersions.in(settings.site(), chain));
        Outcome checked = build.check(threads, issues.records(), null);
        Version newest = chain.newest().orElse(null);
        if (newest != null && checked.now().isBefore(newest.manifest().released())) {
            throw new BuildProblem(
                    "The time of this release, %s, is before that of version `%s`, %s, which it would follow."
                            .formatted(
                                    checked.now(),
                                    newest.label(),
                                    newest.manifest().released()));
        }
        if (checked.verdict().hasErrors()) {
            return new Result(checked, null, "");
        }
        Manifest.Commit commit = null;
        String remark = "";
        try {
            commit = Head.of(settings.content(), Set.copyOf(content.keySet()))
                    .map(h -> new Manifest.Commit(h.commit(), h.clean()))
                    .orElse(null);
        } catch (GitProblem e) {
            remark = "%s. The version names no commit.".formatted(e.getMessage());
        }
        Imprint imprint = new Imprint(label, chain.nextNumber(), checked.now());
        Editions editions = build.editions(checked).shared();
        OutputTree frozen = editions.version(imprint, issues.all());
        List<Issue> all = new ArrayList<>(issues.all());
        all.add(Issues.coming(imprint, commit, frozen, checked));
        OutputTree tree = editions.site(all);
        Freeze freeze = new Freeze(
                tree,
                frozen,
                chain,
                new Particulars(
                        label,
                        checked.now(),
                        "allclear " + settings.version(),
                        commit,
                        Issues.counts(checked.library()),
                        content),
                hardLinks,
                () -> requireSame(content, threads));
        // Each file twice: of the site and of the version.
        int files = 2 * (tree.pages().size() + tree.carried().size());
        Published written;
        try {
            written = held.publish(tree, freeze, progress.begin(Stage.WRITING, threads, files));
        } catch (TemplateFault e) {
            return new Result(build.refused(checked, tree, threads, e), null, "");
        }
        Version version = Version.read(settings.site().resolve(Chain.FOLDER).resolve(label))
                .orElseThrow(() -> new BuildProblem("The version was written and is not there any more."));
        return new Result(new Outcome(checked.library(), checked.verdict(), checked.now(), written), version, remark);
    }

    private void requireSame(SortedMap<String, String> content, ExecutorService threads) throws PublishProblem {
        try {
            if (ContentDigests.of(settings.content(), threads).equals(content)) {
                return;
            }
        } catch (ContentProblem e) {
            throw new PublishProblem(String.valueOf(e.getMessage()), e);
        }
        throw new PublishProblem("The content in `%s` was changed while it was read: release it once more."
                .formatted(settings.content()));
    }
}
