package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code allclear completion}: the script by which a shell completes commands, options and their words. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the script by which a shell completes commands, options and their words.",
            "The one for zsh is that for bash, which zsh reads with its bashcompinit."
        },
        footer = {
            "",
            "Examples:",
            "  bash: source <(allclear completion bash)     # or put this line into ~/.bashrc",
            "  zsh:  source <(allclear completion zsh)      # in ~/.zshrc, after compinit",
            "  fish: allclear completion fish > ~/.config/fish/completions/allclear.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", completionCandidates = Words.Shells.class, description = "bash, zsh or fish.")
    private String shell = "";

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        options.refuseWrongValues();
        CommonOptions.oneOf("SHELL", shell, new Words.Shells().all());
        if (spec == null) {
            throw new IllegalStateException("a completion without commands");
        }
        CommandLine line = spec.root().commandLine();
        surroundings
                .out()
                .print(
                        shell.equals("fish")
                                ? new FishCompletion(line).print()
                                : AutoComplete.bash(line.getCommandName(), line));
        return ExitStatus.DONE;
    }
}
