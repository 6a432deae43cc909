package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.BuildTime;
import dev.allclear.build.Settings;
import dev.allclear.finding.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {

    @Option(
            names = "--content",
            paramLabel = "DIR",
            description = "The content folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "content")
    private Path content = Path.of("content");

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "The folder that the site is written to (default: ${DEFAULT-VALUE}).",
            defaultValue = "site")
    private Path site = Path.of("site");

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "A theme, laid over the built-in one file by file.")
    private @Nullable Path templates;

    @Option(
            names = "--now",
            paramLabel = "TIME",
            description = "The time of the build, as in 2026-03-14T14:02Z. Default: SOURCE_DATE_EPOCH, else the clock.")
    private @Nullable String now;

    @Option(
            names = "--audience",
            paramLabel = "internal|public",
            completionCandidates = Words.Audiences.class,
            description = "Whom the site is for (default: ${DEFAULT-VALUE}).",
            defaultValue = "internal")
    private String audience = "internal";

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many threads read and render (default: one for each processor).")
    private @Nullable Integer jobs;

    @Option(names = "--quiet", description = "Say nothing unless something is wrong.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Say more.")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            completionCandidates = Words.Colours.class,
            description = "auto, always or never (default: ${DEFAULT-VALUE}).",
            defaultValue = "auto")
    private String color = "auto";

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    Path content() {
        return content;
    }

    Path site() {
        return site;
    }

    /** The same options for another content folder. */
    CommonOptions withContent(Path other) {
        CommonOptions same = new CommonOptions();
        same.content = other;
        same.site = site;
        same.templates = templates;
        same.now = now;
        same.audience = audience;
        same.jobs = jobs;
        same.quiet = quiet;
        same.verbose = verbose;
        same.color = color;
        return same;
    }

    /** The time that is asked for. */
    BuildTime time(Surroundings surroundings) {
        return new BuildTime(now, surroundings.environment().get("SOURCE_DATE_EPOCH"), surroundings.clock());
    }

    /** Refuses what no command understands. */
    void refuseWrongValues() throws BuildProblem {
        oneOf("--color", color, new Words.Colours().all());
        oneOf("--audience", audience, new Words.Audiences().all());
        if (jobs != null && (jobs < 1 || jobs > 256)) {
            throw new BuildProblem("--jobs %d is not a number of threads from 1 to 256.".formatted(jobs));
        }
    }

    /** The settings of a build with these options. */
    Settings settings(Surroundings surroundings, boolean urgent) throws BuildProblem {
        refuseWrongValues();
        if (audience.equals("public")) {
            // A site that holds internal pages must never be taken for a public one.
            throw new BuildProblem(
                    "--audience public is not supported by this version: nothing is written rather than a site that shows what is internal.");
        }
        return new Settings(
                content,
                site,
                templates,
                time(surroundings),
                jobs == null ? Math.min(256, Runtime.getRuntime().availableProcessors()) : jobs,
                urgent,
                ToolVersion.current());
    }

    /** Whether to write colours. */
    boolean colour(Surroundings surroundings) {
        return switch (color) {
            case "always" -> true;
            case "never" -> false;
            default ->
                surroundings.terminal()
                        && surroundings
                                .environment()
                                .getOrDefault("NO_COLOR", "")
                                .isEmpty()
                        && !surroundings.environment().getOrDefault("TERM", "").equals("dumb");
        };
    }

    static void oneOf(String option, String value, List<String> words) throws BuildProblem {
        if (!words.contains(value)) {
            throw new BuildProblem("`%s` is not a value of %s. %sWrite one of: %s."
                    .formatted(
                            value,
                            option,
                            Spelling.didYouMean(value.toLowerCase(Locale.ROOT), words),
                            String.join(", ", words)));
        }
    }
}
