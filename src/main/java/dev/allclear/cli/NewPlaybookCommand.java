package dev.allclear.cli;

import dev.allclear.author.NewPlaybook;
import dev.allclear.author.Slug;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear new playbook}: begins a recovery procedure. */
@Command(
        name = "playbook",
        mixinStandardHelpOptions = true,
        versionProvider = AllClear.Version.class,
        description = {"Begins a recovery playbook.", "Writes playbooks/TITLE.md, with its front matter and two steps."
        },
        footer = {
            "",
            "Examples:",
            "  allclear new playbook \"Restore the database\" --system checkout --owner sam.ops",
            "  allclear new playbook \"Restore the database\" --system checkout \\",
            "      --owner sam.ops --kind data --id data/restore-database"
        })
final class NewPlaybookCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "TITLE", arity = "0..*", description = "What it does, in one line.")
    private List<String> title = new ArrayList<>();

    @Option(
            names = {"--system", "--systems"},
            paramLabel = "SYSTEM",
            split = ",",
            description = "A system that it restores: an id of systems.yaml. Several with commas.")
    private List<String> systems = new ArrayList<>();

    @Option(names = "--owner", paramLabel = "PERSON", description = "Who keeps it: an id of people.yaml.")
    private @Nullable String owner;

    @Option(
            names = {"--kind", "--kinds"},
            paramLabel = "KIND",
            split = ",",
            description = "What it is for: security, data, accidental (default: all three).")
    private List<String> kinds = new ArrayList<>();

    @Option(
            names = "--id",
            paramLabel = "NAME",
            description = "Its path below playbooks/, without .md (default: from the title).")
    private @Nullable String id;

    NewPlaybookCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Authoring authoring = Authoring.begin(options, surroundings);
        Form form = new Form("new playbook", surroundings);
        Choices allKinds = Choices.of("a kind of disaster", DisasterKind.class);
        form.among("--system", systems, authoring.systems());
        form.among("--owner", owner, authoring.people());
        form.among("--kind", kinds, allKinds);
        if (id != null) {
            Slug.refusal(id, true).ifPresent(why -> form.refuse("--id: " + why));
        }
        String said = form.text(String.join(" ", title), "TITLE", "What it does, in one line", null);
        List<String> which =
                form.chosen(systems, "--system", "Which systems does it restore?", authoring.systems(), null, true);
        String keeper = form.chosen(owner, "--owner", "Who keeps it?", authoring.people(), null);
        List<String> of = form.chosen(kinds, "--kind", "What is it for?", allKinds, allKinds.ids(), true);
        form.conclude();
        NewPlaybook playbook = new NewPlaybook(
                said,
                keeper,
                which,
                of.stream()
                        .map(k -> Named.find(DisasterKind.class, k))
                        .flatMap(Optional::stream)
                        .toList(),
                LocalDate.ofInstant(authoring.now(), authoring.zone()));
        String path = "playbooks/" + (id == null ? playbook.name() : id) + ".md";
        Outcome after = authoring.write(path, playbook.text());
        if (after == null) {
            return ExitStatus.FINDINGS;
        }
        authoring.say("Wrote " + authoring.shown(path));
        authoring.sayWhatToFillIn(after, path, playbook.text(), 1);
        authoring.say("Next:");
        authoring.say(
                "  Rehearse it, and write when and how long it took: exercised: [{on: %s, took: 45m, result: passed}]"
                        .formatted(playbook.today()));
        authoring.say("  " + authoring.command("check"));
        return ExitStatus.DONE;
    }
}
