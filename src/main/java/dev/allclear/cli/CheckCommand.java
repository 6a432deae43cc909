package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.ExternalLinks;
import dev.allclear.build.Outcome;
import dev.allclear.build.SiteBuild;
import dev.allclear.build.Stage;
import dev.allclear.external.AnswerCache;
import dev.allclear.external.Limits;
import dev.allclear.external.LinkProbe;
import dev.allclear.model.Named;
import dev.allclear.report.Format;
import dev.allclear.report.GithubReport;
import dev.allclear.report.Reports;
import dev.allclear.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allclear check}: findings, and nothing is written. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the content and prints the findings; writes nothing.",
        footer = {
            "",
            "Examples:",
            "  allclear check",
            "  allclear check --format json --fail-on warning",
            "  allclear check --baseline baseline.json",
            "  allclear check --external"
        })
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Words.Formats.class,
            description = "text, json, sarif, junit, github or gitlab (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private String format = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning",
            completionCandidates = Words.Severities.class,
            description = "From which severity on the command fails (default: ${DEFAULT-VALUE}).",
            defaultValue = "error")
    private String failOn = "error";

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = {
                "Report only what is new since FILE was written. If FILE is not there, record today's findings in it.",
                "The gate has no baseline: its findings are always reported. Remove FILE to record it again."
            })
    private @Nullable Path baseline;

    @Option(
            names = "--external",
            description = "Ask other sites whether what the content links to is there, at most once a day.")
    private boolean external;

    @Option(
            names = "--external-cache",
            paramLabel = "FILE",
            description = "Where their answers are kept (default: allclear/links.tsv in the user's cache folder).")
    private @Nullable Path externalCache;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        CommonOptions.oneOf("--fail-on", failOn, new Words.Severities().all());
        CommonOptions.oneOf("--format", format, new Words.Formats().all());
        Outcome outcome;
        List<String> remarks;
        try (ProgressLine progress = ProgressLine.of(surroundings, options.quiet())) {
            SiteBuild build = new SiteBuild(options.settings(surroundings, false), progress);
            outcome = build.check(external ? others(progress) : null);
            remarks = build.remarks();
        }
        remarks.forEach(surroundings::notice);
        if (baseline != null) {
            outcome = new BaselineFile(baseline)
                    .apply(outcome, Reporting.sources(options.content()), surroundings, options.quiet());
        }
        Format chosen = Named.find(Format.class, format).orElse(Format.TEXT);
        Results results = Reporting.results(outcome, options.content());
        boolean nothing = outcome.verdict().findings().isEmpty();
        if (!(options.quiet() && nothing && chosen == Format.TEXT)) {
            surroundings
                    .out()
                    .print(Reports.of(chosen, Reporting.sources(options.content()), options.colour(surroundings))
                            .print(results));
        }
        if (chosen == Format.GITHUB) {
            addSummary(results);
        }
        boolean fails = failOn.equals("warning") ? !nothing : outcome.verdict().hasErrors();
        return fails ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }

    private ExternalLinks others(ProgressLine progress) {
        Path file = externalCache == null ? surroundings.cacheFolder().resolve("links.tsv") : externalCache;
        return new ExternalLinks(
                new LinkProbe(
                        Limits.USUAL,
                        duration -> Thread.sleep(duration.toMillis()),
                        "allclear/" + ToolVersion.current() + " (link check)"),
                new AnswerCache(file, surroundings.clock().instant()),
                (done, all) -> progress.reached(Stage.ASKING, done, all));
    }

    /** GitHub shows what stands in the file that it names on the page of the run. */
    private void addSummary(Results results) {
        String file = surroundings.environment().get("GITHUB_STEP_SUMMARY");
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file),
                    new GithubReport().summary(results),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            surroundings.err().println("allclear: the summary can't be written to `" + file + "`: " + e.getMessage());
        }
    }
}
