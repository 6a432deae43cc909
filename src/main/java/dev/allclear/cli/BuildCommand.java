package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import dev.allclear.build.Settings;
import dev.allclear.build.SiteBuild;
import dev.allclear.build.TagOutcome;
import dev.allclear.build.TagSettings;
import dev.allclear.build.TaggedBuild;
import dev.allclear.publish.Published;
import dev.allclear.report.Format;
import dev.allclear.report.Reports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allclear build}: content to site. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the site from the content.",
            "Writes nothing while a finding of severity error stands: the site that was there stays as it was.",
            "With --tags it also builds a version for each tag of the git repository, from its objects alone."
        },
        footer = {
            "",
            "Examples:",
            "  allclear build",
            "  allclear build --content runbooks --site public",
            "  allclear build --tags 'v*' --tags '!v0.*'",
            "  allclear build --tags 'v*' --repository recovery.git --content docs/content"
        })
final class BuildCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--urgent",
            description =
                    "Publish in spite of errors, for a playbook that must go out during an outage. Never passes the gate.")
    private boolean urgent;

    @Option(
            names = "--tags",
            paramLabel = "PATTERN",
            arity = "1",
            description = {
                "Build a version in v/TAG for each tag that matches, such as 'v*'. One that begins with `!` leaves tags out.",
                "A version's time is that of its tag's commit. Versions that are there stay as they are."
            })
    private List<String> tags = List.of();

    @Option(
            names = "--repository",
            paramLabel = "DIR",
            description = {
                "With --tags: build from this repository, bare or not, and from nothing else. The site is what its HEAD names,",
                "and --content is a path inside it. Default: the repository that the content folder stands in."
            })
    private @Nullable Path repository;

    @Option(
            names = "--tags-cache",
            paramLabel = "DIR",
            description =
                    "Where versions that were built from tags are kept (default: allclear/tags in the user's cache folder).")
    private @Nullable Path tagsCache;

    @Option(
            names = "--no-hard-links",
            description =
                    "With --tags: copy each version's files. Otherwise those that several versions have are one file.")
    private boolean copies;

    BuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Instant begun = surroundings.clock().instant();
        Settings settings = options.settings(surroundings, urgent);
        if (!tags.isEmpty()) {
            return withVersions(settings, begun);
        }
        if (repository != null || tagsCache != null || copies) {
            throw new BuildProblem(
                    "--repository, --tags-cache and --no-hard-links go with --tags PATTERN, which says what versions to build.");
        }
        Outcome outcome;
        List<String> remarks;
        try (ProgressLine progress = ProgressLine.of(surroundings, options.quiet())) {
            SiteBuild build = new SiteBuild(settings, progress);
            outcome = build.build();
            remarks = build.remarks();
        }
        remark(remarks);
        show(outcome, options.content());
        if (outcome.published() == null) {
            return nothing(outcome);
        }
        wrote(outcome, begun, "");
        return ExitStatus.DONE;
    }

    private int withVersions(Settings settings, Instant begun) throws BuildProblem {
        Path cache = tagsCache == null ? surroundings.cacheFolder().resolve("tags") : tagsCache;
        ProgressLine progress = ProgressLine.of(surroundings, options.quiet());
        try (TaggedBuild build =
                new TaggedBuild(settings, new TagSettings(tags, repository, cache, !copies), progress)) {
            TaggedBuild.Result result;
            try (progress) {
                result = build.build();
            }
            if (!options.quiet()) {
                remark(result.remarks());
            }
            for (TagOutcome version : result.versions()) {
                if (options.verbose()) {
                    surroundings.err().println(line(version));
                }
            }
            List<String> refused = new ArrayList<>();
            for (TagOutcome version : result.versions()) {
                Outcome outcome = version.refused();
                Path content = version.content();
                if (outcome != null && content != null) {
                    refused.add(version.label());
                    surroundings
                            .err()
                            .println("Tag `%s` (commit %s of %s) can't be published as a version:"
                                    .formatted(version.label(), shortened(version.commit()), outcome.now()));
                    print(outcome, content);
                }
            }
            show(result.site(), result.content());
            if (result.site().published() == null) {
                if (!refused.isEmpty()) {
                    surroundings
                            .err()
                            .println(
                                    "The rules object to %s. What a tag holds can't be mended any more: leave it out, --tags %s."
                                            .formatted(
                                                    refused.size() == 1
                                                            ? "1 tag"
                                                            : refused.size()
                                                                    + " of %d tags"
                                                                            .formatted(result.versions()
                                                                                    .size()),
                                                    refused.stream()
                                                            .map(t -> "'!" + t + "'")
                                                            .collect(Collectors.joining(" --tags "))));
                }
                return refused.isEmpty() ? nothing(result.site()) : nothing(options.site());
            }
            wrote(result.site(), begun, counts(result.versions()));
            return ExitStatus.DONE;
        }
    }

    private static String line(TagOutcome version) {
        String how = switch (version.how()) {
            case KEPT -> "was there";
            case CACHED -> "was in the cache";
            case BUILT -> version.isRefused() ? "was refused" : "was built";
        };
        return "%s (commit %s) %s%s"
                .formatted(
                        version.label(),
                        shortened(version.commit()),
                        how,
                        version.how() == TagOutcome.How.KEPT ? "" : " in %s s".formatted(seconds(version.took())));
    }

    private static String counts(List<TagOutcome> versions) {
        Map<TagOutcome.How, Long> by =
                versions.stream().collect(Collectors.groupingBy(TagOutcome::how, Collectors.counting()));
        return " Versions of %d tag%s: %d built, %d from the cache, %d there before."
                .formatted(
                        versions.size(),
                        versions.size() == 1 ? "" : "s",
                        by.getOrDefault(TagOutcome.How.BUILT, 0L),
                        by.getOrDefault(TagOutcome.How.CACHED, 0L),
                        by.getOrDefault(TagOutcome.How.KEPT, 0L));
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    }

    private void remark(List<String> remarks) {
        remarks.forEach(surroundings::notice);
    }

    /** Prints the findings, if they are of interest. */
    private void show(Outcome outcome, Path content) {
        boolean nothing = outcome.verdict().findings().isEmpty();
        if (!nothing && !(options.quiet() && outcome.published() != null)) {
            print(outcome, content);
        }
        surroundings.err().flush();
    }

    private void print(Outcome outcome, Path content) {
        surroundings
                .err()
                .print(Reports.of(Format.TEXT, Reporting.sources(content), options.colour(surroundings))
                        .print(Reporting.results(outcome, content)));
    }

    private int nothing(Outcome outcome) {
        if (!urgent) {
            return nothing(options.site());
        }
        surroundings
                .err()
                .println(
                        outcome.verdict().gateObjects()
                                ? "Nothing was written: the gate objects, and --urgent does not pass it."
                                : "Nothing was written: a page that can't be made is not published with --urgent either.");
        return ExitStatus.FINDINGS;
    }

    private int nothing(Path site) {
        surroundings.err().println("Nothing was written. `%s` is as it was.".formatted(site));
        return ExitStatus.FINDINGS;
    }

    private void wrote(Outcome outcome, Instant begun, String more) {
        Published published = outcome.published();
        if (!options.quiet() && published != null) {
            Duration took = Duration.between(begun, surroundings.clock().instant());
            surroundings
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "Wrote %s: %,d files, %,d of them new or changed, from %,d documents in %s s, %s.%s",
                            options.site(),
                            published.files(),
                            published.written(),
                            outcome.library().documents(),
                            seconds(took),
                            warnings(outcome),
                            more));
        }
    }

    private static String warnings(Outcome outcome) {
        long errors = outcome.verdict().findings().stream()
                .filter(dev.allclear.finding.Finding::isError)
                .count();
        long warnings = outcome.verdict().findings().size() - errors;
        String text = warnings == 0
                ? "no warnings"
                : String.format(Locale.ROOT, "with %,d warning%s", warnings, warnings == 1 ? "" : "s");
        return errors == 0
                ? text
                : text + String.format(Locale.ROOT, ", in spite of %,d error%s", errors, errors == 1 ? "" : "s");
    }
}
