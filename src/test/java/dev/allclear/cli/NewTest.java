package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code allclear new}: what it writes, what it refuses, what it says. */
class NewTest {

    private static final String ID = "2026-03-14-checkout-offline";
    private static final Pattern FINDING =
            Pattern.compile("\"rule\": \"([^\"]+)\"(?s:.*?)\"file\": \"([^\"]+)\",\\s*\"line\": (\\d+)");

    @TempDir
    private Path folder = Path.of("");

    private Path content = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        content = folder.resolve("content");
        assertEquals(
                0,
                InProcess.run("new", "site", content.toString(), "--time-zone", "Australia/Sydney")
                        .status());
        Files.writeString(content.resolve("systems.yaml"), """
                payments:
                  name: Payments
                  product-owner: sam.silva
                  rto: 4h
                """, java.nio.file.StandardOpenOption.APPEND);
    }

    private String[] all(String now, String... arguments) {
        return Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of(
                                "--content",
                                content.toString(),
                                "--site",
                                folder.resolve("site").toString(),
                                "--now",
                                now))
                .toArray(String[]::new);
    }

    private Tool.Answer at(String now, String... arguments) {
        return InProcess.run(all(now, arguments));
    }

    private void declare() {
        assertEquals(
                0,
                at(
                                "2026-03-14 14:02",
                                "new",
                                "incident",
                                "Checkout offline",
                                "--system",
                                "checkout",
                                "--kind",
                                "security")
                        .status());
    }

    private Tool.Answer decide(String now, String... arguments) {
        return at(
                now,
                Stream.concat(Stream.of("new", "decision"), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    private Path log() {
        return content.resolve("incidents").resolve(ID).resolve("decisions.md");
    }

    /** What {@code check} finds: a line of rule, file and line each. */
    private List<String> findings(String now) {
        Tool.Answer answer = at(now, "check", "--format", "json");
        List<String> found = new ArrayList<>();
        Matcher m = FINDING.matcher(answer.out());
        while (m.find()) {
            found.add(m.group(1) + " " + m.group(2) + ":" + m.group(3));
        }
        return found;
    }

    /** Each line with a hint in the content, as the finding that it should give. */
    private List<String> hints() throws IOException {
        TreeSet<String> hints = new TreeSet<>();
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).contains("TODO")) {
                        hints.add("text/placeholder content/%s:%d"
                                .formatted(content.relativize(file).toString().replace('\\', '/'), i + 1));
                    }
                }
            }
        }
        return List.copyOf(hints);
    }

    @Test
    void checkFindsEachHintOfEachKindAndNothingElse() throws IOException {
        declare();
        String now = "2026-03-14 14:05";
        assertEquals(
                0, decide(now, "Take checkout offline", "--state", "offline").status());
        assertEquals(0, at(now, "new", "root-cause", "--lead", "sam.silva").status());
        assertEquals(
                0,
                at(now, "new", "playbook", "Restore it", "--system", "checkout", "--owner", "sam.silva")
                        .status());
        assertEquals(0, at(now, "new", "page", "How we talk").status());
        assertEquals(hints(), findings(now).stream().sorted().toList());
        assertEquals(6 + 1 + 1 + 10 + 7 + 1, hints().size());
        assertEquals(0, at(now, "check").status());
        assertEquals(0, at(now, "build").status());
    }

    @Test
    void everyHintIsNamedWithItsPlaceAndItsWords() {
        Tool.Answer answer = at("2026-03-14 14:02", "new", "page", "How we talk");
        assertTrue(
                answer.out().contains(content.resolve("pages/how-we-talk.md") + ":5  Write the page."), answer.out());
    }

    @Test
    void anIncidentHasItsTimesFromTheClockAndItsZoneFromTheSite() throws IOException {
        Tool.Answer answer = at(
                "2026-03-14T03:02:31Z",
                "new",
                "incident",
                "Checkout",
                "offline",
                "--system",
                "checkout",
                "--kind",
                "security");
        assertEquals(0, answer.status(), answer.err());
        assertEquals(
                """
                ---
                title: Checkout offline
                kind: security
                severity: critical
                systems: [checkout]
                declared: 2026-03-14 14:02
                ---

                TODO: Say in a few sentences what happened, whom it hits and what is known so far.

                ## Timeline

                | Time | What happened |
                |---|---|
                | 2026-03-14 14:02 | Declared a disaster |
                """, Files.readString(content.resolve("incidents").resolve(ID).resolve("incident.md")));
        assertTrue(answer.out().contains("decides: Maria Lopez (maria.lopez)"), answer.out());
    }

    @Test
    void aDecisionIsAppendedWithWhatIsKnown() throws IOException {
        declare();
        assertEquals(
                0,
                decide("2026-03-14 14:05", "Take checkout offline", "--state", "offline")
                        .status());
        Tool.Answer second = decide(
                "2026-03-14 15:05",
                "Restore",
                "--state",
                "checkout=restoring",
                "--playbook",
                "first-hour",
                "--consulted",
                "sam.silva",
                "--why",
                "Two\nlines.",
                "--evidence",
                "Backup: \"good\" # one");
        assertEquals(0, second.status(), second.err());
        assertEquals("""
                # Decisions

                ## Take checkout offline

                ```decision
                at: 2026-03-14 14:05
                by: maria.lopez
                system: offline
                informed: [stakeholders, development-team]
                ```

                TODO: Say why, for those who were not there.

                ## Restore

                ```decision
                at: 2026-03-14 15:05
                by: maria.lopez
                system: {checkout: restoring}
                consulted: [sam.silva]
                informed: [stakeholders, development-team]
                evidence:
                  - "Backup: \\"good\\" # one"
                playbook: first-hour@1
                ```

                Two
                lines.
                """, Files.readString(log()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Decisions\n",
                "# Decisions",
                "\uFEFF# Decisions\r\n\r\nSome words.\r\n",
                "# Decisions\r\n\r\n- a list\r\n- without an end",
                "",
                "---\ntags: [a]\n---\n",
                "# Decisions\n\n> quoted\n\n\n\n",
            })
    void nothingOfALogChangesWhenADecisionIsAppended(String before) throws IOException {
        declare();
        byte[] old = before.getBytes(StandardCharsets.UTF_8);
        Files.write(log(), old);
        Tool.Answer answer = decide("2026-03-14 14:05", "Take checkout offline", "--state", "offline");
        assertEquals(0, answer.status(), answer.err());
        byte[] grown = Files.readAllBytes(log());
        assertArrayEquals(old, Arrays.copyOf(grown, old.length));
        String added = new String(grown, old.length, grown.length - old.length, StandardCharsets.UTF_8);
        assertEquals(before.contains("\r\n"), added.contains("\r\n"));
        assertFalse(added.replace("\r\n", "").contains(before.contains("\r\n") ? "\n" : "\r"));
        assertTrue(at("2026-03-14 14:05", "status").out().contains("offline"));
        assertTrue(findings("2026-03-14 14:05").stream().noneMatch(f -> f.startsWith("gate/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Decisions\n\n```sh\nno end\n", "# Decisions\n\n<!-- no end\n", "---\nno end\n"})
    void aLogThatWouldHideTheDecisionIsLeftAsItIs(String before) throws IOException {
        declare();
        Files.writeString(log(), before);
        Tool.Answer answer = decide("2026-03-14 14:05", "Take checkout offline", "--state", "offline");
        assertEquals(1, answer.status(), answer.out());
        assertTrue(answer.err().contains("nothing was written"), answer.err());
        assertEquals(before, Files.readString(log()));
    }

    @Test
    void aLogThatIsNotUtf8IsLeftAsItIs() throws IOException {
        declare();
        byte[] before = {'#', ' ', (byte) 0xE9, '\n'};
        Files.write(log(), before);
        assertEquals(
                1,
                decide("2026-03-14 14:05", "Take it offline", "--state", "offline")
                        .status());
        assertArrayEquals(before, Files.readAllBytes(log()));
    }

    @Test
    void secondsAreWrittenWhereTheMinuteWouldStandBeforeTheLastDecision() throws IOException {
        declare();
        assertEquals(
                0,
                decide("2026-03-14 14:05:30", "One", "--state", "offline", "--at", "2026-03-14 14:05:20")
                        .status());
        assertEquals(
                0, decide("2026-03-14 14:05:40", "Two", "--state", "restoring").status());
        assertTrue(Files.readString(log()).contains("at: 2026-03-14 14:05:40"));
    }

    /** Arguments of a decision after "offline", and what is said of it. */
    @Test
    void theGateIsAskedBeforeAnythingIsWritten() throws IOException {
        declare();
        assertEquals(
                0,
                decide("2026-03-14 14:05", "Take it offline", "--state", "offline")
                        .status());
        String before = Files.readString(log());
        Map<String, List<String>> refused = Map.of(
                "gate/transition",
                        List.of(
                                "--state",
                                "restored",
                                "--consulted",
                                "sam.silva",
                                "--evidence",
                                "Smoke tests: all passed"),
                "gate/no-evidence",
                        List.of("--state", "restored", "--consulted", "sam.silva", "--evidence", "TODO: say it"),
                "gate/not-consulted",
                        List.of(
                                "--state",
                                "restored",
                                "--consulted",
                                "maria.lopez",
                                "--evidence",
                                "Smoke tests: all passed"),
                "gate/not-the-owner", List.of("--state", "degraded", "--by", "sam.silva"),
                "gate/order", List.of("--state", "degraded", "--at", "2026-03-14 14:04"),
                "gate/future", List.of("--state", "degraded", "--at", "2026-03-14 19:00"),
                "gate/record", List.of("--state", "degraded", "--why", "## Another section"),
                "link/broken", List.of("--state", "degraded", "--evidence", "[capture](capture.txt)"));
        refused.forEach((rule, arguments) -> {
            Tool.Answer answer = decide(
                    "2026-03-14 14:10",
                    Stream.concat(Stream.of("X"), arguments.stream()).toArray(String[]::new));
            assertEquals(1, answer.status(), rule + answer.out() + answer.err());
            assertTrue(answer.err().contains(rule + ": "), rule + " is not in " + answer.err());
        });
        assertEquals(before, Files.readString(log()));
    }

    @Test
    void theSprintIsCancelledOnlyWhereThereIsOne() {
        declare();
        Tool.Answer answer = decide("2026-03-14 14:05", "Cancel", "--sprint", "cancelled", "--consulted", "sam.silva");
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("the incident names none"), answer.err());
    }

    @Test
    void whatBlocksBauIsListedAtOnce() {
        declare();
        Tool.Answer answer = decide("2026-03-14 14:05", "--bau", "resumed");
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("1. Not every system is restored: Checkout is declared."), answer.err());
        assertTrue(answer.err().contains("2. There is no root-cause report"), answer.err());
        assertFalse(Files.exists(log()));
    }

    @Test
    void aHandOverChangesWhoDecides() throws IOException {
        declare();
        assertEquals(
                0,
                decide("2026-03-14 14:05", "Hand over", "--owner", "sam.silva").status());
        assertEquals(
                0,
                decide("2026-03-14 14:06", "Take it offline", "--state", "offline")
                        .status());
        assertTrue(Files.readString(log()).contains("by: sam.silva\nsystem: offline"));
        Tool.Answer plain = decide("2026-03-14 14:07", "Note it", "--by", "maria.lopez");
        assertEquals(0, plain.status());
        assertTrue(plain.out().contains("the Product Owner is Sam Silva (sam.silva)"), plain.out());
    }

    @Test
    void whatIsMissingIsNamedAllAtOnceAndNothingIsAsked() {
        Tool.Answer incident = at("2026-03-14 14:02", "new", "incident");
        assertEquals(2, incident.status());
        for (String missing : List.of("TITLE", "--system", "--kind")) {
            assertTrue(incident.err().contains(missing + " is missing"), incident.err());
        }
        declare();
        Tool.Answer restored = decide("2026-03-14 14:05", "--state", "restored");
        assertEquals(2, restored.status());
        for (String missing : List.of("TITLE", "--consulted", "--evidence")) {
            assertTrue(restored.err().contains(missing + " is missing"), restored.err());
        }
        assertEquals(2, at("2026-03-14 14:02", "new", "root-cause").status());
        assertEquals(2, at("2026-03-14 14:02", "new", "page").status());
        assertEquals(2, at("2026-03-14 14:02", "new", "playbook").status());
        assertEquals(2, at("2026-03-14 14:02", "new").status());
    }

    @Test
    void unknownWordsAreSetRight() {
        Tool.Answer answer = at(
                "2026-03-14 14:02",
                "new",
                "incident",
                "X",
                "--system",
                "chekout",
                "--kind",
                "securty",
                "--severity",
                "x",
                "--product-owner",
                "maria.lopes",
                "--started",
                "yesterday");
        assertEquals(2, answer.status());
        for (String said : List.of(
                "Did you mean `checkout`?",
                "Did you mean `security`?",
                "critical, major, minor",
                "Did you mean `maria.lopez`?",
                "`yesterday` can't be read as a time")) {
            assertTrue(answer.err().contains(said), answer.err());
        }
        declare();
        assertTrue(decide("2026-03-14 14:05", "X", "--state", "offlin").err().contains("Did you mean `offline`?"));
        assertTrue(decide("2026-03-14 14:05", "X", "--state", "operational")
                .err()
                .contains("when business as usual has resumed"));
        assertTrue(decide("2026-03-14 14:05", "X", "--state", "payments=offline")
                .err()
                .contains("not a system of this incident"));
        assertTrue(
                decide("2026-03-14 14:05", "X", "--incident", ID + "e").err().contains("Did you mean `" + ID + "`?"));
    }

    @Test
    void systemsWithDifferentOwnersNeedOneWhoDecides() {
        String[] incident = {"new", "incident", "Both gone", "--system", "checkout,payments", "--kind", "data"};
        Tool.Answer without = at("2026-03-14 14:02", incident);
        assertEquals(2, without.status());
        assertTrue(without.err().contains("--product-owner is missing: maria.lopez, sam.silva."), without.err());
        String[] with = Stream.concat(Arrays.stream(incident), Stream.of("--product-owner", "sam.silva"))
                .toArray(String[]::new);
        assertEquals(0, at("2026-03-14 14:02", with).status());
        assertEquals(
                0,
                decide("2026-03-14 14:05", "Take both down", "--state", "checkout=offline,payments=read-only")
                        .status());
        assertTrue(at("2026-03-14 14:05", "status").out().contains("read-only"));
    }

    /** The commands under "Next:", as somebody would copy them, without where the content is. */
    private static List<String> next(Tool.Answer answer) {
        return answer.out()
                .lines()
                .map(String::strip)
                .filter(l -> l.startsWith("allclear new decision"))
                .map(l -> l.replaceFirst(" --content .*$", ""))
                .toList();
    }

    @Test
    void whatComesNextNamesTheSystemsThatAreNotThereYet() {
        assertEquals(
                0,
                at(
                                "2026-03-14 14:02",
                                "new",
                                "incident",
                                "Both gone",
                                "--system",
                                "checkout,payments",
                                "--kind",
                                "data",
                                "--product-owner",
                                "sam.silva")
                        .status());
        Tool.Answer offline = decide("2026-03-14 14:05", "Take both down", "--state", "offline");
        assertEquals(
                List.of("allclear new decision \"Begin to restore\" --state restoring --playbook first-hour"),
                next(offline));
        Tool.Answer one = decide("2026-03-14 14:06", "Begin", "--state", "checkout=restoring");
        String restored = " --consulted PERSON --evidence \"What was tested, and what came out\"";
        assertEquals(
                List.of(
                        "allclear new decision \"Begin to restore payments\" --state payments=restoring",
                        "allclear new decision \"Restored: checkout\" --state checkout=restored" + restored),
                next(one));
        Tool.Answer back = decide(
                "2026-03-14 14:07",
                "Checkout is back",
                "--state",
                "checkout=restored",
                "--consulted",
                "kim.okafor",
                "--evidence",
                "Smoke tests: all passed");
        assertEquals(
                List.of("allclear new decision \"Begin to restore payments\" --state payments=restoring"), next(back));
        Tool.Answer last = decide("2026-03-14 14:08", "Payments too", "--state", "payments=restoring");
        assertEquals(
                List.of("allclear new decision \"Restored: payments\" --state payments=restored" + restored),
                next(last));
    }

    @Test
    void whatIsTrueIsWrittenThoughARuleWillSpeakOfIt() throws IOException {
        Files.writeString(
                content.resolve("site.yaml"),
                "rules: {incident/objective-missed: error}\n",
                java.nio.file.StandardOpenOption.APPEND);
        declare();
        assertEquals(
                0, decide("2026-03-14 14:05", "Begin", "--state", "restoring").status());
        String late = "2026-03-15 14:05";
        Tool.Answer answer = decide(
                late,
                "It is restored",
                "--state",
                "restored",
                "--consulted",
                "sam.silva",
                "--evidence",
                "Smoke tests: all passed");
        assertEquals(0, answer.status(), answer.err());
        assertTrue(findings(late).stream().anyMatch(f -> f.startsWith("incident/objective-missed ")));
    }

    @Test
    void whatClosesAReportIsShownAsItIsWritten() {
        declare();
        Tool.Answer answer = at("2026-03-14 14:05", "new", "root-cause", "--lead", "sam.silva");
        assertTrue(answer.out().replace(System.lineSeparator(), "\n").contains("""
                            status: closed
                            closed: TIME
                            closed-by: PERSON
                            causes: [CAUSE]
                        """), answer.out());
    }

    @Test
    void aTimeKeepsItsFraction() throws IOException {
        declare();
        Tool.Answer answer = decide(
                "2026-03-14 14:10", "Take it offline", "--state", "offline", "--at", "2026-03-14T14:06:03.5+11:00");
        assertEquals(0, answer.status(), answer.err());
        assertTrue(Files.readString(log()).contains("at: 2026-03-14 14:06:03.5\n"), answer.out());
    }

    @Test
    void twoStatesForAllSystemsAreRefusedInWords() {
        declare();
        Tool.Answer answer = decide("2026-03-14 14:05", "X", "--state", "offline,degraded");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("--state: All its systems are given two states."), answer.err());
        assertFalse(answer.err().contains("`*`"), answer.err());
    }

    @Test
    void whatADecisionChangesIsSaid() {
        assertEquals(
                0,
                at(
                                "2026-03-14 14:02",
                                "new",
                                "incident",
                                "Checkout offline",
                                "--system",
                                "checkout",
                                "--kind",
                                "security",
                                "--sprint",
                                "41")
                        .status());
        Tool.Answer cancelled =
                decide("2026-03-14 14:05", "Cancel", "--sprint", "cancelled", "--consulted", "sam.silva");
        assertTrue(cancelled.out().contains("  the sprint is cancelled"), cancelled.out() + cancelled.err());
        Tool.Answer handed = decide("2026-03-14 14:06", "Hand over", "--owner", "sam.silva");
        assertTrue(
                handed.out().contains("  the Product Owner from now on: Sam Silva (sam.silva)"),
                handed.out() + handed.err());
    }

    @Test
    void aRecordWithoutAnEndIsNamedAndNotWhatItMakesOfTheDecision() throws IOException {
        declare();
        String before = "# Decisions\n\n## One\n\n```decision\nat: 2026-03-14 14:03\nby: maria.lopez\n";
        Files.writeString(log(), before);
        Tool.Answer answer = decide("2026-03-14 14:05", "Take it offline", "--state", "offline");
        assertEquals(1, answer.status(), answer.out());
        assertTrue(answer.err().contains("line 5: The fence that opens here is never closed"), answer.err());
        assertFalse(answer.err().contains("YAML"), answer.err());
        assertEquals(before, Files.readString(log()));
    }

    @Test
    void aZoneThatIsNoneIsRefusedOnce() {
        Tool.Answer answer = InProcess.run("new", "site", folder.resolve("b").toString(), "--time-zone", "Lisbon");
        assertEquals(2, answer.status());
        assertEquals(
                1,
                answer.err()
                        .lines()
                        .filter(l -> l.contains("is not a time zone"))
                        .count(),
                answer.err());
    }

    /** The site that is asked for is inside of the content, or around it: `new site .` and `new site site`. */
    @ParameterizedTest
    @ValueSource(strings = {"new/site", "new", ""})
    void theSiteGoesBesideTheNewContent(String site) {
        Path made = folder.resolve("new");
        Tool.Answer answer = InProcess.run(
                "new", "site", made.toString(), "--site", folder.resolve(site).toString());
        assertEquals(0, answer.status(), answer.err());
        Path beside = folder.resolve("site");
        assertTrue(
                answer.out().contains(" --site " + beside + "   (then open " + beside.resolve("index.html") + ")"),
                answer.out());
        Path same = folder.resolve("site");
        answer = InProcess.run("new", "site", same.toString(), "--site", same.toString());
        assertEquals(0, answer.status(), answer.err());
        assertTrue(answer.out().contains(" --site " + folder.resolve("public")), answer.out());
    }

    @Test
    void severalOpenIncidentsAreListed() {
        declare();
        assertEquals(
                0,
                at("2026-03-14 14:03", "new", "incident", "決済が止まった", "--system", "payments", "--kind", "data")
                        .status());
        Tool.Answer answer = decide("2026-03-14 14:05", "X", "--state", "offline");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("--incident " + ID + "   Checkout offline"), answer.err());
        assertTrue(answer.err().contains("--incident 2026-03-14-payments   決済が止まった"), answer.err());
        assertEquals(
                0,
                decide("2026-03-14 14:05", "X", "--state", "offline", "--incident", "2026-03-14-payments")
                        .status());
    }

    @Test
    void withoutAnOpenIncidentNothingIsDecided() {
        Tool.Answer answer = decide("2026-03-14 14:05", "X", "--state", "offline");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("No incident is open. Declare one: `allclear new incident"), answer.err());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        declare();
        assertEquals(
                0,
                at("2026-03-14 14:05", "new", "root-cause", "--lead", "sam.silva")
                        .status());
        assertEquals(0, at("2026-03-14 14:05", "new", "page", "One").status());
        assertEquals(
                0,
                at("2026-03-14 14:05", "new", "playbook", "One", "--system", "checkout", "--owner", "sam.silva")
                        .status());
        Map<String, String> before = Tool.digests(content);
        List<Tool.Answer> again = List.of(
                at(
                        "2026-03-14 14:05",
                        "new",
                        "incident",
                        "CHECKOUT offline!",
                        "--system",
                        "checkout",
                        "--kind",
                        "data"),
                at("2026-03-14 14:05", "new", "root-cause", "--lead", "sam.silva"),
                at("2026-03-14 14:05", "new", "page", "One"),
                at("2026-03-14 14:05", "new", "page", "Two", "--id", "ONE"),
                at("2026-03-14 14:05", "new", "playbook", "One", "--system", "checkout", "--owner", "sam.silva"),
                InProcess.run("new", "site", content.toString()));
        for (Tool.Answer answer : again) {
            assertEquals(2, answer.status(), answer.out());
            assertTrue(answer.err().contains("is there already"), answer.err());
        }
        assertEquals(before, Tool.digests(content));
        assertTrue(
                again.get(0).err().contains("--id " + ID + "-2"), again.get(0).err());
        assertEquals(
                0,
                at(
                                "2026-03-14 14:05",
                                "new",
                                "incident",
                                "Checkout offline",
                                "--system",
                                "checkout",
                                "--kind",
                                "data",
                                "--id",
                                ID + "-2")
                        .status());
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        for (String name : List.of("../x", "/tmp/x", "a/../../x", ".x")) {
            assertEquals(
                    2, at("2026-03-14 14:05", "new", "page", "X", "--id", name).status(), name);
            assertEquals(
                    2,
                    at(
                                    "2026-03-14 14:05",
                                    "new",
                                    "incident",
                                    "X",
                                    "--system",
                                    "checkout",
                                    "--kind",
                                    "data",
                                    "--id",
                                    name)
                            .status(),
                    name);
        }
    }

    @Test
    void whyABaselineCantBeWrittenIsSaid() {
        Path file = folder.resolve("nowhere/b.json");
        Tool.Answer answer = at("2026-03-14 14:05", "check", "--baseline", file.toString());
        assertEquals(2, answer.status());
        assertTrue(
                answer.err().contains("`%s` can't be written: there is no such folder.".formatted(file)), answer.err());
    }

    @Test
    void aTitleWhoseLettersWereLostIsRefused() {
        Tool.Answer answer = at("2026-03-14 14:05", "new", "page", "K\uFFFD\uFFFDse");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("LC_ALL=C.UTF-8"), answer.err());
    }

    @Test
    void withoutContentItIsSaidHowToBegin() {
        Tool.Answer answer = InProcess.run(
                "new", "page", "X", "--content", folder.resolve("nowhere").toString());
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("Begin with `allclear new site"), answer.err());
    }

    @Test
    void quietSaysNothing() {
        Tool.Answer answer = at("2026-03-14 14:05", "new", "page", "X", "--quiet");
        assertEquals(List.of(0, "", ""), List.of(answer.status(), answer.out(), answer.err()));
    }

    @Test
    void faultsThatStoodThereBeforeHinderNothing() throws IOException {
        declare();
        Files.writeString(content.resolve("pages/broken.md"), "[nowhere](nowhere.md)\n");
        Files.writeString(
                content.resolve("site.yaml"),
                "rules: {text/placeholder: error}\n",
                java.nio.file.StandardOpenOption.APPEND);
        assertEquals(
                0,
                decide("2026-03-14 14:05", "Take it offline", "--state", "offline")
                        .status());
    }

    @Test
    void theStarterTakesEveryName() throws IOException {
        Path other = folder.resolve("other");
        Tool.Answer answer = InProcess.run(
                "new",
                "site",
                other.toString(),
                "--title",
                "Häfen: \"Not\" #1",
                "--time-zone",
                "Asia/Tokyo",
                "--system",
                "決済 & Co",
                "--product-owner",
                "山田 太郎",
                "--developer",
                "Jo Doe",
                "--stakeholder",
                "Jo Doe",
                "--quiet");
        assertEquals(0, answer.status(), answer.err());
        Tool.Answer check = InProcess.run("check", "--content", other.toString(), "--now", "2027-01-01T00:00:00Z");
        assertEquals(0, check.status(), check.out());
        assertEquals(
                List.of("text/placeholder"),
                Pattern.compile("warning\\[([^]]+)]")
                        .matcher(check.out())
                        .results()
                        .map(m -> m.group(1))
                        .distinct()
                        .collect(Collectors.toList()));
        String people = Files.readString(other.resolve("people.yaml"));
        assertFalse(people.contains("TODO"), people);
        assertTrue(people.contains("jo.doe.2"), people);
        assertEquals(
                2,
                InProcess.run("new", "site", folder.resolve("b").toString(), "--time-zone", "Lisbon")
                        .status());
        assertFalse(Files.exists(folder.resolve("b")));
    }
}
