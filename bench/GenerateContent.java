import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a large content folder that the gate accepts, to measure with: 20 systems, 30 people, 90 playbooks, 10 pages and
 * 3,300 incidents of three documents each, 10,000 documents of about 9 kB. The same seed gives the same bytes.
 *
 * <pre>java bench/GenerateContent.java OUTDIR [--incidents 3300] [--seed 1]</pre>
 */
public final class GenerateContent {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 9);
    /** The last day of a declaration whose incident ends: what follows it ends before November 2026. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 25);

    private static final int PLAYBOOKS = 90;
    private static final int PAGES = 10;
    private static final int OPEN = 6;
    private static final int SMALLEST = 6_200;
    private static final int LARGEST = 11_600;

    /** The groups that are told of every change of state. */
    private static final String INFORM = "[stakeholders, development-team]";

    private final Path out;
    private final long seed;
    private final int incidentCount;
    private final List<Person> people = people();
    private final List<Sys> systems = systems();
    private final List<Play> playbooks = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, String> rootCauses = new ConcurrentHashMap<>();
    private final AtomicInteger documents = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    private GenerateContent(Path out, int incidentCount, long seed) {
        this.out = out;
        this.incidentCount = incidentCount;
        this.seed = seed;
    }

    public static void main(String[] args) throws IOException {
        Path out = null;
        int incidents = 3_300;
        long seed = 1;
        try {
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--incidents" -> incidents = Integer.parseInt(args[++i]);
                    case "--seed" -> seed = Long.parseLong(args[++i]);
                    default -> {
                        if (out != null || args[i].startsWith("-")) {
                            throw new IllegalArgumentException(args[i]);
                        }
                        out = Path.of(args[i]);
                    }
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            out = null;
        }
        if (out == null || incidents < 0) {
            System.err.println("usage: java bench/GenerateContent.java OUTDIR [--incidents 3300] [--seed 1]");
            System.exit(2);
            return;
        }
        if (Files.exists(out.resolve("incidents"))) {
            System.err.println("There is content in " + out + " already; name a folder that is new or empty.");
            System.exit(2);
        }
        GenerateContent generator = new GenerateContent(out, incidents, seed);
        generator.run();
        System.out.printf(
                Locale.ROOT,
                "%,d documents, %.1f MB, in %s%n",
                generator.documents.get(),
                generator.bytes.get() / 1e6,
                out);
    }

    private void run() throws IOException {
        planPlaybooks();
        planIncidents();
        write("site.yaml", siteYaml());
        write("people.yaml", peopleYaml());
        write("systems.yaml", systemsYaml());
        IntStream.range(0, playbooks.size()).parallel().forEach(this::writePlaybook);
        IntStream.range(0, PAGES).parallel().forEach(this::writePage);
        IntStream.range(0, plans.size()).parallel().forEach(this::writeIncident);
    }

    // --- Who and what there is ---

    private record Person(String id, String name, String role) {}

    private record Sys(
            int index, String id, String name, String code, int ownerIndex, int rtoMinutes, List<Integer> needs) {}

    private record Play(int index, String id, String title, int version, List<Sys> systems) {}

    private record Fault(String slug, String phrase, String kind, String causes) {}

    /** How far an incident has come. */
    private enum Stage {
        OFFLINE,
        RESTORING,
        PARTLY_RESTORED,
        RESTORED,
        INVESTIGATED,
        RESUMED
    }

    private record Plan(
            int index,
            String id,
            Fault fault,
            List<Sys> systems,
            Instant declared,
            String severity,
            Stage stage,
            String sprint,
            boolean exercise,
            boolean hasCapture,
            boolean hasGraph,
            int recurrenceOf) {

        String path() {
            return "incidents/" + id + "/incident.md";
        }

        String title() {
            return systems.get(0).name() + " " + fault.phrase();
        }
    }

    /** Letters outside ASCII are escaped, because Java reads this file in the encoding of the machine. */
    private static List<Person> people() {
        String[] rows = {
            "astrid.lunde|Astrid Lunde|Product Owner, Platform",
            "kofi.mensah|Kofi Mensah|Product Owner, Customers",
            "irene.falk|Irene Falk|Product Owner, Money",
            "jonas.wiik|Jonas Wiik|Product Owner, Grid and Field",
            "leila.haddad|Leila Haddad|Product Owner, Data",
            "ola.brekke|Ola Brekke|Site reliability engineer",
            "mei.tanaka|Mei Tanaka|Site reliability engineer",
            "pavel.novak|Pavel Nov\u00e1k|Site reliability engineer",
            "sunniva.aas|Sunniva Aas|Database engineer",
            "tomas.rey|Tom\u00e1s Rey|Database engineer",
            "ingrid.moe|Ingrid Moe|Network engineer",
            "david.okoro|David Okoro|Network engineer",
            "frida.sand|Frida Sand|Security engineer",
            "yusuf.demir|Yusuf Demir|Security engineer",
            "anna.kowal|Anna Kowal|Developer, Billing",
            "bjorn.hauge|Bj\u00f8rn Hauge|Developer, Billing",
            "chloe.martin|Chlo\u00e9 Martin|Developer, Payments",
            "daniel.vik|Daniel Vik|Developer, Metering",
            "emma.ness|Emma Ness|Developer, Metering",
            "felix.baum|Felix Baum|Developer, Field work",
            "grete.dahl|Grete Dahl|Developer, Accounts",
            "hassan.ali|Hassan Ali|Developer, Outage map",
            "ida.strom|Ida Str\u00f8m|Developer, Notices",
            "kjell.aune|Kjell Aune|Developer, Scheduling",
            "lars.holt|Lars Holt|Tester",
            "maja.berg|Maja Berg|Tester",
            "nils.rud|Nils Rud|Head of Customer Service",
            "oda.sele|Oda Sele|Head of Finance",
            "per.kvam|Per Kvam|Head of Grid Operations",
            "rita.solli|Rita Solli|Data protection officer",
        };
        List<Person> all = new ArrayList<>();
        for (String row : rows) {
            String[] part = row.split("\\|");
            all.add(new Person(part[0], part[1], part[2]));
        }
        return all;
    }

    /** Each system depends only on systems above it, so that a playbook's needs never lead back to what it restores. */
    private static List<Sys> systems() {
        String[] rows = {
            "network|Network|net|0|120|",
            "identity|Sign-in|idp|0|120|0",
            "vault|Key vault|vlt|0|120|0",
            "object-store|Object store|obj|4|240|0",
            "database|Database cluster|dbc|4|180|0",
            "message-bus|Message bus|bus|0|180|0",
            "builds|Build server|bld|0|1440|1 3",
            "artifact-store|Artifact store|art|0|480|1 3",
            "gateway|Public gateway|gwy|0|120|0 1",
            "accounts|Customer accounts|acc|1|240|1 4",
            "billing|Billing|bil|2|480|4 5 9",
            "payments|Payments|pay|2|180|1 4 8",
            "metering|Meter readings|mtr|4|360|4 5",
            "tariffs|Tariffs|trf|2|480|4",
            "outage-map|Outage map|map|3|180|5 8",
            "field-work|Field work|fld|3|240|1 4",
            "scheduling|Crew scheduling|sch|3|360|4 15",
            "notices|Notices to customers|ntc|1|240|5 9",
            "call-centre|Call centre|cal|1|180|1 9",
            "reports|Regulatory reports|rpt|4|2880|3 10 12",
        };
        List<Sys> all = new ArrayList<>();
        for (String row : rows) {
            String[] part = row.split("\\|", -1);
            List<Integer> needs = part[5].isEmpty()
                    ? List.of()
                    : java.util.Arrays.stream(part[5].split(" "))
                            .map(Integer::valueOf)
                            .toList();
            all.add(new Sys(
                    all.size(),
                    part[0],
                    part[1],
                    part[2],
                    Integer.parseInt(part[3]),
                    Integer.parseInt(part[4]),
                    needs));
        }
        return all;
    }

    private static final List<Fault> FAULTS = List.of(
            new Fault("certificate-expired", "refuses connections: a certificate expired", "accidental", "operation"),
            new Fault("disk-full", "stops writing: a disk is full", "accidental", "capacity"),
            new Fault("poisoned-package", "offline after a poisoned package", "security", "malicious-code, dependency"),
            new Fault("stolen-account", "closed after a stolen operator account", "security", "security-breach"),
            new Fault("bad-migration", "shows wrong amounts after a migration", "data", "change, data-corruption"),
            new Fault("deleted-rows", "lost rows to a clean-up job", "data", "operation, data-corruption"),
            new Fault("split-brain", "had two leaders for a quarter of an hour", "data", "architecture-failure"),
            new Fault(
                    "queue-backlog", "hours behind: the queue grew faster than it was read", "accidental", "capacity"),
            new Fault("switch-failed", "cut off when a switch failed", "accidental", "hardware"),
            new Fault("name-lookup", "unreachable: names no longer resolve", "accidental", "change"),
            new Fault(
                    "clock-drift",
                    "rejects every request: the clocks drifted apart",
                    "accidental",
                    "architecture-failure"),
            new Fault("vendor-outage", "down with its vendor", "accidental", "dependency"),
            new Fault("slow-query", "times out on a query that was quick yesterday", "accidental", "change, capacity"),
            new Fault("memory-leak", "restarts every ten minutes", "accidental", "change"),
            new Fault(
                    "encrypted-share",
                    "closed: files on a share were encrypted",
                    "security",
                    "malicious-code, security-breach"),
            new Fault(
                    "leaked-credential",
                    "closed after a credential was published",
                    "security",
                    "security-breach, operation"),
            new Fault("wrong-region", "sent traffic to a region that was empty", "accidental", "operation"),
            new Fault("config-rollout", "refuses to start with the new configuration", "accidental", "change"),
            new Fault("corrupt-index", "returns nothing for half of all searches", "data", "data-corruption"),
            new Fault(
                    "cache-stampede",
                    "overrun after its cache was emptied",
                    "accidental",
                    "architecture-failure, capacity"),
            new Fault("power-loss", "lost a hall to a power cut", "accidental", "hardware"),
            new Fault("duplicate-events", "booked everything twice", "data", "architecture-failure, data-corruption"),
            new Fault("deadlock", "stands still: two jobs wait for each other", "accidental", "change"),
            new Fault("backup-unreadable", "can't read its own backup", "data", "operation, hardware"),
            new Fault("rate-limit", "shut out by a limit of its own", "accidental", "change"),
            new Fault("firewall-rule", "cut off by a firewall rule", "accidental", "operation"),
            new Fault("flood-of-requests", "flooded by requests from outside", "security", "security-breach, capacity"),
            new Fault("tampered-build", "rolled back: a build was tampered with", "security", "malicious-code"),
            new Fault("stale-replica", "showed yesterday's data", "data", "architecture-failure"),
            new Fault("failed-upgrade", "half upgraded and stuck", "accidental", "change, dependency"));

    private record Procedure(String slug, String title) {}

    private static final List<Procedure> PROCEDURES = List.of(
            new Procedure("restore", "Restore %s from the last good backup"),
            new Procedure("fail-over", "Move %s to the other site"),
            new Procedure("isolate", "Cut %s off and keep the evidence"),
            new Procedure("roll-back", "Put %s back to the release before"),
            new Procedure("run-by-hand", "Keep going without %s"));

    private void planPlaybooks() {
        Random random = random(1);
        int most = systems.size() * PROCEDURES.size();
        for (int i = 0; i < Math.min(PLAYBOOKS, most); i++) {
            Sys system = systems.get(i / PROCEDURES.size());
            Procedure procedure = PROCEDURES.get(i % PROCEDURES.size());
            List<Sys> restored = new ArrayList<>(List.of(system));
            if (random.nextInt(5) == 0 && system.index() + 1 < systems.size()) {
                restored.add(systems.get(system.index() + 1));
            }
            playbooks.add(new Play(
                    i,
                    system.id() + "/" + procedure.slug(),
                    procedure.title().formatted(system.name().toLowerCase(Locale.ROOT)),
                    1 + random.nextInt(9),
                    restored));
        }
    }

    private void planIncidents() {
        Set<String> ids = new HashSet<>();
        long span = Duration.between(FIRST_DAY.atStartOfDay(), LAST_DAY.atStartOfDay())
                .toMinutes();
        int open = Math.min(OPEN, incidentCount);
        for (int i = 0; i < incidentCount; i++) {
            Random random = random(1_000_000 + i);
            boolean last = i >= incidentCount - open;
            LocalDateTime local;
            if (last) {
                local = LocalDate.of(2026, 10, 20)
                        .plusDays(i - (incidentCount - open))
                        .atTime(8, random.nextInt(60));
            } else {
                double share = (i + random.nextDouble()) / (incidentCount - open);
                local = FIRST_DAY.atStartOfDay().plusMinutes((long) (span * share));
            }
            // On the days when the clocks change, a time may need an offset; the timelines here have none.
            while (clocksChange(local.toLocalDate())) {
                local = local.plusDays(1);
            }
            Fault fault = pick(random, FAULTS);
            List<Sys> hit = new ArrayList<>(List.of(pick(random, systems)));
            while (random.nextInt(100) < 35 && hit.size() < 4) {
                Sys other = pick(random, systems);
                if (!hit.contains(other)) {
                    hit.add(other);
                }
            }
            String id = local.toLocalDate() + "-" + hit.get(0).id() + "-" + fault.slug();
            for (int n = 2; !ids.add(id); n++) {
                id = local.toLocalDate() + "-" + hit.get(0).id() + "-" + fault.slug() + "-" + n;
            }
            plans.add(new Plan(
                    i,
                    id,
                    fault,
                    List.copyOf(hit),
                    local.atZone(ZONE).toInstant(),
                    random.nextInt(10) < 3 ? "critical" : random.nextInt(10) < 6 ? "major" : "minor",
                    last ? Stage.values()[i % (Stage.values().length - 1)] : Stage.RESUMED,
                    random.nextInt(10) < 7 ? "Sprint " + (1 + i * 250 / Math.max(1, incidentCount)) : "",
                    !last && random.nextInt(100) < 4,
                    random.nextInt(100) < 8,
                    random.nextInt(100) < 2,
                    i > 20 && random.nextInt(100) < 5 ? random.nextInt(i) : -1));
        }
    }

    private static boolean clocksChange(LocalDate day) {
        Instant from = day.minusDays(1).atStartOfDay(ZONE).toInstant();
        Instant change = ZONE.getRules().nextTransition(from).getInstant();
        return change.isBefore(day.plusDays(3).atStartOfDay(ZONE).toInstant());
    }

    private String siteYaml() {
        return """
                title: Halden Power Recovery
                time-zone: %s
                url: https://recovery.example.com/
                language: en
                inform: %s
                """.formatted(ZONE, INFORM);
    }

    private String peopleYaml() {
        StringBuilder text = new StringBuilder("people:\n");
        for (Person person : people) {
            String role = person.role();
            text.append("  ").append(person.id()).append(":\n");
            text.append("    name: ").append(person.name()).append('\n');
            text.append("    role: ").append(role).append('\n');
            text.append("    public-name: the ")
                    .append(role.replaceAll(",.*", "").toLowerCase(Locale.ROOT))
                    .append('\n');
        }
        return text.append("""
                        groups:
                          stakeholders: [nils.rud, oda.sele, per.kvam]
                          development-team: [anna.kowal, bjorn.hauge, chloe.martin, daniel.vik, emma.ness, felix.baum, grete.dahl]
                          on-call: [ola.brekke, mei.tanaka, pavel.novak]
                          databases: [sunniva.aas, tomas.rey]
                          networks: [ingrid.moe, david.okoro]
                          security: [frida.sand, yusuf.demir]
                        """).toString();
    }

    private String systemsYaml() {
        StringBuilder text = new StringBuilder();
        for (Sys system : systems) {
            text.append(system.id()).append(":\n");
            text.append("  name: ").append(system.name()).append('\n');
            text.append("  product-owner: ")
                    .append(people.get(system.ownerIndex()).id())
                    .append('\n');
            text.append("  rto: ").append(duration(system.rtoMinutes())).append('\n');
            if (system.index() % 3 != 0) {
                text.append("  rpo: ")
                        .append(duration(5 * (1 + system.index())))
                        .append('\n');
            }
            if (!system.needs().isEmpty()) {
                text.append("  depends-on: ")
                        .append(system.needs().stream()
                                .map(n -> systems.get(n).id())
                                .toList())
                        .append('\n');
            }
        }
        return text.toString();
    }

    // --- Playbooks ---

    private void writePlaybook(int index) {
        Play play = playbooks.get(index);
        Random random = random(2_000_000 + index);
        String path = "playbooks/" + play.id() + ".md";
        Prose prose = new Prose(random, path, play.systems(), -1);
        int target = target(random);
        int objective = play.systems().stream().mapToInt(Sys::rtoMinutes).min().orElseThrow();
        int lowest = play.systems().stream().mapToInt(Sys::index).min().orElseThrow();
        List<String> needs = systems.get(lowest).needs().stream()
                .map(n -> systems.get(n).id())
                .toList();

        StringBuilder text = new StringBuilder("---\n");
        text.append("title: ").append(play.title()).append('\n');
        text.append("version: ").append(play.version()).append('\n');
        text.append("owner: ").append(people.get(5 + random.nextInt(19)).id()).append('\n');
        text.append("systems: ")
                .append(play.systems().stream().map(Sys::id).toList())
                .append('\n');
        text.append("needs: ").append(needs).append('\n');
        text.append("kinds: ")
                .append(pick(random, List.of("[data, security]", "[accidental]", "[security, data, accidental]")))
                .append('\n');
        text.append("reviewed: ")
                .append(LocalDate.of(2026, 5, 4).plusDays(random.nextInt(170)))
                .append('\n');
        text.append("review-every: 365d\n");
        text.append("exercised:\n");
        LocalDate day = LocalDate.of(2026, 10, 20);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            day = day.minusDays(20 + random.nextInt(150));
            text.append("  - {on: ").append(day);
            text.append(", took: ").append(duration(objective / 4 + random.nextInt(objective / 2)));
            text.append(", result: ").append(i == 0 || random.nextInt(4) > 0 ? "passed" : "partial");
            text.append(", note: \"")
                    .append(prose.phrase("{Adj} {noun}: {ref} {did} the {noun} of {system}"))
                    .append("\"}\n");
        }
        text.append("---\n\n## When to use this\n\n");
        text.append(prose.paragraph(3)).append(prose.paragraph(2));
        text.append("## Before you start\n\n").append(prose.list(3)).append(prose.paragraph(2));
        text.append("## Steps\n\n");

        int steps = 6 + random.nextInt(5);
        int each = objective * 78 / 100 / steps;
        for (int i = 0; i < steps; i++) {
            boolean manual = random.nextInt(4) > 0;
            text.append("### ").append(prose.phrase("{Do} the {noun} {of}")).append("\n\n```step\n");
            text.append("who: ")
                    .append(pick(
                            random,
                            List.of(
                                    "on-call",
                                    "databases",
                                    "networks",
                                    people.get(5 + random.nextInt(19)).id())))
                    .append('\n');
            text.append("how: ").append(manual ? "manual" : "automatic").append('\n');
            text.append("within: ").append(duration(1 + random.nextInt(each))).append('\n');
            text.append("check: \"")
                    .append(prose.phrase("`{command}` answers `{token}`, and {metric} stays below {n}"))
                    .append("\"\n");
            if (manual) {
                text.append("undo: \"")
                        .append(prose.phrase("{Do} the {noun} again and set `{key}` back to {n}"))
                        .append("\"\n");
            }
            text.append("```\n\n");
            do {
                text.append(random.nextInt(3) == 0 ? prose.code() : prose.paragraph(1 + random.nextInt(4)));
            } while (text.length() < (long) target * (i + 1) / steps - 400);
        }
        text.append("## Afterwards\n\n").append(prose.paragraph(2)).append(prose.list(2));
        write(path, prose.end(text));
    }

    // --- Pages ---

    private static final List<String> PAGE_TITLES = List.of(
            "How we handle a disaster",
            "On call, and what it means",
            "Who is told, and in which words",
            "The two sites and what runs where",
            "What our objectives cost",
            "How to read a decision log",
            "Game days",
            "Evidence, and how to keep it",
            "Suppliers and whom to call",
            "A glossary");

    private void writePage(int index) {
        Random random = random(3_000_000 + index);
        String title = PAGE_TITLES.get(index % PAGE_TITLES.size());
        String path = "pages/" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".md";
        Prose prose = new Prose(random, path, systems, -1);
        StringBuilder text = new StringBuilder("---\ntitle: \"" + title + "\"\ntags: [handbook]\n---\n\n");
        text.append(prose.paragraph(4));
        int target = target(random);
        while (text.length() < target) {
            text.append("## ").append(prose.phrase("{Adj} {nouns} {of}")).append("\n\n");
            prose.fill(text, Math.min(target, text.length() + 900 + random.nextInt(1_500)));
        }
        text.append("## Where to go on\n\n");
        for (int i = 0; i < 6; i++) {
            text.append("- ").append(prose.playbookLink()).append('\n');
        }
        write(path, prose.end(text.append('\n')));
    }

    // --- Incidents ---

    /** One entry of a decision log, before it has a time. */
    private record Entry(String title, String by, String set, boolean restores, boolean changes, boolean playbook) {}

    private void writeIncident(int index) {
        Plan plan = plans.get(index);
        Random random = random(4_000_000 + index);
        String folder = "incidents/" + plan.id() + "/";

        List<Integer> owners = new ArrayList<>(
                new LinkedHashSet<>(plan.systems().stream().map(Sys::ownerIndex).toList()));
        String owner = people.get(pick(random, owners)).id();
        int objective = plan.systems().stream().mapToInt(Sys::rtoMinutes).min().orElseThrow();
        List<Play> followed = followed(plan, random);

        List<Entry> untilRestored = new ArrayList<>();
        String ownerNow = course(plan, owner, random, untilRestored);
        int minutes = Math.max(2 * untilRestored.size() + 10, objective / 5 + random.nextInt(objective / 2));
        List<Instant> times =
                increasing(random, plan.declared(), Math.min(minutes, objective * 9 / 10), untilRestored.size());
        Instant restored = times.get(times.size() - 1);

        Instant opened = atWork(random, restored, 1);
        Instant closed = atWork(random, opened, plan.stage() == Stage.RESUMED ? 2 + random.nextInt(9) : 2);
        List<Entry> afterwards = new ArrayList<>();
        if (plan.stage().compareTo(Stage.RESTORED) >= 0 && random.nextInt(3) == 0) {
            times.add(restored.plus(Duration.ofMinutes(20 + random.nextInt(200))));
            afterwards.add(plain(random));
        }
        Instant resumed = closed.plus(Duration.ofMinutes(30 + random.nextInt(3_000)));
        if (plan.stage() == Stage.RESUMED) {
            times.add(resumed);
            afterwards.add(new Entry("Resume business as usual", ownerNow, "bau: resumed\n", false, true, false));
        }
        List<Entry> entries = new ArrayList<>(untilRestored);
        entries.addAll(afterwards);

        write(folder + "incident.md", incidentText(plan, owner, owners.size() > 1, followed, entries, times, random));
        write(folder + "decisions.md", decisionsText(plan, followed, entries, times, random));
        write(folder + "root-cause.md", rootCauseText(plan, opened, closed, resumed, random));
        if (plan.hasCapture()) {
            write(folder + "capture.txt", captureText(plan, random));
        }
        if (plan.hasGraph()) {
            write(folder + "graph.svg", graphSvg(random));
        }
    }

    /** Fills in the decisions up to the restoration, and gives the Product Owner at the end of them. */
    private String course(Plan plan, String firstOwner, Random random, List<Entry> entries) {
        String owner = firstOwner;
        boolean one = plan.systems().size() == 1;
        String disrupted = pick(random, List.of("offline", "maintenance", "read-only", "degraded"));
        String what = plan.systems().get(0).name().toLowerCase(Locale.ROOT);
        entries.add(change(
                verb(disrupted).formatted(what), owner, setting(plan, disrupted, random), random.nextInt(3) == 0));
        if (!plan.sprint().isEmpty()) {
            boolean cancelled = random.nextInt(3) == 0;
            entries.add(change(
                    (cancelled ? "Cancel " : "Go on with ") + plan.sprint(),
                    owner,
                    "sprint: " + (cancelled ? "cancelled" : "continues") + "\n",
                    false));
        }
        if (plan.stage() == Stage.OFFLINE) {
            return owner;
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            entries.add(plain(random));
        }
        if (random.nextInt(4) == 0) {
            String next = pick(random, List.of("offline", "maintenance", "read-only", "degraded"));
            entries.add(
                    change("Now " + next.replace('-', ' ') + " for " + what, owner, "system: " + next + "\n", false));
        }
        if (random.nextInt(10) == 0) {
            String next = people.get(random.nextInt(5)).id();
            if (!next.equals(owner)) {
                entries.add(change("Hand the incident to " + name(next), owner, "owner: " + next + "\n", false));
                owner = next;
            }
        }
        entries.add(change("Begin to restore " + what, owner, "system: restoring\n", true));
        if (plan.stage() == Stage.RESTORING) {
            return owner;
        }
        if (random.nextInt(20) == 0) {
            entries.add(restored(what + " is back", owner, "system: restored\n"));
            entries.add(change("It broke again", owner, "system: degraded\n", false));
            entries.add(change("Restore " + what + " once more", owner, "system: restoring\n", true));
        }
        if (one || (random.nextBoolean() && plan.stage() != Stage.PARTLY_RESTORED)) {
            entries.add(restored(
                    what + (one ? " is" : " and what hangs on it are") + " restored", owner, "system: restored\n"));
            return owner;
        }
        int count = plan.systems().size() - (plan.stage() == Stage.PARTLY_RESTORED ? 1 : 0);
        for (Sys system : plan.systems().subList(0, count)) {
            entries.add(restored(system.name() + " is restored", owner, "system: {" + system.id() + ": restored}\n"));
        }
        return owner;
    }

    private static String verb(String state) {
        return switch (state) {
            case "offline" -> "Take %s offline";
            case "maintenance" -> "Put %s into maintenance";
            case "read-only" -> "Make %s read-only";
            default -> "Run %s with less";
        };
    }

    private static String setting(Plan plan, String state, Random random) {
        if (plan.systems().size() == 1 || random.nextBoolean()) {
            return "system: " + state + "\n";
        }
        return plan.systems().stream()
                .map(s -> s.id() + ": "
                        + (s == plan.systems().get(0)
                                ? state
                                : pick(random, List.of("degraded", "read-only", "offline"))))
                .collect(Collectors.joining(", ", "system: {", "}\n"));
    }

    private static Entry change(String title, String by, String set, boolean playbook) {
        return new Entry(title, by, set, false, true, playbook);
    }

    private static Entry restored(String title, String by, String set) {
        return new Entry(capital(title), by, set, true, true, false);
    }

    private Entry plain(Random random) {
        String title = pick(
                random,
                List.of(
                        "Keep the evidence before anything is rebuilt",
                        "Ask the vendor in",
                        "No further releases this week",
                        "Tell the authority",
                        "Write to the customers concerned",
                        "Two shifts from tonight",
                        "Leave the second site alone"));
        return new Entry(title, people.get(random.nextInt(24)).id(), "", false, false, false);
    }

    private String name(String id) {
        return people.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private List<Play> followed(Plan plan, Random random) {
        Set<Play> chosen = new LinkedHashSet<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int at = plan.systems().get(0).index() * PROCEDURES.size() + random.nextInt(PROCEDURES.size());
            chosen.add(playbooks.get(at % playbooks.size()));
        }
        return List.copyOf(chosen);
    }

    private String incidentText(
            Plan plan,
            String owner,
            boolean ownersDiffer,
            List<Play> followed,
            List<Entry> entries,
            List<Instant> times,
            Random random) {
        Prose prose = new Prose(random, plan.path(), plan.systems(), plan.index());
        int target = target(random);
        StringBuilder text = new StringBuilder("---\n");
        text.append("title: \"").append(plan.title()).append("\"\n");
        text.append("kind: ").append(plan.fault().kind()).append('\n');
        text.append("severity: ").append(plan.severity()).append('\n');
        text.append("systems: ")
                .append(plan.systems().stream().map(Sys::id).toList())
                .append('\n');
        text.append("started: ")
                .append(time(plan.declared().minus(Duration.ofMinutes(4 + random.nextInt(80))), random))
                .append('\n');
        text.append("declared: ").append(time(plan.declared(), random)).append('\n');
        if (ownersDiffer || random.nextInt(10) == 0) {
            text.append("product-owner: ").append(owner).append('\n');
        }
        if (!plan.sprint().isEmpty()) {
            text.append("sprint: ").append(plan.sprint()).append('\n');
        }
        text.append("playbooks: ")
                .append(followed.stream()
                        .map(p -> random.nextBoolean() ? p.id() + "@" + p.version() : p.id())
                        .toList())
                .append('\n');
        if (plan.recurrenceOf() >= 0) {
            text.append("recurrence-of: ")
                    .append(plans.get(plan.recurrenceOf()).id())
                    .append('\n');
        }
        if (plan.exercise()) {
            text.append("exercise: true\n");
        }
        text.append("tags: [")
                .append(plan.fault().slug())
                .append(", ")
                .append(plan.systems().get(0).code())
                .append("]\n---\n\n");

        text.append(prose.paragraph(4)).append(prose.paragraph(3));
        if (plan.hasGraph()) {
            text.append("![")
                    .append(prose.phrase("{Metric} of {system} over the {noun}, with its peak at {n}"))
                    .append("](graph.svg)\n\n");
        }
        text.append("## Timeline\n\n").append(timeline(plan, entries, times, prose, random));
        for (String heading : List.of("What people saw", "What we looked at first", "What we tried", "What we know")) {
            text.append("## ").append(heading).append("\n\n");
            prose.fill(text, Math.min(target - 600, text.length() + (target - text.length()) / 3));
        }
        text.append("## See also\n\n- [The decisions](decisions.md)\n- [The root cause](root-cause.md#actions)\n");
        if (plan.hasCapture()) {
            text.append("- [What was captured](capture.txt)\n");
        }
        text.append("- ")
                .append(prose.playbookLink())
                .append("\n- ")
                .append(prose.incidentLink())
                .append("\n\n");
        prose.fill(text, target);
        return prose.end(text);
    }

    private String timeline(Plan plan, List<Entry> entries, List<Instant> times, Prose prose, Random random) {
        record Row(Instant at, String what) {}
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                plan.declared(),
                "Declared by " + name(people.get(random.nextInt(24)).id())));
        for (int i = 0; i < entries.size(); i++) {
            if (Duration.between(plan.declared(), times.get(i)).toHours() < 48) {
                rows.add(new Row(times.get(i), entries.get(i).title()));
            }
        }
        Instant end = rows.get(rows.size() - 1).at();
        long length = Math.max(30, Duration.between(plan.declared(), end).toMinutes());
        for (int i = 0; i < 8 + random.nextInt(8); i++) {
            rows.add(new Row(
                    plan.declared().plus(Duration.ofMinutes(random.nextLong(length) - 20)),
                    prose.sentence().replaceAll("\\.$", "")));
        }
        rows.sort(java.util.Comparator.comparing(Row::at));
        int form = random.nextInt(10);
        StringBuilder text = new StringBuilder(form < 6 ? "| Time | What |\n|---|---|\n" : "");
        LocalDate day = null;
        for (Row row : rows) {
            LocalDateTime local = LocalDateTime.ofInstant(row.at(), ZONE);
            String clock = CLOCK.format(local);
            String shown = local.toLocalDate().equals(day)
                    ? switch (random.nextInt(12)) {
                        case 0 -> "~" + clock;
                        case 1 ->
                            clock + " - "
                                    + CLOCK.format(local.plusMinutes(
                                            Math.min(10, 1_439 - local.getHour() * 60 - local.getMinute())));
                        default -> clock;
                    }
                    : local.toLocalDate() + " " + clock;
            day = local.toLocalDate();
            if (form < 6) {
                text.append("| ").append(shown).append(" | ").append(row.what()).append(" |\n");
            } else if (form < 9) {
                text.append("- ").append(shown).append(' ').append(row.what()).append('\n');
            } else {
                text.append("### ")
                        .append(day)
                        .append(' ')
                        .append(clock)
                        .append("\n\n")
                        .append(row.what())
                        .append(".\n\n");
            }
        }
        return text.append('\n').toString();
    }

    private String decisionsText(
            Plan plan, List<Play> followed, List<Entry> entries, List<Instant> times, Random random) {
        Prose prose = new Prose(random, "incidents/" + plan.id() + "/decisions.md", plan.systems(), plan.index());
        int target = target(random);
        StringBuilder text = new StringBuilder("# Decisions\n\n");
        text.append(prose.paragraph(2));
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            text.append("## ").append(entry.title()).append("\n\n```decision\n");
            text.append("at: ").append(time(times.get(i), random)).append('\n');
            text.append("by: ").append(entry.by()).append('\n');
            text.append(entry.set());
            text.append("consulted: ").append(consulted(entry.by(), random)).append('\n');
            text.append("informed: ")
                    .append(entry.changes() ? INFORM : "[development-team]")
                    .append('\n');
            if (entry.restores() || random.nextInt(3) == 0) {
                text.append("evidence:\n");
                for (int n = 0; n < 1 + random.nextInt(3); n++) {
                    text.append("  - \"").append(prose.evidence(plan)).append("\"\n");
                }
            }
            if (entry.playbook()) {
                Play play = pick(random, followed);
                text.append("playbook: ")
                        .append(play.id())
                        .append('@')
                        .append(play.version())
                        .append('\n');
            }
            text.append("```\n\n").append(prose.paragraph(3));
            int until = (int) ((long) target * (i + 1) / entries.size());
            prose.fill(text, until - 450);
        }
        return prose.end(text);
    }

    private String consulted(String by, Random random) {
        Set<String> asked = new LinkedHashSet<>();
        int count = 1 + random.nextInt(3);
        while (asked.size() < count) {
            String id = people.get(random.nextInt(people.size())).id();
            if (!id.equals(by)) {
                asked.add(id);
            }
        }
        return asked.toString();
    }

    private String rootCauseText(Plan plan, Instant opened, Instant closed, Instant resumed, Random random) {
        Prose prose = new Prose(random, "incidents/" + plan.id() + "/root-cause.md", plan.systems(), plan.index());
        int target = target(random);
        boolean isClosed = plan.stage().compareTo(Stage.INVESTIGATED) >= 0;
        String lead = people.get(5 + random.nextInt(9)).id();
        StringBuilder text = new StringBuilder("---\n");
        text.append("status: ").append(isClosed ? "closed" : "open").append('\n');
        text.append("lead: ").append(lead).append('\n');
        text.append("opened: ").append(time(opened, random)).append('\n');
        if (isClosed) {
            text.append("closed: ").append(time(closed, random)).append('\n');
            text.append("closed-by: ")
                    .append(people.get(random.nextInt(5)).id())
                    .append('\n');
        }
        text.append("causes: [")
                .append(isClosed ? plan.fault().causes() : "unknown")
                .append("]\n---\n\n");
        text.append("# ").append(plan.title()).append("\n\n");

        text.append("## Summary\n\n").append(prose.paragraph(4));
        text.append("## Impact\n\n").append(prose.paragraph(3)).append(prose.table());
        String cause = prose.paragraph(5) + prose.paragraph(4);
        String twin = rootCauses.put(cause.replaceAll("[^\\p{L}]+", " "), plan.id());
        if (twin != null) {
            throw new IllegalStateException(
                    "the same root cause in " + twin + " and " + plan.id() + "; try another seed");
        }
        text.append("## Root cause\n\n").append(cause);
        text.append("## Contributing factors\n\n").append(prose.list(4));
        text.append("## Actions\n\n").append(actions(plan, opened, closed, resumed, isClosed, prose, random));
        for (String heading : List.of("What went well", "What went badly", "Where we were lucky", "Lessons")) {
            text.append("## ").append(heading).append("\n\n");
            prose.fill(text, Math.min(target - 500, text.length() + (target - text.length()) / 3));
        }
        prose.fill(text, target);
        return prose.end(text);
    }

    private String actions(
            Plan plan, Instant opened, Instant closed, Instant resumed, boolean isClosed, Prose prose, Random random) {
        StringBuilder text = new StringBuilder(
                "| Action | Kind | Owner | Due | Done | Blocks BAU | Link |\n|---|---|---|---|---|---|---|\n");
        int count = 4 + random.nextInt(6);
        LocalDate from = LocalDate.ofInstant(opened, ZONE);
        LocalDate until = LocalDate.ofInstant(isClosed ? closed : opened, ZONE);
        // What is a year old is done; of the newest, some is still to do.
        boolean recent = resumed.isAfter(Instant.parse("2026-03-01T00:00:00Z"));
        for (int i = 0; i < count; i++) {
            String kind = i == 0 ? "prevent" : pick(random, List.of("prevent", "detect", "mitigate", "respond"));
            boolean blocks = i == 0 || random.nextInt(6) == 0;
            LocalDate done;
            LocalDate due;
            if (blocks) {
                done = isClosed ? from.plusDays(random.nextLong(1 + until.toEpochDay() - from.toEpochDay())) : null;
                due = isClosed ? until : LocalDate.of(2027, 1, 15).plusDays(random.nextInt(60));
            } else if (recent && random.nextBoolean()) {
                done = null;
                due = LocalDate.of(2027, 2, 1).plusDays(random.nextInt(400));
            } else if (recent) {
                done = until;
                due = until.plusDays(random.nextInt(30));
            } else {
                done = until.plusDays(random.nextInt(120));
                due = done.plusDays(random.nextInt(40) - 10);
            }
            text.append("| ").append(prose.phrase("{Do} the {noun} {of} before {system} {reaches} {n} {units}"));
            text.append(" | ").append(kind);
            text.append(" | ").append(people.get(5 + random.nextInt(20)).id());
            text.append(" | ").append(due);
            text.append(" | ").append(done == null ? "" : done);
            text.append(" | ").append(blocks ? "yes" : "");
            int ticket = 10_000 + plan.index() * 10 + i;
            text.append(" | [HP-")
                    .append(ticket)
                    .append("](https://tracker.example.com/HP-")
                    .append(ticket)
                    .append(") |\n");
        }
        return text.append('\n').toString();
    }

    private String captureText(Plan plan, Random random) {
        Prose prose = new Prose(random, "", plan.systems(), plan.index());
        StringBuilder text = new StringBuilder();
        Instant at = plan.declared().minus(Duration.ofMinutes(5));
        for (int i = 0; i < 60; i++) {
            at = at.plusMillis(random.nextInt(9_000));
            text.append(at)
                    .append(' ')
                    .append(prose.phrase("{host} {key} {level} {noun} {did2} after {n} ms ({token})"))
                    .append('\n');
        }
        return text.toString();
    }

    private static String graphSvg(Random random) {
        StringBuilder points = new StringBuilder();
        for (int x = 0; x <= 600; x += 10) {
            points.append(x).append(',').append(20 + random.nextInt(160)).append(' ');
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200" role="img">
                  <title>A measurement over time</title>
                  <polyline fill="none" stroke="currentColor" points="%s"/>
                </svg>
                """.formatted(points.toString().strip());
    }

    // --- Times ---

    /** As many times as asked for after a moment, each later than the one before, the last within so many minutes. */
    private static List<Instant> increasing(Random random, Instant from, int minutes, int count) {
        Set<Integer> offsets = new java.util.TreeSet<>();
        while (offsets.size() < count) {
            offsets.add(2 + random.nextInt(Math.max(minutes, 2 * count)));
        }
        List<Instant> times = new ArrayList<>();
        offsets.forEach(m -> times.add(from.plus(Duration.ofMinutes(m))));
        return times;
    }

    /** A moment in working hours so many days later. */
    private static Instant atWork(Random random, Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, ZONE).plusDays(days);
        return day.atTime(LocalTime.of(8 + random.nextInt(9), random.nextInt(60)))
                .atZone(ZONE)
                .toInstant();
    }

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx", Locale.ROOT);

    /** A time as an author writes it: local, now and then with its offset, and always so where the clocks show it twice. */
    private static String time(Instant at, Random random) {
        boolean twice = ZONE.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, ZONE))
                        .size()
                != 1;
        return (twice || random.nextInt(30) == 0 ? WITH_OFFSET : LOCAL).format(at.atZone(ZONE));
    }

    private static String duration(int minutes) {
        if (minutes % 1_440 == 0) {
            return minutes / 1_440 + "d";
        }
        return (minutes >= 60 ? minutes / 60 + "h" : "") + (minutes % 60 > 0 ? minutes % 60 + "m" : "");
    }

    // --- Words ---

    /** Sentences, lists, tables and code about some systems, for one document. */
    private final class Prose {

        private final Random random;
        private final String path;
        private final List<Sys> about;
        private final int incident;
        private final StringBuilder footnotes = new StringBuilder();
        private int footnoteCount;

        Prose(Random random, String path, List<Sys> about, int incident) {
            this.random = random;
            this.path = path;
            this.about = about;
            this.incident = incident;
        }

        /** Appends blocks of all sorts until the text has this length. */
        void fill(StringBuilder text, int length) {
            do {
                text.append(block());
            } while (text.length() < length);
        }

        private String block() {
            return switch (random.nextInt(20)) {
                case 0, 1 -> code();
                case 2, 3 -> list(2 + random.nextInt(4));
                case 4 -> table();
                case 5 ->
                    "> [!" + pick(random, List.of("NOTE", "TIP", "IMPORTANT", "WARNING", "INTERNAL")) + "]\n> "
                            + sentence() + "\n\n";
                case 6 -> "> " + sentence() + "\n> " + sentence() + "\n\n";
                case 7 -> tasks();
                case 8, 9, 10 -> linked();
                case 11 -> footnoted();
                default -> paragraph(2 + random.nextInt(4));
            };
        }

        String paragraph(int sentences) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < sentences; i++) {
                text.append(i == 0 ? "" : " ").append(sentence());
            }
            return text.append("\n\n").toString();
        }

        String sentence() {
            return phrase(pick(random, SENTENCES));
        }

        String list(int items) {
            boolean numbered = random.nextInt(4) == 0;
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= items; i++) {
                text.append(numbered ? i + ". " : "- ").append(sentence()).append('\n');
            }
            return text.append('\n').toString();
        }

        private String tasks() {
            return phrase(
                    "- [x] {Do} the {noun} {of}\n- [x] {Do} the {noun} {of}\n- [ ] {Do} the {noun} on `{host}`\n\n");
        }

        String table() {
            StringBuilder text =
                    new StringBuilder(phrase("| {Noun} | Before | After | {Units} |\n|---|---:|---:|---|\n"));
            for (int i = 0; i < 3 + random.nextInt(4); i++) {
                text.append(phrase("| `{host}` {noun} | {n} | {n} | {Adj} {noun} |\n"));
            }
            return text.append('\n').toString();
        }

        String code() {
            return phrase(pick(random, CODE));
        }

        private String linked() {
            String link =
                    random.nextInt(3) == 0 ? playbookLink() : random.nextInt(4) == 0 ? pageLink() : incidentLink();
            return sentence() + phrase(" {Compare} ") + link + phrase(", where {part} {failed}.") + " " + sentence()
                    + "\n\n";
        }

        private String footnoted() {
            footnoteCount++;
            footnotes
                    .append("[^")
                    .append(footnoteCount)
                    .append("]: ")
                    .append(sentence())
                    .append("\n\n");
            return sentence() + "[^" + footnoteCount + "] " + sentence() + "\n\n";
        }

        /** The whole text with the footnotes that it refers to. */
        String end(StringBuilder text) {
            return text.append(footnotes).toString().stripTrailing() + "\n";
        }

        String evidence(Plan plan) {
            String link = plan.hasCapture() && random.nextInt(2) == 0 ? ", see the [capture](capture.txt)" : "";
            return phrase(pick(random, EVIDENCE)) + link;
        }

        String playbookLink() {
            Play play = pick(random, playbooks);
            return "[" + play.title() + "](" + relative("playbooks/" + play.id() + ".md")
                    + (random.nextInt(5) == 0 ? "#steps" : "") + ")";
        }

        String incidentLink() {
            int from = incident < 0 ? plans.size() : incident;
            if (from == 0) {
                return playbookLink();
            }
            // Mostly one of the last hundred.
            int at = random.nextInt(4) == 0 ? random.nextInt(from) : Math.max(0, from - 1 - random.nextInt(100));
            Plan plan = plans.get(at);
            String page = pick(
                    random,
                    List.of("incident.md", "incident.md", "decisions.md", "root-cause.md", "root-cause.md#root-cause"));
            return "[" + plan.title() + "](" + relative("incidents/" + plan.id() + "/" + page) + ")";
        }

        private String pageLink() {
            String title = pick(random, PAGE_TITLES);
            return "[" + title + "]("
                    + relative("pages/" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".md") + ")";
        }

        private String relative(String target) {
            int folders = (int) path.chars().filter(c -> c == '/').count();
            return "../".repeat(folders) + target;
        }

        /** A pattern with each {@code {slot}} filled in; a slot with a capital gives its words one too. */
        String phrase(String pattern) {
            StringBuilder text = new StringBuilder(pattern.length() * 2);
            int at = 0;
            while (true) {
                int open = pattern.indexOf('{', at);
                if (open < 0) {
                    return text.append(pattern, at, pattern.length()).toString();
                }
                int close = pattern.indexOf('}', open);
                text.append(pattern, at, open);
                String slot = pattern.substring(open + 1, close);
                String small = slot.toLowerCase(Locale.ROOT);
                String words = fill(small);
                if (endsWithArticle(text) && "aeiou".indexOf(words.charAt(0)) >= 0) {
                    text.insert(text.length() - 1, 'n');
                }
                text.append(small.equals(slot) ? words : capital(words));
                at = close + 1;
            }
        }

        private static boolean endsWithArticle(StringBuilder text) {
            int length = text.length();
            return length >= 2
                    && text.charAt(length - 1) == ' '
                    && (text.charAt(length - 2) == 'a' || text.charAt(length - 2) == 'A')
                    && (length == 2 || text.charAt(length - 3) == ' ');
        }

        private String fill(String slot) {
            return switch (slot) {
                case "n" -> Integer.toString(number());
                case "pct" -> (1 + random.nextInt(99)) + " %";
                case "clock" -> CLOCK.format(LocalTime.of(random.nextInt(24), random.nextInt(60)));
                case "system" -> pick(random, about).name().toLowerCase(Locale.ROOT);
                case "host" ->
                    pick(random, about).code() + "-" + pick(random, HOST_KINDS) + "-" + (1 + random.nextInt(40));
                case "token" -> String.format(Locale.ROOT, "%08x", random.nextInt());
                case "ref" -> "HP-" + (10_000 + random.nextInt(90_000));
                case "release" -> 1 + random.nextInt(9) + "." + random.nextInt(40) + "." + random.nextInt(20);
                case "person" -> people.get(random.nextInt(people.size())).name();
                case "key" ->
                    pick(random, NOUNS).replace(' ', '-') + "."
                            + pick(random, NOUNS).replace(' ', '-');
                case "nouns" -> plural(pick(random, NOUNS));
                default -> {
                    List<String> words = SLOTS.get(slot);
                    if (words == null) {
                        throw new IllegalArgumentException("no such slot: " + slot);
                    }
                    String chosen = pick(random, words);
                    yield chosen.indexOf('{') < 0 ? chosen : phrase(chosen);
                }
            };
        }

        /** Small numbers are more frequent than large ones. */
        private int number() {
            int most = pick(random, MAGNITUDES);
            return 2 + random.nextInt(most);
        }
    }

    private static final List<Integer> MAGNITUDES = List.of(10, 30, 100, 100, 400, 1_000, 5_000, 90_000);
    private static final List<String> HOST_KINDS = List.of("app", "db", "web", "job", "edge", "cache", "api", "node");

    private static final List<String> NOUNS = words("""
            account, acknowledgement, address, agent, alarm, alert, allocation, amount, approval, archive, area, attachment,
            audit, backlog, backup, balance, bandwidth, banner, barrier, baseline, batch, bearer, bill, block, branch,
            breaker, broker, bucket, budget, buffer, build, bundle, cable, cache, calendar, call, campaign, capacity,
            catalogue, certificate, channel, checkpoint, checksum, circuit, claim, clock, cluster, collector, column,
            command, commit, compressor, connection, connector, console, consumer, container, contract, controller, copy,
            counter, crew, cursor, customer, cycle, dashboard, deadline, default, delay, delivery, deployment, digest,
            directory, disk, dispatcher, document, domain, drain, driver, dump, duplicate, edge, encoder, endpoint, entry,
            envelope, event, exception, executor, export, extract, factor, failover, feeder, fibre, field, filter,
            fingerprint, firewall, firmware, flag, forecast, form, formula, frame, gate, generator, grant, graph, group,
            guard, handler, handover, handshake, header, heap, heartbeat, histogram, history, hook, host, image, import,
            index, installer, instance, interface, interval, invoice, job, journal, kernel, label, latch, latency, layer,
            leader, lease, ledger, level, library, licence, limit, line, link, list, listener, load, lock, lockfile, log,
            loop, mailbox, manifest, map, mapping, margin, marker, mask, measurement, member, merge, message,
            meter, metric, migration, mirror, model, module, monitor, mount, name server, namespace, node, notice, number,
            object, offset, operator, order, outage, override, owner, package, packet, page, parameter, partition, patch,
            path, pattern, payload, payment, peer, permission, pipeline, plan, pod, pointer, policy, pool, port, price,
            priority, probe, process, producer, profile, promise, property, protocol, proxy, query, queue, quorum, quota,
            range, rate, reader, reading, rebalance, receipt, record, recorder, refund, region, register, registry,
            relay, release, replica, report, request, reservation, resolver, response, retention, retry, review, revision,
            ring, role, rollout, root, rota, route, router, row, rule, runbook, sample, schedule, scheduler, schema, scope,
            script, segment, sensor, sequence, server, session, setting, shard, share, shift, signal, signature, site,
            slot, snapshot, socket, source, spare, stack, stage, standby, statement, station, step, storage, store, stream,
            subnet, subscriber, substation, summary, supplier, switch, table, tag, tariff, task, tenant, test, thread,
            threshold, throttle, ticket, timeout, timer, timestamp, trace, tracker, transaction, transfer,
            transformer, trigger, tunnel, unit, update, upgrade, uplink, upload, user, validator, value, variable, vendor,
            version, view, volume, wait, warning, watchdog, weight, window, worker, workflow, writer, zone""");

    private static final List<String> ADJECTIVES = words("""
            abandoned, active, actual, ageing, ambiguous, automatic, blocked, broken, busy, careful, central, cheap, clean,
            cold, common, complete, concurrent, constant, corrupt, current, daily, damaged, dangerous, dead, delayed,
            dense, direct, double, early, empty, equal, exact, external, failed, false, fast, final, first, fixed, foreign,
            forgotten, fresh, full, global, half-finished, healthy, hidden, hourly, idle, implicit, incomplete, incorrect,
            internal, invalid, isolated, known, large, late, leaked, local, lonely, long, lost, manual, missing, mixed,
            monthly, narrow, nightly, noisy, obsolete, old, open, optional, orphaned, outer, overdue, parallel, partial,
            passive, permanent, plain, planned, poisoned, primary, private, proven, public, quiet, random, rare, redundant,
            remote, repeated, retired, rough, safe, second, separate, shared, short, silent, simple, slow, small, spare,
            stale, standard, static, steady, strange, strict, stuck, sudden, temporary, third, tired, total, trusted,
            unexpected, unknown, unsigned, unused, urgent, usual, verified, visible, warm, weak, weekly, wide, wrong""");

    private static final Map<String, List<String>> SLOTS = slots();

    private static Map<String, List<String>> slots() {
        Map<String, List<String>> slots = new HashMap<>();
        slots.put("noun", NOUNS);
        slots.put("adj", ADJECTIVES);
        slots.put("do", words("""
                compare, drain, empty, enrol, export, fence, freeze, isolate, label, limit, mask, measure, move, mount,
                pause, pin, probe, promote, prove, raise, read, rebuild, record, reload, remove, rename, replace, replay,
                report, reserve, reset, resize, restart, restore, resume, review, revoke, roll back, rotate, sample, scan,
                seal, separate, sign, split, stop, swap, switch, test, throttle, trace, trim, unlock, verify, warm, watch"""));
        slots.put("did", words("""
                accepted, allocated, archived, blocked, bypassed, cancelled, changed, checked, cleared, closed, compacted,
                compared, copied, counted, deleted, delivered, doubled, dropped, duplicated, emptied, encrypted, exceeded,
                exported, extended, filtered, flushed, held, hid, ignored, imported, indexed, invalidated, kept, loaded,
                locked, lost, marked, masked, merged, missed, moved, overwrote, parsed, paused, published, purged, queued,
                read, rebuilt, received, refused, rejected, released, removed, renamed, replaced, replayed, reported,
                rerouted, reset, retried, returned, reversed, rewrote, sent, skipped, split, started, stopped, stored,
                swapped, terminated, throttled, truncated, trusted, validated, wrote"""));
        slots.put(
                "did2",
                words("timed out, refused, dropped, delayed, retried, rejected, closed, reset, throttled, accepted"));
        slots.put("level", words("INFO, INFO, INFO, WARN, WARN, ERROR"));
        slots.put(
                "units",
                words(
                        "seconds, minutes, requests, rows, files, messages, customers, connections, kilobytes, meters, invoices, readings"));
        slots.put(
                "team",
                List.of(
                        "the on-call engineer",
                        "the database team",
                        "the network team",
                        "the security team",
                        "customer service",
                        "the night shift",
                        "the vendor",
                        "the control room",
                        "{person}",
                        "{person}",
                        "{person}",
                        "finance"));
        slots.put(
                "part",
                List.of(
                        "the {noun} {noun}",
                        "the {adj} {noun}",
                        "the {adj} {noun} {noun}",
                        "the {noun} of {system}",
                        "the {noun} on `{host}`",
                        "a {noun} behind {system}",
                        "every {noun} {of}",
                        "the {noun} `{key}`",
                        "release {release} of the {noun}",
                        "one {noun} in {n}",
                        "the {noun} that {system} shares with the {noun}"));
        slots.put(
                "of",
                List.of(
                        "of {system}",
                        "on `{host}`",
                        "in the {adj} {noun}",
                        "of the {noun}",
                        "between {system} and the {noun}",
                        "behind the {noun}",
                        "for each {noun}",
                        "of {n} {units}",
                        "at the {adj} site"));
        slots.put(
                "failed",
                List.of(
                        "stopped answering at {clock}",
                        "returned {adj} {nouns}",
                        "{did} the wrong {noun}",
                        "fell {n} {units} behind",
                        "reached its {noun} limit",
                        "never {did} the {noun}",
                        "waited for a {noun} that nobody held",
                        "{did} and then {did} the same {noun}",
                        "was left without a {noun}",
                        "answered {pct} of all requests with an error",
                        "kept {n} {units} in memory",
                        "lost its {noun} twice",
                        "had been {adj} since release {release}",
                        "ran on `{host}` alone",
                        "took {n} {units} instead of {n}"));
        slots.put(
                "because",
                List.of(
                        "because {part} {failed}",
                        "because nobody had {did} {part}",
                        "because the {noun} was older than the {noun}",
                        "although {part} had been tested in {ref}",
                        "while {team} still {did} the {noun}",
                        "because a default of {n} {units} had never been changed",
                        "since {part} and {part} share one {noun}",
                        "as the {noun} counts {units} and the {noun} counts {units}",
                        "after {part} {did} {n} {units} at once"));
        slots.put("reaches", List.of("passes", "falls below", "reaches", "drops to", "has held for"));
        slots.put(
                "metric",
                List.of(
                        "the error rate",
                        "the {noun} latency",
                        "the depth of the {noun} queue",
                        "the number of open {nouns}",
                        "the {adj} {noun} count",
                        "the age of the oldest {noun}",
                        "`{key}`",
                        "memory on `{host}`"));
        slots.put(
                "compare",
                List.of(
                        "Compare",
                        "It looks like",
                        "This is not",
                        "We had seen it in",
                        "The same part is described in",
                        "See also"));
        slots.put(
                "command",
                List.of(
                        "{do} --host {host}",
                        "curl -s {host}/health",
                        "hpctl {do} {noun}",
                        "systemctl status {noun}",
                        "psql -h {host} -c 'select count(*) from {noun}_{noun}'",
                        "journalctl -u {noun} --since {clock}"));
        return slots;
    }

    private static final List<String> SENTENCES = List.of(
            "{Part} {failed}, {because}.",
            "{Part} {failed}.",
            "At {clock} {team} saw that {part} {failed}.",
            "{Team} {did} {part} at {clock} and {did} {part} {n} minutes later.",
            "{Metric} rose from {n} to {n} {units} within {n} minutes, {because}.",
            "{Metric} stayed at {n}, which is why {team} looked at {part} first.",
            "{Part} {did} {n} {units}; {part} {did} none.",
            "Nobody expected that {part} {failed} {because}.",
            "The {adj} {noun} is not the {adj} one: {part} {failed}.",
            "When {part} {failed}, {part} {did} the {noun} and {team} had nothing left to {do}.",
            "We {did} {part} on `{host}`, then {part} on `{host}`, and found that {metric} had not moved.",
            "A {noun} of {n} {units} is enough for {system} on a {adj} day and far too little when {part} {failed}.",
            "{Team} asked whether {part} had {did} the {noun}; it had, {n} times.",
            "The change in {ref} {did} {part}, and with it {part}.",
            "Release {release} {did} the {noun}, release {release} {did} it again.",
            "Out of {n} {units}, {n} were {adj} and {pct} could be {did} from the {noun}.",
            "`{key}` was set to {n} on `{host}` and to {n} on `{host}`, {because}.",
            "What {system} calls a {noun} is what the {noun} calls a {noun}, and {part} {did} the two as one.",
            "The {noun} had been {adj} for {n} days, and {metric} was the only sign of it.",
            "If {part} {did} the {noun} first, {part} would have {did} nothing.",
            "To {do} the {noun} takes {n} minutes; to {do} the {noun} that depends on it takes {n} more.",
            "{Team} wrote in {ref} that {part} {failed}, and {team} answered that the {noun} was {adj}.",
            "Between {clock} and {clock} {part} {did} every {adj} {noun}.",
            "There is **one {noun}** for {n} {units}, and {part} {failed}.",
            "It is *not* enough to {do} the {noun}: {part} has to {do} the {noun} as well.",
            "The {noun} showed ~~{n}~~ {n} {units} after {team} {did} {part}.",
            "The graph at https://metrics.example.com/{token} shows {metric} before and after {part} {failed}.",
            "{Person} {did} the {noun}, {person} {did} the {adj} {noun}, and both {did} {part}.",
            "A {adj} {noun} in `{key}` {did} {part} {because}.",
            "Our {noun} for {system} says {n} {units}; on that day it was {n}.",
            "We would {do} the {noun} again, and we would {do} {part} sooner.",
            "For {n} minutes {system} {did} {nouns} for customers who had none.",
            "Most of it is {adj}: {part}, {part} and {part}.",
            "{Team} could not {do} the {noun}, {because}, so {part} {failed} until {clock}.");

    private static final List<String> EVIDENCE = List.of(
            "Smoke tests of {system}: {n} passed, none failed, slowest {n} ms",
            "{Metric} has stayed below {n} {units} for {n} minutes",
            "Compared the {noun} of `{host}` with the {noun} of `{host}`: {n} rows, no difference",
            "{Person} and {person} have each read {n} {nouns} and found all of them in place",
            "A test customer went through {system} from the first {noun} to the last {noun}",
            "The {noun} on `{host}` answers with `{token}`, as it did before release {release}",
            "Restored {n} {units}; the count agrees with the {noun} of {clock}");

    private static final List<String> CODE = List.of("""
            ```sh
            {command}
            {command} >/dev/null
            for h in {host} {host} {host}; do
              ssh "$h" hpctl {do} {noun} --wait {n}s
            done
            ```

            """, """
            ```sql
            SELECT {noun}_id, count(*) AS n
              FROM {adj}_{noun}
             WHERE changed_at >= timestamp '2026-01-01 {clock}' AND {noun}_version < {n}
             GROUP BY 1 HAVING count(*) > {n}
             ORDER BY n DESC LIMIT {n};
            ```

            """, """
            ```
            {clock}:07.114 {level} {host} {key} - {noun} {did2} after {n} ms
            {clock}:07.230 {level} {host} {key} - {noun} {did2}, attempt {n}
            {clock}:09.001 {level} {host} {key} - {adj} {noun} ({token})
            ```

            """, """
            ```yaml
            {noun}:
              host: {host}
              limit: {n}
              timeout: {n}ms
              {noun}-policy: {adj}
            ```

            """, """
            ```diff
            - {key} = {n}
            + {key} = {n}
              {key} = {token}
            ```

            """, """
            ```java
            // {Noun} before {noun}: the other way round, {system} waits for itself.
            var {noun}Limit = Math.min(config.get("{key}"), {n});
            pending.removeIf(p -> p.age() > {n});
            ```

            """);

    // --- Small things ---

    private static List<String> words(String text) {
        return List.of(text.strip().split(",\\s*"));
    }

    private static String plural(String noun) {
        if (noun.matches(".*(s|x|ch|sh)")) {
            return noun + "es";
        }
        return noun.matches(".*[^aeou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    private static String capital(String words) {
        // A word in code begins with a backtick and stays as it is.
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static int target(Random random) {
        return SMALLEST + random.nextInt(LARGEST - SMALLEST);
    }

    /** A source of its own for each document, so that none depends on the order in which they are written. */
    private Random random(long document) {
        long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (document * 0xBF58476D1CE4E5B9L);
        mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 29));
    }

    private void write(String path, String text) {
        try {
            Path file = out.resolve(path);
            Files.createDirectories(file.getParent());
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            Files.write(file, utf8);
            if (path.endsWith(".md")) {
                documents.incrementAndGet();
                bytes.addAndGet(utf8.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
