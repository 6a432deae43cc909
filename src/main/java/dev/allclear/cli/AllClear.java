package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code allclear}: all commands together. */
@Command(
        name = "allclear",
        mixinStandardHelpOptions = true,
        versionProvider = AllClear.Version.class,
        description = {
            "Turns a folder of playbooks, incidents, decisions and root causes into a static site,",
            "and refuses to publish one that says business as usual has resumed when it has not."
        },
        footer = {"", "Examples:", "  allclear build", "  allclear check --format json", "  allclear status"})
public final class AllClear implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs a command. */
    public static int run(List<String> arguments, Surroundings surroundings) {
        CommandLine line = commandLine(surroundings);
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setParameterExceptionHandler(AllClear::wrongUsage);
        line.setExecutionExceptionHandler((e, command, parsed) -> problem(e, surroundings, arguments));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int status = line.execute(arguments.toArray(String[]::new));
        surroundings.out().flush();
        surroundings.err().flush();
        return status;
    }

    /** All commands, with their options and what they say of themselves. */
    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine line = new CommandLine(new AllClear());
        commands(surroundings).forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(new Version()));
        // A folder may be called @content.
        line.setExpandAtFiles(false);
        return line;
    }

    private static List<Object> commands(Surroundings surroundings) {
        return List.of(
                new BuildCommand(surroundings),
                new CheckCommand(surroundings),
                new StatusCommand(surroundings),
                new ReleaseCommand(surroundings),
                new VersionsCommand(surroundings),
                new VerifyCommand(surroundings),
                new ExplainCommand(surroundings),
                new RulesCommand(surroundings),
                new SchemaCommand(surroundings),
                new CompletionCommand(surroundings),
                new HelpCommand(surroundings));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Name a command.");
        }
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println("allclear: " + WrongUsage.sentence(e));
        return ExitStatus.PROBLEM;
    }

    private static int problem(Exception e, Surroundings surroundings, List<String> arguments) {
        PrintWriter err = surroundings.err();
        if (e instanceof BuildProblem) {
            err.println("allclear: " + e.getMessage());
        } else {
            err.println("allclear: this is a fault of the tool: " + e);
            if (arguments.contains("--verbose")) {
                e.printStackTrace(err);
            } else {
                err.println("Please report it, with what `--verbose` prints.");
            }
        }
        return ExitStatus.PROBLEM;
    }

    /** Prints the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"allclear " + ToolVersion.current()};
        }
    }
}
