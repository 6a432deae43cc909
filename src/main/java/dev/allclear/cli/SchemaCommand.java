package dev.allclear.cli;

import dev.allclear.author.WritingProblem;
import dev.allclear.build.BuildProblem;
import dev.allclear.finding.Spelling;
import dev.allclear.form.Form;
import dev.allclear.form.Forms;
import dev.allclear.schema.JsonSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear schema}: what a document's front matter, a record or a file of settings may hold, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the JSON Schema (2020-12) of a document's front matter, of a record or of a file of settings.",
            "Without DOCUMENT it lists them. How editors use them is told in docs/editors.md."
        },
        footer = {
            "",
            "Examples:",
            "  allclear schema",
            "  allclear schema systems > systems.schema.json",
            "  allclear schema --all .schemas"
        })
final class SchemaCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(
            paramLabel = "DOCUMENT",
            arity = "0..1",
            completionCandidates = Words.Documents.class,
            description = "Of what: incident, decision, root-cause, … as the list has them.")
    private @Nullable String document;

    @Option(
            names = "--all",
            paramLabel = "DIR",
            description = "Write all of them into this folder, as NAME.schema.json.")
    private @Nullable Path all;

    SchemaCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        options.refuseWrongValues();
        if (all != null) {
            if (document != null) {
                throw new BuildProblem("Name one document, or all of them with --all DIR.");
            }
            return write(all);
        }
        if (document == null) {
            for (Form form : Forms.all()) {
                surroundings.out().printf("%-11s %s%n", form.name(), form.where());
            }
            return ExitStatus.DONE;
        }
        String wanted = document;
        Form form = Forms.find(wanted)
                .orElseThrow(() -> new BuildProblem("There is no schema `%s`. %sWrite one of: %s."
                        .formatted(
                                wanted, Spelling.didYouMean(wanted, Forms.names()), String.join(", ", Forms.names()))));
        surroundings.out().print(JsonSchema.of(form));
        return ExitStatus.DONE;
    }

    private int write(Path folder) throws BuildProblem {
        try {
            Files.createDirectories(folder);
            for (Form form : Forms.all()) {
                Files.writeString(
                        folder.resolve(form.name() + ".schema.json"), JsonSchema.of(form), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new BuildProblem(
                    "The schemas can't be written to `%s`: %s.".formatted(folder, WritingProblem.why(e)), e);
        }
        if (!options.quiet()) {
            surroundings
                    .out()
                    .println("Wrote %d schemas to %s.".formatted(Forms.all().size(), folder));
        }
        return ExitStatus.DONE;
    }
}
