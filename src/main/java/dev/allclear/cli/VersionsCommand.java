package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.Proof;
import dev.allclear.report.VersionsReport;
import dev.allclear.versions.Chain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allclear versions}: lists them. */
@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the versions of the site, newest first: label, time of release (UTC), commit, digest, what it holds.",
            "What the manifests say is not proven here: `allclear verify` does that."
        },
        footer = {"", "Examples:", "  allclear versions", "  allclear versions --site /media/stick/site --format json"})
final class VersionsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            completionCandidates = Words.TextOrJson.class,
            description = "How to print it (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private String format = "text";

    VersionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        CommonOptions.oneOf("--format", format, new Words.TextOrJson().all());
        options.refuseWrongValues();
        Chain chain = Proof.chain(options.site());
        surroundings
                .out()
                .print(
                        format.equals("json")
                                ? VersionsReport.json(chain.versions(), ToolVersion.current())
                                : VersionsReport.text(chain.versions()));
        if (!chain.breaks().isEmpty()) {
            surroundings
                    .err()
                    .println(
                            "allclear: the versions are not as they were released: `allclear verify` names what is off.");
            return ExitStatus.PROBLEM;
        }
        return ExitStatus.DONE;
    }
}
