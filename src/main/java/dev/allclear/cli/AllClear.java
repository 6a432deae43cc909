package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.report.Reports;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        description =
                "Turns a folder of playbooks, incidents, decisions and root causes into a static site, and refuses to publish one that says business as usual has resumed when it has not.",
        footer = {
            "",
            "Examples:",
            "  allclear new site content",
            "  allclear build",
            "  allclear check --format json",
            "  allclear status",
            "",
            "`allclear help COMMAND` shows examples of each."
        })
public final class AllClear implements Runnable {

    /** What to say where there is nothing to work on yet. */
    private static final String BEGINNING = """
            There is no content here yet. Begin with

              allclear new site content     a small folder of content to start from; asks for names
              allclear build                turns it into a site: open site/index.html

            and when something breaks, with

              allclear new incident "What happened" --system SYSTEM --kind security|data|accidental

            Content that stands elsewhere is named with --content DIR, as in `allclear status --content ../recovery`.""";

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
        int status = execute(line, arguments, surroundings);
        surroundings.out().flush();
        surroundings.err().flush();
        return status;
    }

    /** All commands, with their options and what they say of themselves. */
    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine line = new CommandLine(new AllClear());
        commands(surroundings).forEach(line::addSubcommand);
        giveVersion(line);
        // A folder may be called @content.
        line.setExpandAtFiles(false);
        return line;
    }

    private static void giveVersion(CommandLine line) {
        line.getCommandSpec().versionProvider(new Version());
        line.getSubcommands().values().forEach(AllClear::giveVersion);
    }

    private static List<Object> commands(Surroundings surroundings) {
        return List.of(
                new BuildCommand(surroundings),
                new CheckCommand(surroundings),
                new ServeCommand(surroundings),
                new StatusCommand(surroundings),
                NewCommand.with(surroundings),
                new ReleaseCommand(surroundings),
                new VersionsCommand(surroundings),
                new VerifyCommand(surroundings),
                new ExplainCommand(surroundings),
                new RulesCommand(surroundings),
                new SchemaCommand(surroundings),
                new CompletionCommand(surroundings),
                new HelpCommand(surroundings));
    }

    private static int execute(CommandLine line, List<String> arguments, Surroundings surroundings) {
        try {
            return line.execute(arguments.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            return noMemory(surroundings);
        }
    }

    private static int noMemory(Surroundings surroundings) {
        surroundings
                .err()
                .println(
                        "allclear: there is not enough memory for this: %d MB. Give Java more, such as ALLCLEAR_JAVA_OPTS=-Xmx2g (or java -Xmx2g -jar …)."
                                .formatted(Runtime.getRuntime().maxMemory() >> 20));
        return ExitStatus.PROBLEM;
    }

    @Override
    public void run() {
        if (spec != null) {
            boolean hasContent = Files.exists(Path.of("content", "site.yaml"));
            throw new ParameterException(spec.commandLine(), hasContent ? "Name a command." : BEGINNING);
        }
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println("allclear: " + WrongUsage.sentence(e));
        return ExitStatus.PROBLEM;
    }

    private static int problem(Exception e, Surroundings surroundings, List<String> arguments) {
        PrintWriter err = surroundings.err();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return noMemory(surroundings);
            }
        }
        if (e instanceof BuildProblem problem) {
            err.println("allclear: " + e.getMessage());
            problem.place().ifPresent(at -> err.print(Reports.lines(at, Reporting.files(), false)));
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
