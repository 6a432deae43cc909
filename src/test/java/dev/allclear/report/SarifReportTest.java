package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.allclear.finding.Finding;
import dev.allclear.finding.Severity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {

    @Test
    void aResult() {
        JsonObject result = results(run(Given.results(Given.PLAIN))).get(0).getAsJsonObject();
        assertEquals("""
                {
                  "ruleId": "gate/investigation-open",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "BAU is resumed while the investigation is `open`.\\nClose the investigation first."
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "content/incidents/x/root-cause.md"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 9,
                          "endLine": 2,
                          "endColumn": 13
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "id": 1,
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "content/incidents/x/decisions.md"
                        },
                        "region": {
                          "startLine": 10,
                          "startColumn": 6,
                          "endLine": 10,
                          "endColumn": 13
                        }
                      },
                      "message": {
                        "text": "BAU is resumed here."
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "allclear/v1": "014330e57fd7052c0fa15659a717ac88"
                  }
                }
                """, Json.print(result));
    }

    @Test
    void theFrameOfALog() {
        JsonObject log = log(new SarifReport(Given::sources), Given.results());
        assertEquals("2.1.0", log.get("version").getAsString());
        JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
        assertEquals("utf16CodeUnits", run.get("columnKind").getAsString());
        assertEquals("[{\"executionSuccessful\":true}]", run.get("invocations").toString());
        assertEquals(0, results(run).size());
        JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
        assertEquals("0.1.0", driver.get("version").getAsString());
        assertEquals(2, driver.getAsJsonArray("rules").size());
    }

    @Test
    void aRuleBringsItsHelp() {
        JsonObject run = run(Given.results());
        JsonObject rule = run.getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules")
                .get(1)
                .getAsJsonObject();
        assertEquals("""
                {
                  "id": "link/broken",
                  "shortDescription": {
                    "text": "Links lead somewhere."
                  },
                  "fullDescription": {
                    "text": "Dead ends cost time."
                  },
                  "defaultConfiguration": {
                    "level": "error"
                  },
                  "help": {
                    "text": "Dead ends cost time.\\n\\n```\\n[a](b)\\n```",
                    "markdown": "Dead ends cost time.\\n\\n````text\\n```\\n[a](b)\\n```\\n````"
                  },
                  "properties": {
                    "problem.severity": "error",
                    "tags": [
                      "link"
                    ]
                  }
                }
                """, Json.print(rule));
    }

    @Test
    void hostileTextIsNeitherLinkNorBrokenAddress() {
        JsonObject result = results(run(Given.results(Given.HOSTILE))).get(0).getAsJsonObject();
        String message = result.getAsJsonObject("message").get("text").getAsString();
        assertEquals(Given.NASTY.replace("](", "] (").replace("\uD800", "\uFFFD") + "\n50%: a, b\nor c", message);
        String uri = result.getAsJsonArray("locations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("physicalLocation")
                .getAsJsonObject("artifactLocation")
                .get("uri")
                .getAsString();
        assertEquals("content/pages/50%25%20%22off%22%2C%20a%3Ab/t%C3%BCr%20%26%20%3C%C4%B1%3E.md", uri);
        assertFalse(URI.create(uri).isAbsolute());
        assertEquals(Given.NASTY_FILE, URI.create(uri).getPath());
    }

    @Test
    void aRuleThatIsNotDescribedHasNoIndex() {
        Finding finding = Given.finding("new/rule", Severity.WARNING, "f", 1);
        assertFalse(
                results(run(Given.results(finding))).get(0).getAsJsonObject().has("ruleIndex"));
    }

    @Test
    void holdsNoMoreResultsThanAreReadAndErrorsFirst() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            findings.add(Given.finding("text/no-alt", i % 2 == 0 ? Severity.ERROR : Severity.WARNING, "f", i));
        }
        Results results = Given.results(findings.toArray(Finding[]::new));
        JsonObject run = run(log(new SarifReport(Given::sources, 4, 1_000_000), results));
        assertEquals(List.of("Message 1.", "Message 2.", "Message 4.", "Message 6."), messages(run));
        assertTrue(notification(run).startsWith("This file leaves out 2 warnings:"), notification(run));
        JsonObject two = run(log(new SarifReport(Given::sources, 2, 1_000_000), results));
        assertEquals(List.of("Message 2.", "Message 4."), messages(two));
        assertTrue(notification(two).startsWith("This file leaves out 1 error and 3 warnings:"), notification(two));
    }

    @Test
    void fiveThousandAreTheMost() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 5_003; i++) {
            findings.add(Given.finding("text/no-alt", Severity.WARNING, "f", i));
        }
        JsonObject run = run(Given.results(findings.toArray(Finding[]::new)));
        assertEquals(5_000, results(run).size());
        assertTrue(notification(run).startsWith("This file leaves out 3 warnings:"), notification(run));
    }

    @Test
    void isNeverLargerThanIsRead() {
        for (int size : new int[] {6_000, 10_000, 20_000}) {
            List<Finding> findings = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                Finding one = Given.finding("text/no-alt", Severity.WARNING, "f", i);
                findings.add(
                        new Finding(one.rule(), one.severity(), one.location(), "漢".repeat(i * 7), "", one.related()));
            }
            Results results = Given.results(findings.toArray(Finding[]::new));
            String text = new SarifReport(Given::sources, 5_000, size).print(results);
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(bytes <= size, bytes + " of " + size);
            assertTrue(bytes > size - 3_000, bytes + " of " + size);
        }
    }

    private static JsonObject log(SarifReport report, Results results) {
        return JsonParser.parseString(report.print(results)).getAsJsonObject();
    }

    private static JsonObject run(Results results) {
        return run(log(new SarifReport(Given::sources), results));
    }

    private static JsonObject run(JsonObject log) {
        return log.getAsJsonArray("runs").get(0).getAsJsonObject();
    }

    private static JsonArray results(JsonObject run) {
        return run.getAsJsonArray("results");
    }

    private static String notification(JsonObject run) {
        return run.getAsJsonArray("invocations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("toolExecutionNotifications")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("message")
                .get("text")
                .getAsString();
    }

    private static List<String> messages(JsonObject run) {
        List<String> messages = new ArrayList<>();
        results(run)
                .forEach(r -> messages.add(r.getAsJsonObject()
                        .getAsJsonObject("message")
                        .get("text")
                        .getAsString()
                        .replace("\nHelp.", "")));
        return messages;
    }
}
