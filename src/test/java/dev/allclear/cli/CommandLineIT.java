package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            String[] arguments = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("build", "--now", Tool.NOW), extra.stream())
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
}
