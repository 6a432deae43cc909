package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import dev.allclear.build.Settings;
import dev.allclear.build.SiteBuild;
import dev.allclear.publish.Published;
import dev.allclear.report.Format;
import dev.allclear.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allclear build}: content to site. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the site from the content.",
            "Writes nothing while a finding of severity error stands: the site that was there stays as it was."
        },
        footer = {"", "Examples:", "  allclear build", "  allclear build --content runbooks --site public"})
final class BuildCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--urgent",
            description =
                    "Publish in spite of errors, for a playbook that must go out during an outage. Never passes the gate.")
    private boolean urgent;

    BuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Instant begun = surroundings.clock().instant();
        Settings settings = options.settings(surroundings, urgent);
        SiteBuild build = new SiteBuild(settings);
        Outcome outcome = build.build();
        build.remarks().forEach(r -> surroundings.err().println("allclear: " + r));
        Published published = outcome.published();
        boolean nothing = outcome.verdict().findings().isEmpty();
        if (!nothing && !(options.quiet() && published != null)) {
            surroundings
                    .err()
                    .print(Reports.of(Format.TEXT, Reporting.sources(options.content()), options.colour(surroundings))
                            .print(Reporting.results(outcome, options.content())));
        }
        surroundings.err().flush();
        if (published == null) {
            surroundings
                    .err()
                    .println(
                            urgent
                                    ? "Nothing was written: the gate objects, and --urgent does not pass it."
                                    : "Nothing was written. `%s` is as it was.".formatted(options.site()));
            return ExitStatus.FINDINGS;
        }
        if (!options.quiet()) {
            Duration took = Duration.between(begun, surroundings.clock().instant());
            surroundings
                    .out()
                    .println("Wrote %s: %d files, %d of them new or changed, from %d documents in %s s%s."
                            .formatted(
                                    options.site(),
                                    published.files(),
                                    published.written(),
                                    outcome.library().documents(),
                                    String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0),
                                    warnings(outcome)));
        }
        return ExitStatus.DONE;
    }

    private static String warnings(Outcome outcome) {
        long errors = outcome.verdict().findings().stream()
                .filter(dev.allclear.finding.Finding::isError)
                .count();
        long warnings = outcome.verdict().findings().size() - errors;
        String text = warnings == 0 ? "" : ", with %d warning%s".formatted(warnings, warnings == 1 ? "" : "s");
        return errors == 0 ? text : text + ", in spite of %d error%s".formatted(errors, errors == 1 ? "" : "s");
    }
}
