package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code allclear help}: what {@code --help} says, and the manual page. */
@Command(
        name = "help",
        mixinStandardHelpOptions = true,
        description = "Prints the help of a command, or the manual page of all of them.",
        footer = {"", "Examples:", "  allclear help release", "  allclear help --man | man -l -"})
final class HelpCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The name of a command.")
    private String[] command = {};

    @Option(names = "--man", description = "Print the manual page, in the form that `man -l` shows.")
    private boolean man;

    HelpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        if (spec == null) {
            throw new IllegalStateException("a help without commands");
        }
        CommandLine line = spec.root().commandLine();
        if (man) {
            surroundings.out().print(new ManPage(line, ToolVersion.current()).print());
            return ExitStatus.DONE;
        }
        for (String name : command) {
            CommandLine below = line.getSubcommands().get(name);
            if (below == null) {
                throw new BuildProblem(WrongUsage.noCommand(line, name)
                        + "`%s --help` lists them all."
                                .formatted(line.getCommandSpec().qualifiedName()));
            }
            line = below;
        }
        line.usage(surroundings.out());
        return ExitStatus.DONE;
    }
}
