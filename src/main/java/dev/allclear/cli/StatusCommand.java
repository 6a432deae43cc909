package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import dev.allclear.build.SiteBuild;
import dev.allclear.report.StatusReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code allclear status}: what is disrupted, who decides, what blocks BAU. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Says what is disrupted, who decides, and what stands between each incident and business as usual.",
        footer = {"", "Examples:", "  allclear status", "  allclear status --now '2026-03-14 18:00'"})
final class StatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Outcome outcome;
        try (ProgressLine progress = ProgressLine.of(surroundings, options.quiet())) {
            outcome = new SiteBuild(options.settings(surroundings, false), progress).check();
        }
        surroundings
                .out()
                .print(new StatusReport(options.colour(surroundings))
                        .print(
                                outcome.library(),
                                List.copyOf(outcome.verdict().accounts().values()),
                                outcome.now()));
        return ExitStatus.DONE;
    }
}
