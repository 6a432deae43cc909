package dev.allclear.cli;

import dev.allclear.author.ContentFolder;
import dev.allclear.author.StarterSite;
import dev.allclear.author.WritingProblem;
import dev.allclear.build.BuildProblem;
import dev.allclear.finding.Spelling;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear new site}: a small content folder to start from. */
@Command(
        name = "site",
        mixinStandardHelpOptions = true,
        versionProvider = AllClear.Version.class,
        description = {
            "Writes a small content folder to start from.",
            "It holds site.yaml, people.yaml, systems.yaml, a playbook and a page.",
            "Where no name is given an example stands in, and `allclear check` names each of them."
        },
        footer = {
            "",
            "Examples:",
            "  allclear new site content",
            "  allclear new site content --title \"Harbour Freight Recovery\" \\",
            "      --time-zone Australia/Sydney --system Checkout \\",
            "      --product-owner \"Maria Lopez\" --developer \"Sam Doe\" --stakeholder \"Kim Lee\""
        })
final class NewSiteCommand implements Callable<Integer> {

    private static final String OWNER = "Maria Lopez";
    private static final String DEVELOPER = "Sam Silva";
    private static final String STAKEHOLDER = "Kim Okafor";

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The new folder (default: that of --content).")
    private @Nullable Path folder;

    @Option(names = "--title", paramLabel = "TITLE", description = "The site's title (default: Recovery).")
    private @Nullable String title;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "An IANA name, as in Europe/Lisbon (default: that of this machine).")
    private @Nullable String timeZone;

    @Option(names = "--system", paramLabel = "NAME", description = "The first system (default: Checkout).")
    private @Nullable String system;

    @Option(names = "--product-owner", paramLabel = "NAME", description = "Who decides its state.")
    private @Nullable String productOwner;

    @Option(names = "--developer", paramLabel = "NAME", description = "Somebody who mends it.")
    private @Nullable String developer;

    @Option(names = "--stakeholder", paramLabel = "NAME", description = "Somebody who answers to its users.")
    private @Nullable String stakeholder;

    NewSiteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        options.refuseWrongValues();
        Path target = folder == null ? options.content() : folder;
        ContentFolder content = new ContentFolder(target);
        try {
            content.refuseOccupied();
            StarterSite site = fill();
            content.createAll(site.files());
            report(target, site);
            return ExitStatus.DONE;
        } catch (WritingProblem e) {
            throw Authoring.problem(e);
        }
    }

    private StarterSite fill() throws BuildProblem {
        Form form = new Form("new site", surroundings);
        if (timeZone != null) {
            unknownZone(timeZone).ifPresent(why -> form.refuse("--time-zone: " + why));
        }
        String named = form.text(title, "--title", "What is the site called?", "Recovery");
        String zone =
                form.text(timeZone, "--time-zone", "In which time zone?", machineZone(), NewSiteCommand::unknownZone);
        String first = form.text(system, "--system", "Which system comes first?", "Checkout");
        String owner = form.text(productOwner, "--product-owner", "Who decides its state (the Product Owner)?", OWNER);
        String mends = form.text(developer, "--developer", "Who mends it (one of the team)?", DEVELOPER);
        String answers =
                form.text(stakeholder, "--stakeholder", "Who answers to its users (one of them)?", STAKEHOLDER);
        form.conclude();
        return new StarterSite(
                named,
                zone,
                first,
                new StarterSite.Someone(owner, owner.equals(OWNER) && !owner.equals(productOwner)),
                new StarterSite.Someone(mends, mends.equals(DEVELOPER) && !mends.equals(developer)),
                new StarterSite.Someone(answers, answers.equals(STAKEHOLDER) && !answers.equals(stakeholder)),
                LocalDate.ofInstant(options.time(surroundings).in(ZoneId.of(zone)), ZoneId.of(zone)));
    }

    /** The zone of this machine, if other machines know it too. */
    private static String machineZone() {
        String zone = ZoneId.systemDefault().getId();
        return unknownZone(zone).isEmpty() ? zone : "UTC";
    }

    private static Optional<String> unknownZone(String zone) {
        List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        if (known.contains(zone)) {
            return Optional.empty();
        }
        String city = "/" + zone.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        String near = known.stream()
                .filter(z -> z.toLowerCase(Locale.ROOT).endsWith(city))
                .findFirst()
                .map(z -> "Did you mean `" + z + "`? ")
                .orElseGet(() -> Spelling.didYouMean(zone, known));
        return Optional.of("`%s` is not a time zone. %sWrite an IANA name, as in Europe/Lisbon.".formatted(zone, near));
    }

    /** Where the site of this content goes: where it was told to, unless one would be inside the other. */
    private Path siteFor(Path target) {
        Path site = options.site();
        Path there = site.toAbsolutePath().normalize();
        Path content = target.toAbsolutePath().normalize();
        if (!there.startsWith(content) && !content.startsWith(there)) {
            return site;
        }
        Path beside = target.resolve("../site").normalize();
        return beside.toAbsolutePath().normalize().equals(content) ? beside.resolveSibling("public") : beside;
    }

    private void report(Path target, StarterSite site) throws BuildProblem {
        if (options.quiet()) {
            return;
        }
        Authoring authoring = Authoring.begin(options.withContent(target), surroundings);
        authoring.say(
                "Wrote %s: %s".formatted(target, String.join(", ", site.files().keySet())));
        site.files().forEach((path, text) -> authoring.sayWhatToFillIn(authoring.before(), path, text, 1));
        authoring.say("Next:");
        Path out = siteFor(target);
        String elsewhere = out.equals(Path.of("site")) ? "" : " --site " + Authoring.quoted(out.toString());
        authoring.say(
                "  %s%s   (then open %s)".formatted(authoring.command("build"), elsewhere, out.resolve("index.html")));
        authoring.say("  "
                + authoring.command(
                        "new incident \"What happened\" --system %s --kind security".formatted(site.systemId())));
    }
}
