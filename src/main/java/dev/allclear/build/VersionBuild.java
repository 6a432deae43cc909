package dev.allclear.build;

import dev.allclear.git.GitProblem;
import dev.allclear.git.GitRepository;
import dev.allclear.model.Imprint;
import dev.allclear.model.Issue;
import dev.allclear.model.Library;
import dev.allclear.output.Sha256;
import dev.allclear.publish.BuiltVersion;
import dev.allclear.publish.Folders;
import dev.allclear.publish.Predecessor;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.VersionCache;
import dev.allclear.read.ContentDigests;
import dev.allclear.read.ContentProblem;
import dev.allclear.record.History;
import dev.allclear.record.HistoryJson;
import dev.allclear.record.RecordJson;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Particulars;
import dev.allclear.versions.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Builds the versions of tags aside, several at once. One may be read and checked only when those before it have been, for
 * the rules compare it with them; meanwhile their pages are filled.
 */
final class VersionBuild {

    /** How many versions are on their way at once, at most: more would only wait for each other. */
    private static final int MOST_AT_ONCE = 3;

    /** How much memory the record of some Markdown takes, as a multiple of its size. */
    private static final int MEMORY_FACTOR = 8;

    private final Settings settings;
    private final GitRepository repository;
    private final VersionCache cache;
    private final Path temporary;
    private final ExecutorService threads;
    private final Chain chain;
    private final Issues before;
    private final Progress progress;
    private final String made;
    private final List<CompletableFuture<Checked>> checked = new ArrayList<>();
    private final List<CompletableFuture<Chain>> chains = new ArrayList<>();
    private final List<Predecessor> published = new ArrayList<>();

    VersionBuild(
            Settings settings,
            GitRepository repository,
            VersionCache cache,
            Path temporary,
            ExecutorService threads,
            Chain chain,
            Issues before,
            Progress progress)
            throws BuildProblem, GitProblem {
        this.settings = settings;
        this.repository = repository;
        this.cache = cache;
        this.temporary = temporary;
        this.threads = threads;
        this.chain = chain;
        this.before = before;
        this.progress = progress;
        this.made = "allclear %s\ntool %s\ntheme %s\nfolder %s\nboundary %s\n"
                .formatted(
                        settings.version(),
                        ToolDigest.current(),
                        Themes.digestOf(settings.templates()),
                        repository.folder(),
                        repository.boundary());
    }

    /** A version that the rules have been applied to: what those after it are compared with. */
    private record Checked(
            String name, Imprint imprint, @Nullable Predecessor published) {}

    /** Builds all of them, oldest first. */
    List<TagOutcome> all(List<TaggedContent> tags)
            throws BuildProblem, ContentProblem, GitProblem, PublishProblem, IOException {
        chains.add(CompletableFuture.completedFuture(chain));
        for (int i = 0; i < tags.size(); i++) {
            checked.add(new CompletableFuture<>());
            chains.add(new CompletableFuture<>());
        }
        List<TagOutcome> done = new ArrayList<>();
        try (Workers few = new Workers(atOnce(tags))) {
            ExecutorService counted = progress.begin(Stage.VERSIONS, few.threads(), tags.size());
            List<Future<TagOutcome>> tasks = new ArrayList<>();
            for (int i = 0; i < tags.size(); i++) {
                int number = i;
                tasks.add(counted.submit(() -> one(tags.get(number), number)));
            }
            // Nobody may still write when what was taken out of the repository is removed.
            awaitAll(tasks);
            for (Future<TagOutcome> task : tasks) {
                done.add(TaggedBuild.result(task));
            }
        }
        for (CompletableFuture<Checked> each : checked) {
            Predecessor one = each.join().published();
            if (one != null) {
                published.add(one);
            }
        }
        return done;
    }

    private static void awaitAll(List<Future<TagOutcome>> tasks) throws IOException {
        for (Future<TagOutcome> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                // It is thrown when its turn comes.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** The chain with those that were built. */
    Chain chain() {
        return chains.get(chains.size() - 1).join();
    }

    /** Gives a version its place behind those before it. */
    private void place(int number, BuiltVersion version) {
        Chain before = chains.get(number).join();
        chains.get(number + 1)
                .complete(before.with(version.folder(), before.next(version.particulars(), version.files())));
    }

    /** What those that were built say, oldest first. */
    List<Predecessor> published() {
        return published;
    }

    private int atOnce(List<TaggedContent> tags) {
        long largest = tags.stream().mapToLong(t -> t.content().bytes()).max().orElse(0);
        long room = Runtime.getRuntime().maxMemory() / 2 / Math.max(1, largest * MEMORY_FACTOR);
        return (int) Math.max(1, Math.min(room, Math.min(settings.jobs(), MOST_AT_ONCE)));
    }

    private TagOutcome one(TaggedContent tag, int number)
            throws BuildProblem, ContentProblem, GitProblem, PublishProblem, IOException {
        try {
            return build(tag, number);
        } catch (ContentProblem e) {
            throw new BuildProblem(
                    "Tag `%s` (commit %s) can't be built as a version: %s Leave it out: --tags '!%s'."
                            .formatted(
                                    tag.label(),
                                    TaggedBuild.shortened(tag.commit().id()),
                                    named(String.valueOf(e.getMessage()), temporary.resolve(tag.label())),
                                    tag.label()),
                    e);
        } finally {
            // Those after it must not wait for ever; that it failed is told by its own task, which is looked at first.
            checked.get(number).cancel(false);
            chains.get(number + 1).cancel(false);
        }
    }

    private TagOutcome build(TaggedContent tag, int number)
            throws BuildProblem, ContentProblem, GitProblem, PublishProblem, IOException {
        List<Predecessor> earlier = new ArrayList<>(before.records());
        List<Issue> issues = new ArrayList<>(before.all());
        StringBuilder key = new StringBuilder(made);
        for (Version version : chain.versions()) {
            key.append("after %s %s %s\n".formatted(version.label(), version.digest(), version.withdrawalDigest()));
        }
        for (int i = 0; i < number; i++) {
            Checked one = checked.get(i).join();
            key.append("after ").append(one.name()).append('\n');
            Predecessor version = one.published();
            if (version != null) {
                // Only the last is compared with in words; of the others pages say which playbooks they hold.
                issues.add(Issues.coming(one.imprint(), i == number - 1 ? version.whole() : version.inShort()));
                earlier.add(version);
            }
        }
        Imprint imprint = new Imprint(
                tag.label(),
                chain.nextNumber() + issues.size() - before.all().size(),
                tag.commit().at());
        key.append("tag %s\ncommit %s\nat %s\ncontent %s\n"
                .formatted(
                        tag.label(),
                        tag.commit().id(),
                        tag.commit().at(),
                        tag.content().tree()));
        long begun = System.nanoTime();
        String digest = Sha256.of(key.toString().getBytes(StandardCharsets.UTF_8));
        BuiltVersion found = cache.find(digest, tag.label(), threads).orElse(null);
        if (found != null) {
            tell(number, tag, imprint, Predecessor.in(found.folder(), tag.label(), found.files()));
            place(number, found);
            return outcome(tag, TagOutcome.How.CACHED, begun);
        }
        Path content = TaggedBuild.contentFolder(temporary, tag.label(), repository);
        tag.content().writeTo(content);
        SiteBuild build = new SiteBuild(new Settings(
                content,
                settings.site(),
                settings.templates(),
                settings.time().at(tag.commit().at()),
                settings.jobs(),
                false,
                settings.version()));
        Outcome outcome = build.check(threads, earlier, null);
        if (outcome.verdict().hasErrors()) {
            // What is not published is not compared with.
            checked.get(number).complete(new Checked(tag.label() + " refused", imprint, null));
            chains.get(number + 1).complete(chains.get(number).join());
            return new TagOutcome(tag.label(), tag.commit().id(), TagOutcome.How.BUILT, since(begun), outcome, content);
        }
        byte[] written =
                RecordJson.write(outcome.library(), outcome.verdict().accounts(), outcome.now(), settings.version());
        // It is read again only if a later tag contradicts it, and those of many versions would fill the memory.
        Path kept = Files.createDirectories(temporary.resolveSibling("records")).resolve(tag.label());
        Files.write(kept, written);
        Library library = outcome.library();
        History history =
                HistoryJson.read(HistoryJson.write(library, outcome.verdict().accounts()));
        if (history == null) {
            throw new IllegalStateException("the history that was written can't be read");
        }
        tell(number, tag, imprint, new Predecessor(tag.label(), history, kept, Sha256.of(written)));
        BuiltVersion built = cache.put(
                digest,
                build.editions(outcome, LastChanges.at(tag.commit(), repository))
                        .version(imprint, issues),
                new Particulars(
                        tag.label(),
                        outcome.now(),
                        "allclear " + settings.version(),
                        new Manifest.Commit(tag.commit().id(), true),
                        Issues.counts(outcome.library()),
                        ContentDigests.of(content, threads)),
                threads);
        Folders.delete(content);
        place(number, built);
        return outcome(tag, TagOutcome.How.BUILT, begun);
    }

    /** A message with files named as they are in the repository, not where they were taken out to. */
    static String named(String message, Path temporary) {
        return message.replace(temporary + temporary.getFileSystem().getSeparator(), "");
    }

    private void tell(int number, TaggedContent tag, Imprint imprint, Predecessor version) {
        checked.get(number)
                .complete(new Checked(
                        tag.label() + " " + tag.commit().id() + " "
                                + tag.content().tree() + " " + version.digest(),
                        imprint,
                        version));
    }

    private static TagOutcome outcome(TaggedContent tag, TagOutcome.How how, long begun) {
        return new TagOutcome(tag.label(), tag.commit().id(), how, since(begun), null, null);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
