package dev.allclear.cli;

import dev.allclear.author.ContentFolder;
import dev.allclear.author.NewInvestigation;
import dev.allclear.author.WritingProblem;
import dev.allclear.author.WrittenTime;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.Moment;
import dev.allclear.build.Outcome;
import dev.allclear.finding.Finding;
import dev.allclear.model.Account;
import dev.allclear.model.Incident;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allclear new root-cause}: opens the investigation of an incident. */
@Command(
        name = "root-cause",
        mixinStandardHelpOptions = true,
        versionProvider = AllClear.Version.class,
        description = {"Opens the investigation of an incident.", "Writes its root-cause.md, with every section."},
        footer = {
            "",
            "Examples:",
            "  allclear new root-cause --lead li.security",
            "  allclear new root-cause --incident 2026-03-14-checkout-offline \\",
            "      --lead li.security"
        })
final class NewRootCauseCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description = "The incident (default: the only open one that has no report).")
    private @Nullable String incident;

    @Option(
            names = "--lead",
            paramLabel = "PERSON",
            description = "Who leads the investigation; somebody else has to accept it.")
    private @Nullable String lead;

    @Option(
            names = "--opened",
            paramLabel = "TIME",
            description = "When it began (default: the time of the build, --now or the clock).")
    private @Nullable String opened;

    NewRootCauseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Authoring authoring = Authoring.begin(options, surroundings);
        Form form = new Form("new root-cause", surroundings);
        form.among("--lead", lead, authoring.people());
        Moment at = opened == null ? null : Moment.read(opened, authoring.zone());
        if (at != null && at.instant() == null) {
            form.refuse("--opened: `%s` can't be read as a time. %s".formatted(opened, at.help()));
        }
        Incident chosen = new OpenIncidents(authoring, form).choose(incident, i -> i.investigation() == null);
        if (chosen != null) {
            refuseTaken(authoring, chosen);
        }
        String leading = form.chosen(lead, "--lead", "Who leads the investigation?", authoring.people(), null);
        form.conclude();
        if (chosen == null) {
            throw new IllegalStateException("a form without an incident was concluded");
        }
        Instant began = at != null && at.instant() != null
                ? at.instant()
                : WrittenTime.rounded(authoring.now(), chosen.declared().value());
        String path = pathOf(chosen);
        String text = new NewInvestigation(leading, began).text(authoring.zone());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Outcome after = authoring.with(Map.of(path, bytes));
        List<Finding> objections = authoring.objections(after, path, 1);
        if (!objections.isEmpty()) {
            return authoring.refused(objections);
        }
        try {
            authoring.folder().create(path, bytes);
        } catch (WritingProblem e) {
            throw Authoring.problem(e);
        }
        report(authoring, chosen, leading, path, text, after);
        return ExitStatus.DONE;
    }

    private static String pathOf(Incident incident) {
        return "incidents/" + incident.id() + "/root-cause.md";
    }

    private static void refuseTaken(Authoring authoring, Incident incident) throws BuildProblem {
        try {
            Optional<Path> there = authoring.folder().inTheWayOf(pathOf(incident));
            if (there.isPresent()) {
                throw Authoring.problem(ContentFolder.occupied(there.get()));
            }
        } catch (WritingProblem e) {
            throw Authoring.problem(e);
        }
    }

    private static void report(
            Authoring authoring, Incident incident, String leading, String path, String text, Outcome after) {
        authoring.say("Wrote " + authoring.shown(path));
        authoring.say("  led by %s; somebody else has to accept it".formatted(authoring.person(leading)));
        authoring.sayWhatToFillIn(after, path, text, 1);
        Account account = after.verdict().accounts().get(incident.id());
        if (account != null && account.isOpen()) {
            authoring.say("Before BAU can resume:");
            account.blockers().forEach(b -> authoring.say("  - " + b));
        }
        authoring.say("Next, when the cause is known and the actions are agreed, change the top of %s so that it says:"
                .formatted(authoring.shown(path)));
        List.of("status: closed", "closed: TIME", "closed-by: PERSON", "causes: [CAUSE]")
                .forEach(field -> authoring.say("    " + field));
        authoring.say("  " + authoring.command("status"));
    }
}
