package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit statuses and answers, as sections 5 and 6 of the contract have them. */
class CommandLineIT {

    private static final String BARCODE = "incidents/2026-02-10-poisoned-barcode-package/";

    @TempDir
    private Path folder = Path.of("");

    private Tool.Answer problem(String... arguments) throws IOException, InterruptedException {
        Tool.Answer answer = Tool.run(folder, arguments);
        assertEquals(2, answer.status(), String.join(" ", arguments) + "\n" + answer.out() + answer.err());
        assertTrue(answer.err().startsWith("allclear: "), answer.err());
        assertFalse((answer.out() + answer.err()).contains("\tat "), answer.err());
        return answer;
    }

    @Test
    void wrongUsageIsTwo() throws IOException, InterruptedException {
        assertTrue(problem("chekc").err().contains("check"), "the near command is suggested");
        problem();
        problem("check", "--formt", "json");
        problem("check", "--format", "tabs");
        problem("check", "--fail-on", "everything");
        problem("check", "--content", Tool.DEMO.toString(), "--now", "2999-01-01T00:00Z");
        problem("check", "--content", Tool.DEMO.toString(), "--now", "yesterday");
        problem("check", "--content", Tool.DEMO.toString(), "--jobs", "0");
        problem("build", "--content", Tool.DEMO.toString(), "--audience", "public");
        problem("build", "--content", Tool.DEMO.toString(), "--templates", "nowhere");
        assertTrue(problem("explain", "gate/ordr").err().contains("gate/order"));
    }

    @Test
    void whatCantBeReadOrWrittenIsTwo() throws IOException, InterruptedException {
        problem("check", "--content", "nowhere");
        Path file = Files.writeString(folder.resolve("file"), "x");
        problem("check", "--content", file.toString());
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertTrue(problem("build", "--content", empty.toString()).err().contains("site.yaml"));
        problem("build", "--content", Tool.DEMO.toString(), "--site", file.toString());
        problem("build", "--content", Tool.DEMO.toString(), "--site", file + "/below");
        Path copy = Tool.copyOfDemo(folder);
        problem(
                "build",
                "--content",
                copy.toString(),
                "--site",
                copy.resolve("site").toString());
        problem("build", "--content", copy.toString(), "--site", folder.toString());
        Files.delete(copy.resolve("site.yaml"));
        Files.createDirectory(copy.resolve("site.yaml"));
        problem("check", "--content", copy.toString());
        assertEquals("x", Files.readString(file));
    }

    @Test
    void helpAndVersionAreZero() throws IOException, InterruptedException {
        assertTrue(Tool.run(folder, "--version").out().startsWith("allclear "));
        for (String command : List.of("build", "check", "status", "explain", "rules")) {
            Tool.Answer help = Tool.run(folder, command, "--help");
            assertEquals(0, help.status());
            assertTrue(help.out().contains("Usage: allclear " + command), help.out());
        }
    }

    /** The build makes it; a package of the tool for a system puts it where that keeps manual pages. */
    @Test
    void theManualPageIsMadeWithTheJar() throws IOException, InterruptedException {
        Path page = Tool.JAR.resolveSibling("allclear.1");
        assertEquals(Tool.run(folder, "help", "--man").out(), Files.readString(page));
        assertTrue(Files.readString(page).contains(".TH ALLCLEAR 1 \"\" \"allclear "), Files.readString(page));
        assertFalse(Files.readString(page).contains("allclear dev"), "it names the version");
    }

    @Test
    void anHonestSiteIsBuilt() throws IOException, InterruptedException {
        Tool.Answer answer = Tool.run(folder, "build", "--content", Tool.DEMO.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        assertTrue(Files.isRegularFile(folder.resolve("site/index.html")));
        assertTrue(answer.out().startsWith("Wrote site: "), answer.out());
    }

    @Test
    void aRefusedBuildLeavesTheOldSiteByteForByte() throws IOException, InterruptedException {
        Path copy = Tool.copyOfDemo(folder);
        assertEquals(0, Tool.run(folder, "build", "--now", Tool.NOW).status());
        Map<String, String> before = Tool.digests(folder.resolve("site"));
        Tool.replace(copy.resolve(BARCODE + "root-cause.md"), "status: closed", "status: open");
        for (List<String> extra : List.of(List.<String>of(), List.of("--urgent"))) {
            String[] arguments = Stream.concat(Stream.of("build", "--now", Tool.NOW), extra.stream())
                    .toArray(String[]::new);
            Tool.Answer answer = Tool.run(folder, arguments);
            assertEquals(1, answer.status());
            assertTrue(answer.err().contains("gate/investigation-open"), answer.err());
            assertEquals(before, Tool.digests(folder.resolve("site")));
        }
    }

    @Test
    void urgencyPassesWhatIsNotTheGates() throws IOException, InterruptedException {
        Path copy = Tool.copyOfDemo(folder);
        Files.writeString(copy.resolve("pages/broken.md"), "---\ntitle: A: B\n---\nText\n");
        assertEquals(1, Tool.run(folder, "build", "--now", Tool.NOW).status());
        assertFalse(Files.exists(folder.resolve("site")));
        Tool.Answer urgent = Tool.run(folder, "build", "--urgent", "--now", Tool.NOW);
        assertEquals(0, urgent.status(), urgent.err());
        assertTrue(Files.readString(folder.resolve("site/findings.html")).contains("content/syntax"));
        assertTrue(Files.readString(folder.resolve("site/index.html")).contains("Published in urgency"));
    }

    @Test
    void jsonIsWhatTheContractSays() throws IOException, InterruptedException {
        Path copy = Tool.copyOfDemo(folder);
        Tool.replace(copy.resolve(BARCODE + "root-cause.md"), "status: closed", "status: open");
        Tool.Answer answer = Tool.run(folder, "check", "--format", "json", "--now", Tool.NOW);
        assertEquals(1, answer.status());
        assertEquals("", answer.err());
        JsonObject root = JsonParser.parseString(answer.out()).getAsJsonObject();
        assertEquals(List.of("tool", "now", "content", "findings", "incidents", "summary"), List.copyOf(root.keySet()));
        assertEquals(Tool.NOW, root.get("now").getAsString());
        JsonObject finding = root.getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals("gate/investigation-open", finding.get("rule").getAsString());
        assertEquals("content/" + BARCODE + "decisions.md", finding.get("file").getAsString());
        assertEquals(1, finding.getAsJsonArray("related").size());
        JsonObject incident = root.getAsJsonArray("incidents").get(0).getAsJsonObject();
        assertEquals("suspended", incident.get("bau").getAsString());
        assertEquals("restored", incident.get("state").getAsString());
        assertEquals(
                "gate/investigation-open",
                incident.getAsJsonArray("blockedBy").get(0).getAsString());
    }

    @Test
    void aWarningFailsOnlyWhereItIsAskedTo() throws IOException, InterruptedException {
        Path copy = Tool.copyOfDemo(folder);
        Files.writeString(copy.resolve("pages/odd.md"), "---\ntitle: Odd\ncolour: red\n---\nText\n");
        assertEquals(0, Tool.run(folder, "check", "--now", Tool.NOW).status());
        assertEquals(
                1,
                Tool.run(folder, "check", "--now", Tool.NOW, "--fail-on", "warning")
                        .status());
    }

    @Test
    void aCheckNeedsNoFolderThatASiteCouldBeWrittenTo() throws IOException, InterruptedException {
        Path copy = Tool.copyOfDemo(folder);
        assertEquals(
                0, Tool.run(copy, "check", "--content", ".", "--now", Tool.NOW).status());
    }

    @Test
    void statusNamesWhoDecidesAndWhatBlocks() throws IOException, InterruptedException {
        Tool.Answer answer = Tool.run(folder, "status", "--content", Tool.DEMO.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status());
        for (String words : List.of(
                "BAU is suspended: 2 incidents are open.", "Marta Quintela", "read-only", "root-cause report")) {
            assertTrue(answer.out().contains(words), answer.out());
        }
    }

    @Test
    void everyRuleIsExplained() throws IOException, InterruptedException {
        Tool.Answer rules = Tool.run(folder, "rules");
        assertTrue(rules.out().contains("gate/investigation-open"));
        Tool.Answer one = Tool.run(folder, "explain", "gate/investigation-open");
        assertEquals(0, one.status());
        assertTrue(one.out().contains("status: closed"), one.out());
    }

    private Path small() throws IOException {
        return Tool.copy(InProcess.SMALL, folder.resolve("content"));
    }

    private Tool.Answer check(String... more) throws IOException, InterruptedException {
        return Tool.run(
                folder,
                Stream.concat(Stream.of("check", "--now", InProcess.SMALL_NOW), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** A finding, and not a problem: status 1, no stack trace, the place of the fault. */
    private String found(String rule, String place) throws IOException, InterruptedException {
        Tool.Answer answer = check("--color", "never");
        assertEquals(1, answer.status(), answer.out() + answer.err());
        assertEquals("", answer.err());
        assertFalse(answer.out().contains("\tat ") || answer.out().contains("Exception"), answer.out());
        assertTrue(answer.out().contains("error[" + rule + "]: "), answer.out());
        assertTrue(answer.out().contains("--> content/" + place), answer.out());
        return answer.out();
    }

    @Test
    void theTimeOfTheBuildIsAskedForThenGivenThenTheClocks() throws IOException, InterruptedException {
        small();
        for (String wrong : List.of("tomorrow", "1.5", "99999999999999999999", "4102444800")) {
            Tool.Answer answer = Tool.run(folder, List.of(), Map.of("SOURCE_DATE_EPOCH", wrong), "check");
            assertEquals(2, answer.status(), wrong + answer.err());
            assertTrue(answer.err().startsWith("allclear: SOURCE_DATE_EPOCH "), answer.err());
            assertEquals("", answer.out());
            assertEquals(1, answer.err().lines().count(), answer.err());
        }
        Map<String, String> given = Map.of("SOURCE_DATE_EPOCH", "1779112800");
        assertEquals("2026-05-18T14:00:00Z", now(Tool.run(folder, List.of(), given, "check", "--format", "json")));
        assertEquals(
                "2026-05-18T15:30:00Z",
                now(Tool.run(folder, List.of(), given, "check", "--format", "json", "--now", "2026-05-18 13:00")),
                "--now is read in the site's time zone and goes before SOURCE_DATE_EPOCH");
    }

    private static String now(Tool.Answer answer) {
        return JsonParser.parseString(answer.out()).getAsJsonObject().get("now").getAsString();
    }

    @Test
    void everyCommandTakesTheCommonOptions() throws IOException, InterruptedException {
        small();
        for (String command : List.of("build", "check", "status", "rules", "explain gate/order")) {
            List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
            words.addAll(List.of("--content", "content", "--site", "site", "--now", InProcess.SMALL_NOW));
            words.addAll(List.of("--audience", "internal", "--jobs", "2", "--quiet", "--verbose", "--color", "auto"));
            Tool.Answer answer = Tool.run(folder, words.toArray(String[]::new));
            assertEquals(0, answer.status(), command + answer.err());
            String name = words.get(0);
            assertEquals(2, Tool.run(folder, name, "gate/order", "--colour").status());
            assertTrue(Tool.run(folder, name, "--version").out().startsWith("allclear "), name);
        }
        problem("rules", "--jobs", "0");
        problem("rules", "--color", "sometimes");
        assertTrue(Tool.run(folder, "help", "check").out().contains("Usage: allclear check"));
    }

    /** An argument that begins with @ is not a file of arguments. */
    @Test
    void noFileIsReadThatNobodyNamed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("arguments"), "gate/order");
        assertTrue(problem("explain", "@arguments").err().contains("`@arguments`"));
    }

    @Test
    void whatCantBeReadInAFileIsAFinding() throws IOException, InterruptedException {
        Path content = small();
        Path site = content.resolve("site.yaml");
        String whole = Files.readString(site);
        Files.writeString(site, whole + "rules:\n  gate/order: off\n");
        assertTrue(found("content/unknown-value", "site.yaml:7:3").contains("`gate/order` can't be set"));
        Files.writeString(site, whole + "url: \"https://cut");
        found("content/syntax", "site.yaml:6:18");
        Files.writeString(site, whole);
        Path page = content.resolve("pages/notices.md");
        Files.write(page, new byte[] {'#', ' ', 'c', 'a', 'f', (byte) 0xE9, '\n'});
        found("content/syntax", "pages/notices.md:1:6");
        Files.writeString(page, "---\ntitle: {cut: [off\n---\nText\n");
        found("content/syntax", "pages/notices.md:3:1");
        Files.writeString(page, "---\ntitle: Notices\nNever closed\n");
        found("content/syntax", "pages/notices.md:1:1");
        Files.write(content.resolve("people.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'p', 0});
        found("content/syntax", "people.yaml:1:1");
    }

    @Test
    void whatTheSystemDoesNotLetUsReadOrWriteIsTwo() throws IOException, InterruptedException {
        Path content = small();
        Path people = content.resolve("people.yaml");
        String whole = Files.readString(people);
        Files.delete(people);
        Files.createDirectory(people);
        assertTrue(problem("check").err().contains("people.yaml"));
        Files.delete(people);
        Files.writeString(people, whole);
        Path file = Files.writeString(folder.resolve("a file"), "x");
        assertTrue(
                problem("build", "--site", file.resolve("x").toString()).err().contains("a file"));
        assertTrue(problem("build", "--site", content.resolve("pages/site").toString())
                .err()
                .contains("--site DIR"));
        problem("build", "--templates", file.toString());
        problem("check", "--baseline", folder.toString());
        assertEquals("x", Files.readString(file));
        assertFalse(Files.exists(content.resolve("pages/site")));
    }

    @Test
    void whatMayNotBeReadOrWrittenIsTwo() throws IOException, InterruptedException {
        Assumptions.assumeFalse(System.getProperty("user.name").equals("root"), "root may read and write everything");
        Path content = small();
        Path page = content.resolve("pages/notices.md");
        assertTrue(page.toFile().setReadable(false));
        assertTrue(problem("check").err().contains("notices.md` can't be read: permission denied"));
        assertTrue(page.toFile().setReadable(true));
        Path card = content.resolve("incidents/2026-03-07-lending-offline/card.txt");
        assertTrue(card.toFile().setReadable(false));
        assertTrue(problem("build", "--now", InProcess.SMALL_NOW).err().contains("card.txt` can't be read"));
        assertTrue(card.toFile().setReadable(true));
        assertEquals(0, Tool.run(folder, "build", "--now", InProcess.SMALL_NOW).status());
        Path site = folder.resolve("site");
        Map<String, String> before = Tool.digests(site);
        assertTrue(site.toFile().setWritable(false));
        assertTrue(problem("build", "--now", InProcess.SMALL_NOW).err().contains("permission denied"));
        assertTrue(site.toFile().setWritable(true));
        assertEquals(before, Tool.digests(site));
    }

    @Test
    void outputThatCantBeWrittenIsTwo() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full");
        small();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Tool.JAR.toString(),
                        "check",
                        "--format",
                        "json",
                        "--now",
                        InProcess.SMALL_NOW)
                .directory(folder.toFile())
                .redirectOutput(full.toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        assertEquals(2, builder.start().waitFor());
        assertTrue(Files.readString(folder.resolve("err.txt")).contains("standard output"));
    }

    @Test
    void jsonHasTheContractsShapeAndNothingStandsAroundIt() throws IOException, InterruptedException {
        Path content = small();
        Tool.replace(content.resolve("systems.yaml"), "rto: 2h", "rto: soon");
        Tool.replace(
                content.resolve("incidents/2026-03-07-lending-offline/root-cause.md"),
                "closed: 2026-03-15 16:00",
                "closed: 2026-03-17 16:00");
        Tool.Answer answer = check("--format", "json", "--verbose", "--color", "always");
        assertEquals(1, answer.status());
        assertEquals("", answer.err());
        assertTrue(answer.out().startsWith("{") && answer.out().endsWith("}\n"), answer.out());
        JsonObject root = JsonParser.parseString(answer.out()).getAsJsonObject();
        assertEquals(List.of("tool", "now", "content", "findings", "incidents", "summary"), List.copyOf(root.keySet()));
        assertEquals(
                List.of("name", "version"),
                List.copyOf(root.getAsJsonObject("tool").keySet()));
        int errors = 0;
        int warnings = 0;
        String before = "";
        for (var element : root.getAsJsonArray("findings")) {
            JsonObject finding = element.getAsJsonObject();
            assertEquals(
                    List.of(
                            "rule",
                            "severity",
                            "file",
                            "line",
                            "column",
                            "endLine",
                            "endColumn",
                            "message",
                            "help",
                            "related"),
                    List.copyOf(finding.keySet()));
            assertTrue(finding.get("file").getAsString().startsWith("content/"));
            assertTrue(
                    finding.get("line").getAsInt() >= 1 && finding.get("column").getAsInt() >= 1);
            errors += finding.get("severity").getAsString().equals("error") ? 1 : 0;
            warnings += finding.get("severity").getAsString().equals("warning") ? 1 : 0;
            String key = "%s %08d %08d %s"
                    .formatted(
                            finding.get("file").getAsString(),
                            finding.get("line").getAsInt(),
                            finding.get("column").getAsInt(),
                            finding.get("rule").getAsString());
            assertTrue(before.compareTo(key) < 0, before + " and " + key);
            before = key;
            for (var related : finding.getAsJsonArray("related")) {
                assertEquals(
                        List.of("file", "line", "column", "message"),
                        List.copyOf(related.getAsJsonObject().keySet()));
            }
        }
        JsonObject summary = root.getAsJsonObject("summary");
        assertEquals(List.of("errors", "warnings", "documents"), List.copyOf(summary.keySet()));
        assertTrue(errors >= 2);
        assertEquals(errors, summary.get("errors").getAsInt());
        assertEquals(warnings, summary.get("warnings").getAsInt());
        assertEquals(10, summary.get("documents").getAsInt());
        assertEquals(
                List.of(
                        "2026-03-07-lending-offline: \"restored\" cancelled closed suspended [\"gate/investigation-late\"]",
                        "2026-04-22-exercise-branch-dark: \"declared\" none missing suspended [\"gate/not-restored\",\"gate/investigation-missing\"]",
                        "2026-05-18-catalogue-wiped: {\"catalogue\":\"restoring\",\"lending\":\"degraded\"} none open suspended [\"gate/not-restored\",\"gate/root-cause-unknown\",\"gate/root-cause-empty\",\"gate/investigation-open\",\"gate/blocking-action\"]"),
                root.getAsJsonArray("incidents").asList().stream()
                        .map(i -> i.getAsJsonObject())
                        .map(i -> "%s: %s %s %s %s %s"
                                .formatted(
                                        i.get("id").getAsString(),
                                        i.get("state"),
                                        i.get("sprint").getAsString(),
                                        i.get("investigation").getAsString(),
                                        i.get("bau").getAsString(),
                                        i.get("blockedBy")))
                        .toList());
    }

    @Test
    void coloursAreForATerminalOrForWhoAsksForThem() throws IOException, InterruptedException {
        small();
        String escape = "\u001b[";
        assertFalse(check().out().contains(escape), "this is no terminal");
        assertTrue(check("--color", "always").out().contains(escape));
        assertFalse(check("--color", "never").out().contains(escape));
        assertEquals(check().out(), check("--color", "always").out().replaceAll("\u001b\\[[0-9;]*m", ""));
        Map<String, String> plain = Map.of("NO_COLOR", "1");
        assertFalse(InProcess.run(Clock.systemUTC(), plain, true, "status", "--content", folder + "/content")
                .out()
                .contains(escape));
        assertTrue(InProcess.run(Clock.systemUTC(), Map.of(), true, "status", "--content", folder + "/content")
                .out()
                .contains(escape));
    }

    @Test
    void urgencyShowsTheFindingsOnEveryPageAndNeverPassesTheGate() throws IOException, InterruptedException {
        Path content = small();
        Tool.replace(content.resolve("systems.yaml"), "rto: 2h", "rto: soon");
        Tool.Answer refused = Tool.run(folder, "build", "--now", InProcess.SMALL_NOW);
        assertEquals(1, refused.status());
        assertEquals("", refused.out());
        assertFalse(Files.exists(folder.resolve("site")));
        Tool.Answer urgent = Tool.run(folder, "build", "--urgent", "--now", InProcess.SMALL_NOW);
        assertEquals(0, urgent.status(), urgent.err());
        assertTrue(urgent.err().contains("rto"), urgent.err());
        Map<String, String> published = Tool.digests(folder.resolve("site"));
        for (String path : published.keySet()) {
            if (path.endsWith(".html")) {
                String page = Files.readString(folder.resolve("site").resolve(path));
                assertTrue(page.contains("Published in urgency"), path);
            }
        }
        assertTrue(Files.readString(folder.resolve("site/findings.html")).contains("soon"));
        Tool.replace(
                content.resolve("incidents/2026-03-07-lending-offline/root-cause.md"),
                "status: closed",
                "status: open");
        Tool.Answer gate = Tool.run(folder, "build", "--urgent", "--now", InProcess.SMALL_NOW);
        assertEquals(1, gate.status());
        assertTrue(gate.err().contains("gate/investigation-open"), gate.err());
        assertEquals(published, Tool.digests(folder.resolve("site")));
        Files.copy(
                InProcess.SMALL.resolve("systems.yaml"),
                content.resolve("systems.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                InProcess.SMALL.resolve("incidents/2026-03-07-lending-offline/root-cause.md"),
                content.resolve("incidents/2026-03-07-lending-offline/root-cause.md"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                0,
                Tool.run(folder, "build", "--urgent", "--now", InProcess.SMALL_NOW)
                        .status());
        assertFalse(Files.exists(folder.resolve("site/findings.html")));
        assertFalse(Files.readString(folder.resolve("site/index.html")).contains("urgency"));
    }
}
