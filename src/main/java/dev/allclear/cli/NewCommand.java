package dev.allclear.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code allclear new}: begins a document. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a new document, with a hint wherever something is still to be said.",
            "On a terminal it asks for what is missing. It never overwrites anything."
        },
        footer = {
            "",
            "Examples:",
            "  allclear new site content",
            "  allclear new incident \"Checkout offline\" --system checkout --kind security",
            "  allclear new decision \"Take checkout offline\" --state offline",
            "  allclear new root-cause --lead li.security",
            "  allclear new playbook \"Restore the database\" --system checkout --owner sam.ops",
            "  allclear new page \"How we talk to customers\""
        })
final class NewCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** With one command for each kind of document. */
    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new NewCommand())
                .addSubcommand(new NewIncidentCommand(surroundings))
                .addSubcommand(new NewDecisionCommand(surroundings))
                .addSubcommand(new NewRootCauseCommand(surroundings))
                .addSubcommand(new NewPlaybookCommand(surroundings))
                .addSubcommand(new NewPageCommand(surroundings))
                .addSubcommand(new NewSiteCommand(surroundings));
    }

    @Override
    public Integer call() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say what is new: " + String.join(", ", spec.subcommands().keySet()) + ".");
        }
        return ExitStatus.PROBLEM;
    }
}
