package dev.allclear.cli;

import dev.allclear.author.NewPage;
import dev.allclear.author.Slug;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear new page}: begins a page. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        versionProvider = AllClear.Version.class,
        description = {"Begins a page.", "Writes pages/TITLE.md."},
        footer = {
            "",
            "Examples:",
            "  allclear new page \"How we talk to customers\"",
            "  allclear new page \"Telephone numbers\" --id reference/telephone-numbers"
        })
final class NewPageCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "TITLE", arity = "0..*", description = "Its title.")
    private List<String> title = new ArrayList<>();

    @Option(
            names = "--id",
            paramLabel = "NAME",
            description = "Its path below pages/, without .md (default: from the title).")
    private @Nullable String id;

    NewPageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Authoring authoring = Authoring.begin(options, surroundings);
        Form form = new Form("new page", surroundings);
        if (id != null) {
            Slug.refusal(id, true).ifPresent(why -> form.refuse("--id: " + why));
        }
        String said = form.text(String.join(" ", title), "TITLE", "The page's title", null);
        form.conclude();
        NewPage page = new NewPage(said);
        String path = "pages/" + (id == null ? page.name() : id) + ".md";
        Outcome after = authoring.write(path, page.text());
        if (after == null) {
            return ExitStatus.FINDINGS;
        }
        authoring.say("Wrote " + authoring.shown(path));
        authoring.sayWhatToFillIn(after, path, page.text(), 1);
        authoring.say("Next:");
        authoring.say("  " + authoring.command("build"));
        return ExitStatus.DONE;
    }
}
