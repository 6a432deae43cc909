package dev.allclear.cli;

import dev.allclear.author.NewDecision;
import dev.allclear.author.WritingProblem;
import dev.allclear.author.WrittenTime;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.Moment;
import dev.allclear.build.Outcome;
import dev.allclear.finding.Finding;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Account;
import dev.allclear.model.BauChange;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.Named;
import dev.allclear.model.Playbook;
import dev.allclear.model.SprintChange;
import dev.allclear.model.SystemState;
import dev.allclear.model.Word;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allclear new decision}: appends a decision to the log of an incident. */
@Command(
        name = "decision",
        mixinStandardHelpOptions = true,
        versionProvider = AllClear.Version.class,
        description = {
            "Appends a decision to the log of an incident.",
            "It is by the Product Owner of that moment, has the time from the clock, and names the groups that must be informed.",
            "What the gate would refuse is not written, and it is said why."
        },
        footer = {
            "",
            "Examples:",
            "  allclear new decision \"Take checkout offline\" --state offline",
            "  allclear new decision \"Start with checkout\" \\",
            "      --state checkout=restoring,payments=offline --playbook restore-database",
            "  allclear new decision \"Checkout is restored\" --state restored \\",
            "      --consulted sam.ops --evidence \"Smoke tests: 214 of 214 passed\"",
            "  allclear new decision \"Resume business as usual\" --bau resumed \\",
            "      --consulted sam.ops"
        })
final class NewDecisionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "TITLE", arity = "0..*", description = "What was decided, in one line.")
    private List<String> title = new ArrayList<>();

    @Option(names = "--incident", paramLabel = "ID", description = "The incident (default: the only open one).")
    private @Nullable String incident;

    @Option(
            names = "--state",
            paramLabel = "STATE|SYSTEM=STATE",
            split = ",",
            description =
                    "The new state of all its systems, or of some: degraded, read-only, maintenance, offline, restoring or restored.")
    private List<String> states = new ArrayList<>();

    @Option(names = "--sprint", paramLabel = "CHANGE", description = "cancelled or continues.")
    private @Nullable String sprint;

    @Option(names = "--owner", paramLabel = "PERSON", description = "Hand the incident over to another Product Owner.")
    private @Nullable String owner;

    @Option(names = "--bau", paramLabel = "resumed", description = "Resume business as usual.")
    private @Nullable String bau;

    @Option(
            names = "--by",
            paramLabel = "PERSON",
            description = "Who decided (default: the Product Owner of that moment).")
    private @Nullable String by;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When (default: the time of the build, --now or the clock).")
    private @Nullable String at;

    @Option(
            names = "--consulted",
            paramLabel = "PERSON",
            split = ",",
            description = "A person or group who was asked. Several with commas.")
    private List<String> consulted = new ArrayList<>();

    @Option(
            names = "--informed",
            paramLabel = "GROUP",
            split = ",",
            description = "A person or group who was told, besides those who must be.")
    private List<String> informed = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "TEXT",
            description = "What it rests on, in Markdown. May be given several times.")
    private List<String> evidence = new ArrayList<>();

    @Option(names = "--playbook", paramLabel = "PLAYBOOK", description = "The playbook that it starts.")
    private @Nullable String playbook;

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, in Markdown.")
    private @Nullable String why;

    NewDecisionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        Authoring authoring = Authoring.begin(options, surroundings);
        Form form = new Form("new decision", surroundings);
        Incident chosen = new OpenIncidents(authoring, form).choose(incident, i -> true);
        if (chosen == null) {
            refuseWrongWords(form, authoring, null);
            form.text(String.join(" ", title), "TITLE", "What was decided, in one line?", null);
            form.conclude();
            throw new IllegalStateException("a form without an incident was concluded");
        }
        Account account = authoring.before().verdict().accounts().get(chosen.id());
        if (account == null) {
            throw new IllegalStateException("no account of " + chosen.id());
        }
        refuseWrongWords(form, authoring, chosen);
        if (bau != null && form.isRight() && blocked(authoring, account)) {
            return ExitStatus.FINDINGS;
        }
        NewDecision decision = fill(form, authoring, account);
        return write(authoring, chosen, decision);
    }

    private void refuseWrongWords(Form form, Authoring authoring, @Nullable Incident chosen) {
        form.among("--by", by, authoring.people());
        form.among("--owner", owner, authoring.people());
        form.among("--sprint", sprint, Choices.of("a change of the sprint", SprintChange.class));
        form.among("--bau", bau, Choices.of("a change of business as usual", BauChange.class));
        form.among("--consulted", consulted, authoring.peopleAndGroups());
        form.among("--informed", informed, authoring.peopleAndGroups());
        if (playbook != null) {
            form.among("--playbook", playbook.replaceFirst("@\\d+$", ""), authoring.playbooks());
        }
        if (chosen != null) {
            settings(states, chosen, form);
        }
    }

    /** The new states by system, {@code *} for all; what is wrong with them goes to the form. */
    private static Map<String, SystemState> settings(List<String> written, Incident of, Form form) {
        Map<String, String> systems = new LinkedHashMap<>();
        of.systemIds().forEach(id -> systems.put(id, ""));
        Map<String, SystemState> settings = new LinkedHashMap<>();
        for (String word : written) {
            Optional<String> refusal = setting(word, new Choices("a system of this incident", systems), settings);
            refusal.ifPresent(why -> form.refuse("--state: " + why));
        }
        if (settings.containsKey("*") && settings.size() > 1) {
            form.refuse("--state: write one state for all systems, or SYSTEM=STATE for each of some.");
        }
        return settings;
    }

    private static Optional<String> setting(String word, Choices systems, Map<String, SystemState> settings) {
        int sign = Math.max(word.indexOf('='), word.indexOf(':'));
        String system = sign < 0 ? "*" : word.substring(0, sign).strip();
        String state = word.substring(sign + 1).strip();
        Optional<String> refusal = sign < 0 ? Optional.empty() : systems.refusal(system);
        if (refusal.isPresent()) {
            return refusal;
        }
        List<String> known = Arrays.stream(SystemState.values())
                .filter(SystemState::canBeDecided)
                .map(Named::word)
                .toList();
        if (!known.contains(state)) {
            return Optional.of("`%s` is not a state of a system. %sKnown: %s.%s"
                    .formatted(
                            state,
                            Spelling.didYouMean(state, known),
                            String.join(", ", known),
                            state.equals("operational")
                                    ? " A system is operational again when business as usual has resumed."
                                    : ""));
        }
        if (settings.putIfAbsent(system, Named.find(SystemState.class, state).orElseThrow()) != null) {
            return Optional.of(
                    (system.equals("*") ? "All its systems are" : "`%s` is".formatted(system)) + " given two states.");
        }
        return Optional.empty();
    }

    /** Says what stands between the incident and BAU, if anything does that this decision can't settle itself. */
    private boolean blocked(Authoring authoring, Account account) {
        if (!account.isOpen()) {
            return false;
        }
        List<String> blockers = new ArrayList<>();
        for (int i = 0; i < account.blockedBy().size(); i++) {
            boolean settled = account.blockedBy().get(i).equals("gate/not-restored") && !states.isEmpty();
            if (!settled) {
                blockers.add(account.blockers().get(i));
            }
        }
        if (blockers.isEmpty()) {
            return false;
        }
        PrintWriter err = surroundings.err();
        err.println("allclear: nothing was written: business as usual can't resume yet.");
        for (int i = 0; i < blockers.size(); i++) {
            err.println("  %d. %s".formatted(i + 1, blockers.get(i)));
        }
        if (account.incident().investigation() == null) {
            err.println("Begin with `%s`.".formatted(authoring.command("new root-cause --lead PERSON")));
        }
        return true;
    }

    private NewDecision fill(Form form, Authoring authoring, Account account) throws BuildProblem {
        Incident of = account.incident();
        Instant moment = moment(form, authoring, of);
        boolean changes = !states.isEmpty() || sprint != null || owner != null || bau != null;
        String said = form.text(String.join(" ", title), "TITLE", "What was decided, in one line?", null);
        List<String> written = new ArrayList<>(states);
        if (!changes && form.asks()) {
            written.addAll(askForStates(form, account));
        }
        Map<String, SystemState> settings = new LinkedHashMap<>();
        for (String word : written) {
            setting(word, systemsOf(of), settings);
        }
        String known = by == null ? account.course().owner() : by;
        String decider = form.chosen(known, "--by", "Who decided?", authoring.people(), null);
        boolean restores = settings.containsValue(SystemState.RESTORED);
        boolean needsAdvice =
                restores || bau != null || SprintChange.CANCELLED.word().equals(sprint);
        List<String> asked = form.chosen(
                consulted,
                "--consulted",
                needsAdvice ? "Who was consulted? At least one other person." : "Who was consulted (Enter: nobody)?",
                authoring.peopleAndGroups().without(decider),
                needsAdvice ? null : List.of(),
                true);
        List<String> shown = new ArrayList<>(evidence);
        if (restores && evidence.isEmpty()) {
            shown.add(form.text(null, "--evidence", "What was tested, and what came out?", null));
        }
        String reason = why == null ? form.text(null, "--why", "Why (Enter: write it later)?", "") : why.strip();
        form.conclude();
        Set<String> told = new LinkedHashSet<>();
        if (!settings.isEmpty() || sprint != null || bau != null) {
            authoring.library().site().inform().or(List.of()).stream()
                    .map(Word::text)
                    .forEach(told::add);
        }
        told.addAll(informed);
        SystemState all = settings.remove("*");
        return new NewDecision(
                said,
                moment,
                decider,
                all,
                settings,
                text(sprint),
                text(owner),
                text(bau),
                asked,
                List.copyOf(told),
                shown,
                versioned(authoring),
                reason);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static Choices systemsOf(Incident incident) {
        Map<String, String> systems = new LinkedHashMap<>();
        incident.systemIds().forEach(id -> systems.put(id, ""));
        return new Choices("a system of this incident", systems);
    }

    /** When it was decided: never before the last decision, and never before the declaration, if that can be helped. */
    private Instant moment(Form form, Authoring authoring, Incident of) {
        if (at != null) {
            Moment moment = Moment.read(at, authoring.zone());
            if (moment.instant() != null) {
                return moment.instant();
            }
            form.refuse("--at: `%s` can't be read as a time. %s".formatted(at, moment.help()));
            return authoring.now();
        }
        Instant last = of.declared().value();
        for (Decision decision : of.decisions()) {
            Instant taken = decision.at().value();
            last = taken != null && (last == null || taken.isAfter(last)) ? taken : last;
        }
        return WrittenTime.rounded(authoring.now(), last);
    }

    private List<String> askForStates(Form form, Account account) throws BuildProblem {
        boolean restoring = account.course().states().containsValue(SystemState.RESTORING);
        List<String> known = Arrays.stream(SystemState.values())
                .filter(s -> s.canBeDecided() && (restoring || s != SystemState.RESTORED))
                .map(Named::word)
                .toList();
        String one = account.incident().systemIds().size() == 1 ? "" : ", or SYSTEM=STATE with commas";
        String answer = form.text(
                null,
                "--state",
                "New state: %s%s (Enter: no change)".formatted(String.join(", ", known), one),
                "",
                words -> {
                    Map<String, SystemState> read = new LinkedHashMap<>();
                    for (String word : words.split("\\s*,\\s*", -1)) {
                        Optional<String> refusal = setting(word, systemsOf(account.incident()), read);
                        if (refusal.isPresent()) {
                            return refusal;
                        }
                    }
                    return read.containsKey("*") && read.size() > 1
                            ? Optional.of("Write one state for all, or SYSTEM=STATE for each of some.")
                            : tooEarly(read, account);
                });
        return answer.isEmpty() ? List.of() : List.of(answer.split("\\s*,\\s*", -1));
    }

    /** Which system can't become restored yet; the gate would say so, but only after all other questions. */
    private static Optional<String> tooEarly(Map<String, SystemState> settings, Account account) {
        for (Map.Entry<String, SystemState> state : account.course().states().entrySet()) {
            SystemState next = settings.getOrDefault(state.getKey(), settings.get("*"));
            if (next == SystemState.RESTORED && state.getValue() != SystemState.RESTORING) {
                return Optional.of("`%s` is %s; `restored` may follow only `restoring`."
                        .formatted(state.getKey(), state.getValue().word()));
            }
        }
        return Optional.empty();
    }

    /** The playbook with its version of today, so that the record still says in a year what was followed. */
    private String versioned(Authoring authoring) {
        if (playbook == null || playbook.contains("@")) {
            return text(playbook);
        }
        return authoring
                .library()
                .playbook(playbook)
                .map(Playbook::version)
                .map(v -> v.value() == null ? playbook : playbook + "@" + v.value())
                .orElse(playbook);
    }

    private int write(Authoring authoring, Incident of, NewDecision decision) throws BuildProblem {
        String path = "incidents/" + of.id() + "/decisions.md";
        try {
            byte[] log = authoring.folder().bytes(path);
            byte[] grown = decision.appendedTo(log, authoring.zone());
            Outcome after = authoring.with(Map.of(path, grown));
            Decision read = appended(of, after, decision);
            // An open fence swallows the decision, or ends with its first line: what stood there before is to blame.
            if (read == null
                    && faults(authoring, path).stream().anyMatch(f -> f.rule().equals("gate/record"))) {
                return unreadable(authoring, path);
            }
            List<Finding> objections = authoring.objections(after, path, log == null ? 1 : lines(log));
            if (!objections.isEmpty()) {
                return authoring.refused(objections);
            }
            if (read == null) {
                return unreadable(authoring, path);
            }
            if (log == null) {
                authoring.folder().create(path, grown);
            } else {
                authoring.folder().append(path, log, grown);
            }
            report(authoring, of, decision, read, path, grown, after);
            return ExitStatus.DONE;
        } catch (WritingProblem e) {
            throw Authoring.problem(e);
        }
    }

    /** How many lines a log has. What follows begins on the last of them, or below. */
    private static int lines(byte[] log) {
        return new String(log, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1).length;
    }

    /** The decision as a reader finds it; null if the log as it stands hides it. */
    private static @Nullable Decision appended(Incident before, Outcome after, NewDecision decision) {
        List<Decision> decisions =
                after.library().incident(before.id()).map(Incident::decisions).orElse(List.of());
        int count = before.decisions().size() + 1;
        Decision last = decisions.size() == count ? decisions.get(count - 1) : null;
        return last != null
                        && decision.at().equals(last.at().value())
                        && decision.by().equals(last.by().value())
                ? last
                : null;
    }

    private int unreadable(Authoring authoring, String path) {
        PrintWriter err = surroundings.err();
        err.println("allclear: nothing was written: what is appended to %s would not be read as a decision."
                .formatted(authoring.shown(path)));
        faults(authoring, path)
                .forEach(f ->
                        err.println("  line %d: %s %s".formatted(f.location().line(), f.message(), f.help())));
        return ExitStatus.FINDINGS;
    }

    /** What is wrong with the log as it stands. */
    private static List<Finding> faults(Authoring authoring, String path) {
        return authoring.before().verdict().findings().stream()
                .filter(f -> f.isError() && f.location().file().endsWith("/" + path))
                .toList();
    }

    private void report(
            Authoring authoring,
            Incident of,
            NewDecision decision,
            Decision read,
            String path,
            byte[] log,
            Outcome after) {
        authoring.say(
                "Added to %s:%d".formatted(authoring.shown(path), read.heading().line()));
        Account account = after.verdict().accounts().get(of.id());
        if (account == null) {
            return;
        }
        String owner = account.course()
                .turns()
                .get(account.course().turns().size() - 1)
                .owner();
        authoring.say("  %s, decided by %s%s"
                .formatted(
                        WrittenTime.of(decision.at(), authoring.zone()),
                        authoring.person(decision.by()),
                        owner == null
                                        || owner.equals(decision.by())
                                        || !decision.owner().isEmpty()
                                ? ""
                                : "; the Product Owner is " + authoring.person(owner)));
        if (!decision.owner().isEmpty()) {
            authoring.say("  the Product Owner from now on: " + authoring.person(decision.owner()));
        }
        if (!decision.sprint().isEmpty()) {
            authoring.say("  the sprint "
                    + (decision.sprint().equals(SprintChange.CANCELLED.word()) ? "is cancelled" : "continues"));
        }
        account.course()
                .states()
                .forEach((system, state) -> authoring.say(
                        "  %s: %s".formatted(system, account.state(system).word())));
        authoring.sayWhatToFillIn(
                after,
                path,
                new String(log, StandardCharsets.UTF_8),
                read.heading().line());
        authoring.say("Next:");
        if (!decision.informed().isEmpty()) {
            authoring.say("  Tell %s: the record says that they were told."
                    .formatted(String.join(" and ", decision.informed())));
        }
        next(authoring, account, after);
    }

    private static void next(Authoring authoring, Account account, Outcome after) {
        Incident of = account.incident();
        long open = after.verdict().accounts().values().stream()
                .filter(Account::isOpen)
                .count();
        String named = open > 1 ? " --incident " + of.id() : "";
        if (!account.isOpen()) {
            authoring.say("  " + authoring.command("release LABEL") + "   (publish it, for good)");
            return;
        }
        if (account.course().isRestored()) {
            if (of.investigation() == null) {
                authoring.say("  " + authoring.command("new root-cause --lead PERSON" + named));
                return;
            }
            if (account.blockers().isEmpty()) {
                authoring.say("  "
                        + authoring.command(
                                "new decision \"Resume business as usual\" --bau resumed --consulted PERSON" + named));
                return;
            }
            authoring.say("  Before BAU can resume:");
            account.blockers().forEach(b -> authoring.say("  - " + b));
            return;
        }
        bringOn(authoring, account, after, named);
    }

    /** Says how those systems that are not restored get there, and of no other: to set it again would undo it. */
    private static void bringOn(Authoring authoring, Account account, Outcome after, String named) {
        Map<String, SystemState> states = account.course().states();
        List<String> begun = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        states.forEach((system, state) -> {
            if (state == SystemState.RESTORING) {
                begun.add(system);
            } else if (state != SystemState.RESTORED) {
                waiting.add(system);
            }
        });
        if (!waiting.isEmpty() || begun.isEmpty()) {
            String book = after.library().playbooks().stream()
                    .filter(p -> p.systems().stream().anyMatch(s -> waiting.contains(s.text())))
                    .findFirst()
                    .map(p -> " --playbook " + Authoring.quoted(p.id()))
                    .orElse("");
            boolean all = begun.isEmpty() && waiting.size() == states.size();
            String said = all ? "Begin to restore" : "Begin to restore " + String.join(" and ", waiting);
            authoring.say("  "
                    + authoring.command("new decision %s --state %s%s%s"
                            .formatted(
                                    Authoring.quoted(said),
                                    all ? SystemState.RESTORING.word() : each(waiting, SystemState.RESTORING),
                                    book,
                                    named)));
        }
        if (!begun.isEmpty()) {
            boolean all = begun.size() == states.size();
            String said = all ? "It is restored" : "Restored: " + String.join(" and ", begun);
            authoring.say("  "
                    + authoring.command(
                            "new decision %s --state %s --consulted PERSON --evidence \"What was tested, and what came out\"%s"
                                    .formatted(
                                            Authoring.quoted(said),
                                            all ? SystemState.RESTORED.word() : each(begun, SystemState.RESTORED),
                                            named)));
        }
    }

    private static String each(List<String> systems, SystemState state) {
        return systems.stream()
                .map(s -> Authoring.quoted(s + "=" + state.word()))
                .collect(Collectors.joining(","));
    }
}
