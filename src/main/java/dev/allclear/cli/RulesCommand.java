package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.check.Rulebook;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code allclear rules}: all of them. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Lists all rules: id, severity, and what holds when there is no finding.",
        footer = {"", "Examples:", "  allclear rules", "  allclear rules | grep ^gate/"})
final class RulesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    RulesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        options.refuseWrongValues();
        for (Rule rule : Rulebook.all()) {
            RuleCard card = rule.card();
            surroundings
                    .out()
                    .printf("%-30s %-8s %s%n", card.id(), card.severity().word(), card.summary());
        }
        return ExitStatus.DONE;
    }
}
