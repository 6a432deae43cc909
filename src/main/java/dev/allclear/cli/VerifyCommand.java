package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.Proof;
import dev.allclear.report.VerifyReport;
import dev.allclear.versions.Verification;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear verify}: proves that published versions are untouched. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes the digests of all versions and names each file that is not as it was released.",
            "Needs nothing but the site's folder, so it works on a copy too."
        },
        footer = {"", "Examples:", "  allclear verify", "  allclear verify /media/stick/site --anchor 5f0c…"})
final class VerifyCommand implements Callable<Integer> {

    private static final Pattern ANCHOR = Pattern.compile("[0-9a-f]{16,64}");

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The site's folder (default: that of --site).")
    private @Nullable Path folder;

    @Option(
            names = "--anchor",
            paramLabel = "DIGEST",
            description = {
                "The digest of a version's manifest that was kept elsewhere, or its first 16 characters or more.",
                "Fails if no version has it: without it nobody can tell that the newest versions were cut off."
            })
    private @Nullable String anchor;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            completionCandidates = Words.TextOrJson.class,
            description = "How to print it (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private String format = "text";

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        CommonOptions.oneOf("--format", format, new Words.TextOrJson().all());
        int jobs = options.settings(surroundings, false).jobs();
        Path site = folder == null ? options.site() : folder;
        Verification.Result result;
        try (ProgressLine progress = ProgressLine.of(surroundings, options.quiet())) {
            result = Proof.verify(site, anchor(), jobs, progress);
        }
        if (format.equals("json")) {
            surroundings.out().print(VerifyReport.json(result, site.toString(), ToolVersion.current()));
        } else if (!(options.quiet() && result.holds())) {
            surroundings.out().print(new VerifyReport(options.colour(surroundings)).text(result));
        }
        return result.holds() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    private @Nullable String anchor() throws BuildProblem {
        if (anchor == null) {
            return null;
        }
        String digest = anchor.strip().toLowerCase(Locale.ROOT);
        if (!ANCHOR.matcher(digest).matches()) {
            throw new BuildProblem(
                    "--anchor %s is not a digest: write its 64 hexadecimal characters, or the first 16 or more."
                            .formatted(anchor));
        }
        return digest;
    }
}
