package dev.allclear.build;

import dev.allclear.model.Fault;
import dev.allclear.model.Issue;
import dev.allclear.model.Library;
import dev.allclear.model.Person;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.SiteFolder;
import dev.allclear.publish.Takedown;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.LibraryReader;
import dev.allclear.render.Edition;
import dev.allclear.render.Renderer;
import dev.allclear.render.TemplateFault;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Version;
import dev.allclear.versions.Withdrawal;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a version back, as a law or a leak demands. What the content says today does not stand in its way. */
public final class Removal {

    private static final String PEOPLE = "people.yaml";

    private final Settings settings;
    private final Consumer<String> notices;

    /**
     * Prepares it.
     *
     * @param notices is told, in sentences, what it has to wait for
     */
    public Removal(Settings settings, Consumer<String> notices) {
        this.settings = settings;
        this.notices = notices;
    }

    /**
     * What came of it.
     *
     * @param version the version as it stands now
     * @param already whether it had been withdrawn before, in the same words
     */
    public record Result(Version version, boolean already) {}

    /**
     * Withdraws a version.
     *
     * @param label its label
     * @param by the id of the person who withdraws it
     * @param reason why
     */
    public Result withdraw(String label, String by, String reason) throws BuildProblem {
        try (Workers workers = new Workers(settings.jobs())) {
            SiteFolder site = SiteFolder.open(settings.site(), settings.content());
            try (SiteFolder.Hold held = site.hold("the withdrawal of version `%s`".formatted(label), notices)) {
                Chain chain = Chain.of(settings.site());
                Version version = chain.version(label)
                        .filter(v -> v.name().equals(label))
                        .orElseThrow(() -> new BuildProblem(
                                "There is no version `%s`; `allclear versions` lists them.".formatted(label)));
                Withdrawal before = version.withdrawal();
                if (before != null && before.by().equals(by) && before.reason().equals(reason)) {
                    return new Result(version, true);
                }
                if (before != null) {
                    throw new BuildProblem("Version `%s` was withdrawn by %s on %s already."
                            .formatted(label, before.by(), before.at()));
                }
                Library library = LibraryReader.read(settings.content(), workers.threads());
                Person person = library.people().get(by);
                if (person == null) {
                    Optional<Fault> unread = library.faults().stream()
                            .filter(f -> f.at().file().endsWith("/" + PEOPLE))
                            .findFirst();
                    if (unread.isPresent()) {
                        throw unreadable(by, unread.get());
                    }
                    throw new BuildProblem("--by %s: nobody in people.yaml has that id. Name the person who decided it."
                            .formatted(by));
                }
                Instant now = settings.time().in(library.site().zone().or(ZoneOffset.UTC));
                if (now.isBefore(version.manifest().released())) {
                    throw new BuildProblem("Version `%s` was released on %s: it can't be withdrawn before, on %s."
                            .formatted(label, version.manifest().released(), now));
                }
                // What tells of versions shows no pictures of the content.
                Renderer renderer = new Renderer(Themes.of(settings.templates()), none -> null);
                Edition edition = edition(chain, label, new Issue.Retraction(now, by, reason), now);
                List<String> pages = version.manifest().files().keySet().stream()
                        .filter(p -> p.endsWith(".html"))
                        .toList();
                Manifest.Previous newest = chain.newest().orElse(version).link();
                held.publish(
                        new Takedown(
                                version,
                                newest,
                                now,
                                by,
                                reason,
                                renderer.notices(library, edition, label, pages),
                                renderer.aboutVersions(library, edition)),
                        workers.threads());
                return new Result(Chain.of(settings.site()).version(label).orElse(version), false);
            }
        } catch (ContentProblem | PublishProblem e) {
            throw new BuildProblem(e.getMessage() == null ? "" : e.getMessage(), e);
        } catch (TemplateFault e) {
            throw TemplateTrial.problem(e, settings.templates());
        } catch (IOException e) {
            throw Proof.unreadable(settings.site(), e);
        }
    }

    private static BuildProblem unreadable(String by, Fault fault) {
        return new BuildProblem("--by %s: people.yaml can't be read as it stands (%s:%d:%d): %s"
                .formatted(by, fault.at().file(), fault.at().line(), fault.at().column(), fault.message()));
    }

    /** The versions, with this one withdrawn. Only what tells of versions is made of it: the rest is for the next build. */
    private Edition edition(Chain chain, String label, Issue.Retraction retraction, Instant now) throws PublishProblem {
        List<Issue> issues = Issues.of(chain, List.of()).all().stream()
                .map(i -> i.label().equals(label) ? i.withdrawn(retraction) : i)
                .toList();
        return new Edition(now, settings.version(), false, List.of(), Map.of(), null, issues);
    }
}
