package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import dev.allclear.build.Release;
import dev.allclear.build.Removal;
import dev.allclear.report.Format;
import dev.allclear.report.Reports;
import dev.allclear.versions.Version;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear release}: builds the site and freezes it as a version. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the site and freezes it as the version LABEL, in the folder v/LABEL of the site.",
            "A version is never changed: the same label with the same content changes nothing, with other content it is refused.",
            "Writes nothing while a finding of severity error stands."
        },
        footer = {
            "",
            "Examples:",
            "  allclear release 2026-05",
            "  allclear release --withdraw 2026-04 --by maria.lopez --reason \"It names a customer\""
        })
final class ReleaseCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(
            paramLabel = "LABEL",
            arity = "0..1",
            description = "The version's name: lower-case letters, digits, `.`, `_` and `-`.")
    private @Nullable String label;

    @Option(
            names = "--no-hard-links",
            description =
                    "Copy the version's files. Otherwise those that the site has too are one file with two names.")
    private boolean copies;

    @Option(
            names = "--withdraw",
            paramLabel = "LABEL",
            description = "Take a version back: notices in the place of its pages, its other files removed.")
    private @Nullable String withdraw;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is withdrawn. Everybody can read it.")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "PERSON", description = "Who withdraws it: an id of people.yaml.")
    private @Nullable String by;

    ReleaseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        if (withdraw != null) {
            return withdraw(withdraw);
        }
        if (reason != null || by != null) {
            throw new BuildProblem("--reason and --by say why a version is withdrawn: name it with --withdraw LABEL.");
        }
        if (label == null) {
            throw new BuildProblem("Name the version: `allclear release LABEL`.");
        }
        return release(label);
    }

    private int release(String wanted) throws BuildProblem {
        Release.Result result;
        try (ProgressLine progress = ProgressLine.of(surroundings, options.quiet())) {
            result = new Release(options.settings(surroundings, false), wanted, !copies, progress).release();
        }
        Outcome outcome = result.outcome();
        Version version = result.version();
        if (outcome != null && !outcome.verdict().findings().isEmpty() && !(options.quiet() && version != null)) {
            surroundings
                    .err()
                    .print(Reports.of(Format.TEXT, Reporting.sources(options.content()), options.colour(surroundings))
                            .print(Reporting.results(outcome, options.content())));
        }
        surroundings.err().flush();
        if (version == null) {
            surroundings.err().println("Nothing was released. `%s` is as it was.".formatted(options.site()));
            return ExitStatus.FINDINGS;
        }
        if (!result.remark().isEmpty()) {
            surroundings.err().println("allclear: " + result.remark());
        }
        if (!options.quiet()) {
            surroundings
                    .out()
                    .println(
                            outcome == null
                                    ? "Version `%s` was released from the same content on %s: nothing was changed."
                                            .formatted(
                                                    wanted, version.manifest().released())
                                    : "Released version `%s`, number %d: %d files in %s."
                                            .formatted(
                                                    wanted,
                                                    version.manifest().number(),
                                                    version.expected().size() + 1,
                                                    folder(wanted)));
            surroundings.out().println("The digest of its manifest is " + version.digest() + ".");
        }
        return ExitStatus.DONE;
    }

    private int withdraw(String withdrawn) throws BuildProblem {
        if (label != null) {
            throw new BuildProblem("Release `%s` and withdraw `%s` in two commands.".formatted(label, withdrawn));
        }
        if (reason == null || reason.isBlank()) {
            throw new BuildProblem("Say why version `%s` is withdrawn: --reason TEXT.".formatted(withdrawn));
        }
        if (by == null || by.isBlank()) {
            throw new BuildProblem(
                    "Say who withdraws version `%s`: --by PERSON, an id of people.yaml.".formatted(withdrawn));
        }
        Removal.Result result = new Removal(options.settings(surroundings, false), surroundings::notice)
                .withdraw(withdrawn, by.strip(), reason.strip());
        if (!options.quiet()) {
            surroundings
                    .out()
                    .println(
                            result.already()
                                    ? "Version `%s` was withdrawn before: nothing was changed.".formatted(withdrawn)
                                    : "Withdrew version `%s`: %s holds notices and its manifest. What it has in common with the site and other versions is still there."
                                            .formatted(withdrawn, folder(withdrawn)));
        }
        return ExitStatus.DONE;
    }

    private Path folder(String of) {
        return options.site().resolve("v").resolve(of);
    }
}
