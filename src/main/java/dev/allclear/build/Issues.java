package dev.allclear.build;

import dev.allclear.model.Imprint;
import dev.allclear.model.Issue;
import dev.allclear.model.Library;
import dev.allclear.model.PublishedVersion;
import dev.allclear.output.OutputTree;
import dev.allclear.publish.Predecessor;
import dev.allclear.publish.PublishProblem;
import dev.allclear.publish.PublishedVersions;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Version;
import dev.allclear.versions.Withdrawal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The published versions, once as the rules see them and once as readers do.
 *
 * @param records those that were not withdrawn, oldest first
 * @param all the versions that pages tell of, oldest first; the newest that was not withdrawn says all that it says, for it
 *     is compared with, the others only which playbooks they hold
 */
record Issues(List<Predecessor> records, List<Issue> all) {

    /** What no page of a version is: files of the theme. */
    private static final String THEME = "theme/";

    /** Those in a site's folder. */
    static Issues in(Path site) throws PublishProblem {
        try {
            Chain chain = Chain.of(site);
            return of(chain, PublishedVersions.in(site, chain));
        } catch (IOException e) {
            throw new PublishProblem(
                    "The published versions in `%s` can't be read: %s. Restore them from a copy."
                            .formatted(site.resolve(Chain.FOLDER), e.getMessage()),
                    e);
        }
    }

    /** Those of a chain whose versions say this. */
    static Issues of(Chain chain, List<Predecessor> records) throws PublishProblem {
        Map<String, Predecessor> byLabel = new HashMap<>();
        records.forEach(r -> byLabel.put(r.label(), r));
        List<Issue> all = new ArrayList<>();
        boolean newest = true;
        List<Version> versions = chain.versions();
        for (int i = versions.size() - 1; i >= 0; i--) {
            Version version = versions.get(i);
            // What stands under another name than its own is found by `verify`; nothing should lead to it.
            if (version.name().equals(version.label())) {
                Predecessor one = byLabel.get(version.name());
                all.add(issue(version, one == null ? null : newest ? one.whole() : one.inShort()));
                newest = newest && one == null;
            }
        }
        Collections.reverse(all);
        return new Issues(List.copyOf(records), List.copyOf(all));
    }

    /** A version on its way, whose files are known and not written yet. */
    static Issue coming(Imprint imprint, Manifest.@Nullable Commit commit, OutputTree files, Outcome checked) {
        SortedSet<String> paths = new TreeSet<>();
        files.pages().forEach(p -> paths.add(p.path()));
        return new Issue(
                imprint,
                commit == null ? "" : commit.id(),
                commit != null && commit.clean(),
                counts(counts(checked.library())),
                null,
                pages(paths),
                PublishedVersion.of(
                        imprint.label(), checked.library(), checked.verdict().accounts()));
    }

    /** A version on its way of which nothing more is known than what it says. */
    static Issue coming(Imprint imprint, PublishedVersion record) {
        return new Issue(imprint, "", true, new Issue.Counts(0, 0, 0), null, new TreeSet<>(), record);
    }

    static Manifest.Counts counts(Library library) {
        return new Manifest.Counts(
                library.documents(),
                library.incidents().size(),
                library.playbooks().size());
    }

    private static Issue issue(Version version, @Nullable PublishedVersion record) {
        Manifest manifest = version.manifest();
        Manifest.Commit commit = manifest.commit();
        Withdrawal withdrawal = version.withdrawal();
        return new Issue(
                new Imprint(manifest.label(), manifest.number(), manifest.released()),
                commit == null ? "" : commit.id(),
                commit != null && commit.clean(),
                counts(manifest.counts()),
                withdrawal == null ? null : new Issue.Retraction(withdrawal.at(), withdrawal.by(), withdrawal.reason()),
                withdrawal == null ? pages(manifest.files().keySet()) : new TreeSet<>(),
                withdrawal == null ? record : null);
    }

    private static SortedSet<String> pages(Set<String> files) {
        SortedSet<String> pages = new TreeSet<>(files);
        pages.removeIf(p -> !p.endsWith(".html") || p.startsWith(THEME));
        return pages;
    }

    private static Issue.Counts counts(Manifest.Counts counts) {
        return new Issue.Counts(counts.documents(), counts.incidents(), counts.playbooks());
    }
}
