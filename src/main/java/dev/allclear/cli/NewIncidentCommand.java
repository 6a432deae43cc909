package dev.allclear.cli;

import dev.allclear.author.ContentFolder;
import dev.allclear.author.NewIncident;
import dev.allclear.author.Slug;
import dev.allclear.author.WritingProblem;
import dev.allclear.author.WrittenTime;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.Moment;
import dev.allclear.build.Outcome;
import dev.allclear.finding.Finding;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Impact;
import dev.allclear.model.Incident;
import dev.allclear.model.Lifecycle;
import dev.allclear.model.Named;
import dev.allclear.model.SystemUnderCare;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear new incident}: declares a disaster. */
@Command(
        name = "incident",
        mixinStandardHelpOptions = true,
        versionProvider = AllClear.Version.class,
        description = {
            "Declares a disaster.",
            "Writes incidents/DATE-TITLE/incident.md, with the time from the clock.",
            "From then on business as usual is suspended."
        },
        footer = {
            "",
            "Examples:",
            "  allclear new incident \"Checkout offline\" --system checkout --kind security",
            "  allclear new incident \"Orders lost\" --system orders,payments --kind data \\",
            "      --severity major --product-owner maria.lopez \\",
            "      --started \"2026-03-14 13:47\" --sprint \"Sprint 41\""
        })
final class NewIncidentCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "TITLE", arity = "0..*", description = "What happened, in one line.")
    private List<String> title = new ArrayList<>();

    @Option(
            names = {"--system", "--systems"},
            paramLabel = "SYSTEM",
            split = ",",
            description = "A system that it takes away: an id of systems.yaml. Several with commas.")
    private List<String> systems = new ArrayList<>();

    @Option(names = "--kind", paramLabel = "KIND", description = "security, data or accidental.")
    private @Nullable String kind;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            description = "critical, major or minor (default: critical).")
    private @Nullable String severity;

    @Option(
            names = {"--product-owner", "--owner"},
            paramLabel = "PERSON",
            description = "Who decides; needed only where the systems have different owners.")
    private @Nullable String productOwner;

    @Option(names = "--started", paramLabel = "TIME", description = "When harm began, as in \"2026-03-14 13:47\".")
    private @Nullable String started;

    @Option(
            names = "--declared",
            paramLabel = "TIME",
            description = "When it was declared (default: the time of the build, --now or the clock).")
    private @Nullable String declared;

    @Option(names = "--sprint", paramLabel = "NAME", description = "The sprint under way.")
    private @Nullable String sprint;

    @Option(names = "--recurrence-of", paramLabel = "INCIDENT", description = "The incident that happened before.")
    private @Nullable String recurrenceOf;

    @Option(names = "--exercise", description = "It is a rehearsal.")
    private boolean exercise;

    @Option(names = "--id", paramLabel = "NAME", description = "The folder's name (default: the date and the title).")
    private @Nullable String id;

    NewIncidentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Authoring authoring = Authoring.begin(options, surroundings);
        NewIncident incident = fill(authoring);
        String folder = id == null ? incident.folder(authoring.zone()) : id;
        String path = "incidents/" + folder + "/incident.md";
        String text = incident.text(authoring.zone());
        try {
            refuseTaken(authoring, folder);
            Outcome after = authoring.with(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
            List<Finding> objections = authoring.objections(after, path, 1);
            if (!objections.isEmpty()) {
                return authoring.refused(objections);
            }
            authoring.folder().createFolder("incidents/" + folder, Map.of("incident.md", text));
            report(authoring, incident, folder, after);
            return ExitStatus.DONE;
        } catch (WritingProblem e) {
            throw Authoring.problem(e);
        }
    }

    private NewIncident fill(Authoring authoring) throws BuildProblem {
        Form form = new Form("new incident", surroundings);
        Choices kinds = Choices.of("a kind of disaster", DisasterKind.class);
        Choices severities = Choices.of("a severity", Impact.class);
        form.among("--system", systems, authoring.systems());
        form.among("--kind", kind, kinds);
        form.among("--severity", severity, severities);
        form.among("--product-owner", productOwner, authoring.people());
        form.among("--recurrence-of", recurrenceOf, authoring.incidents(i -> true));
        Instant harm = time(form, "--started", started, authoring);
        Instant stated = time(form, "--declared", declared, authoring);
        if (id != null) {
            Slug.refusal(id, false).ifPresent(why -> form.refuse("--id: " + why));
        }
        String said = form.text(String.join(" ", title), "TITLE", "What happened, in one line?", null);
        List<String> which =
                form.chosen(systems, "--system", "Which systems does it take away?", authoring.systems(), null, true);
        String what = form.chosen(kind, "--kind", "What kind of disaster?", kinds, null);
        String weight = form.chosen(severity, "--severity", "How severe?", severities, Impact.CRITICAL.word());
        String owner = owner(form, authoring, which);
        String running = form.text(sprint, "--sprint", "Which sprint is under way (Enter: none)?", "");
        form.conclude();
        return new NewIncident(
                said,
                Named.find(DisasterKind.class, what).orElseThrow(),
                Named.find(Impact.class, weight).orElseThrow(),
                which,
                harm,
                stated == null ? WrittenTime.rounded(authoring.now(), harm) : stated,
                owner,
                running,
                recurrenceOf == null ? "" : recurrenceOf,
                exercise);
    }

    private static @Nullable Instant time(Form form, String option, @Nullable String written, Authoring authoring) {
        if (written == null) {
            return null;
        }
        Moment moment = Moment.read(written, authoring.zone());
        if (moment.instant() == null) {
            form.refuse("%s: `%s` can't be read as a time. %s".formatted(option, written, moment.help()));
        }
        return moment.instant();
    }

    /** The Product Owner, if the systems don't tell who that is. */
    private String owner(Form form, Authoring authoring, List<String> which) throws BuildProblem {
        List<String> owners = which.stream()
                .map(s -> authoring.library().systems().get(s))
                .filter(Objects::nonNull)
                .map(s -> s.productOwner().or(""))
                .filter(o -> !o.isEmpty())
                .distinct()
                .toList();
        if (productOwner != null || owners.size() < 2) {
            return productOwner == null ? "" : productOwner;
        }
        Map<String, String> words = new LinkedHashMap<>();
        owners.forEach(o -> words.put(o, authoring.person(o)));
        return form.chosen(
                null,
                "--product-owner",
                "The systems have different owners. Who decides?",
                new Choices("an owner of these systems", words),
                null);
    }

    /** Refuses a name that an incident has, in whatever letter case, before anything else is looked at. */
    private static void refuseTaken(Authoring authoring, String folder) throws WritingProblem, BuildProblem {
        Optional<Path> there = authoring.folder().inTheWayOf("incidents/" + folder);
        if (there.isPresent()) {
            throw new BuildProblem("%s If this is another incident, give it a name of its own: --id %s-2."
                    .formatted(ContentFolder.occupied(there.get()).getMessage(), folder));
        }
    }

    private void report(Authoring authoring, NewIncident incident, String folder, Outcome after) {
        String path = "incidents/" + folder + "/incident.md";
        authoring.say("Wrote " + authoring.shown(path));
        Incident written = after.library().incident(folder).orElse(null);
        String owner = written == null
                ? null
                : Lifecycle.fold(
                                written,
                                after.library().systems(),
                                after.library().people().keySet())
                        .owner();
        authoring.say("  declared %s (%s), %s%s"
                .formatted(
                        WrittenTime.of(incident.declared(), authoring.zone()),
                        authoring.zone(),
                        incident.severity().word(),
                        severity == null && !surroundings.terminal() ? " until you write something else" : ""));
        if (owner != null) {
            authoring.say("  decides: " + authoring.person(owner));
        }
        authoring.sayWhatToFillIn(after, path, incident.text(authoring.zone()), 1);
        String first = incident.systems().get(0);
        SystemUnderCare system = after.library().systems().get(first);
        long open = after.verdict().accounts().values().stream()
                .filter(a -> a.isOpen())
                .count();
        String named = open > 1 ? " --incident " + folder : "";
        authoring.say("Next:");
        authoring.say("  "
                + authoring.command("new decision "
                        + Authoring.quoted("Take %s offline".formatted(system == null ? first : system.display()))
                        + " --state offline" + named));
        authoring.say("  " + authoring.command("new root-cause --lead PERSON" + named)
                + "   (once somebody can look into it)");
    }
}
