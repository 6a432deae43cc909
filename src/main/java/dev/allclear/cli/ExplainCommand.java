package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.check.Examples;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.check.Rulebook;
import dev.allclear.finding.Spelling;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code allclear explain}: what a rule wants and why. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what a rule wants and why, with an example of each kind.",
        footer = {
            "",
            "Examples:",
            "  allclear explain gate/investigation-open",
            "  allclear explain playbook/over-objective"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(
            paramLabel = "RULE",
            completionCandidates = Words.Rules.class,
            description = "The id of a rule, as in gate/order.")
    private String rule = "";

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        options.refuseWrongValues();
        for (Rule each : Rulebook.all()) {
            if (each.card().id().equals(rule)) {
                print(each.card());
                return ExitStatus.DONE;
            }
        }
        throw new BuildProblem("There is no rule `%s`. %s`allclear rules` lists them all."
                .formatted(rule, Spelling.didYouMean(rule, new Words.Rules().all())));
    }

    private void print(RuleCard card) {
        var out = surroundings.out();
        out.println(card.id() + " (" + card.severity().word() + (card.isGate() ? ", always" : "") + ")");
        out.println();
        out.println("Holds when " + card.summary() + ".");
        out.println();
        out.println(card.why().strip());
        out.println();
        out.println("Not:");
        out.println(card.bad().stripTrailing().indent(4).stripTrailing());
        out.println();
        out.println("But:");
        out.println(card.good().stripTrailing().indent(4).stripTrailing());
        out.println();
        out.println("What `allclear check` says where it does not hold:");
        out.println(Examples.finding(card).stripTrailing().indent(4).stripTrailing());
    }
}
