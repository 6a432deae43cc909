package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.model.InvestigationStatus;
import dev.allclear.model.SystemState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void isExactlyWhatTheContractSays() {
        Account account = new Scene("a", "A").account(Bau.SUSPENDED, Map.of("gate/not-restored", "why"));
        assertEquals("""
                {
                  "tool": {
                    "name": "allclear",
                    "version": "0.1.0"
                  },
                  "now": "2026-06-01T00:00:00Z",
                  "content": "content",
                  "findings": [
                    {
                      "rule": "gate/investigation-open",
                      "severity": "error",
                      "file": "content/incidents/x/root-cause.md",
                      "line": 2,
                      "column": 9,
                      "endLine": 2,
                      "endColumn": 13,
                      "message": "BAU is resumed while the investigation is `open`.",
                      "help": "Close the investigation first.",
                      "related": [
                        {
                          "file": "content/incidents/x/decisions.md",
                          "line": 10,
                          "column": 6,
                          "message": "BAU is resumed here."
                        }
                      ]
                    },
                    {
                      "rule": "link/broken",
                      "severity": "warning",
                      "file": "content/pages/50% \\"off\\", a:b/tür & <ı>.md",
                      "line": 3,
                      "column": 2,
                      "endLine": 3,
                      "endColumn": 5,
                      "message": "\\"q\\" 'a' 100% <b> & ]]> |x| [l](http://e) `c`\\nline\\r\\ttab \\u001b[31mred é 漢 😀 \u202Ertl\u202C \uFFFD \\u0000.",
                      "help": "50%: a, b\\nor c",
                      "related": []
                    }
                  ],
                  "incidents": [
                    {
                      "id": "a",
                      "state": "declared",
                      "sprint": "running",
                      "investigation": "missing",
                      "bau": "suspended",
                      "blockedBy": [
                        "gate/not-restored"
                      ]
                    }
                  ],
                  "summary": {
                    "errors": 1,
                    "warnings": 1,
                    "documents": 31
                  }
                }
                """, print(Given.results(List.of(account), Given.PLAIN, Given.HOSTILE)));
    }

    @Test
    void isValidUtf8() {
        String text = print(Given.results(Given.HOSTILE));
        assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void theStateIsOneWordWhereTheSystemsAgree() {
        Scene scene = new Scene("a", "A").set(1, "Off", null, SystemState.OFFLINE);
        assertEquals(
                "\"offline\"",
                incident(scene.account(Bau.SUSPENDED, Map.of())).get("state").toString());
        scene.set(2, "On", "payments", SystemState.READ_ONLY);
        assertEquals(
                "{\"checkout\":\"offline\",\"payments\":\"read-only\"}",
                incident(scene.account(Bau.SUSPENDED, Map.of())).get("state").toString());
        assertEquals(
                "\"operational\"",
                incident(scene.account(Bau.RESUMED, Map.of())).get("state").toString());
        Account none = new Scene("b", "B").withoutSystems().account(Bau.SUSPENDED, Map.of());
        assertEquals("\"declared\"", incident(none).get("state").toString());
    }

    @Test
    void anInvestigationIsClosedOnlyIfItReadablySaysSo() {
        assertEquals("closed", investigation(InvestigationStatus.CLOSED));
        assertEquals("open", investigation(InvestigationStatus.OPEN));
        assertEquals("open", investigation(null));
    }

    private static String investigation(@Nullable InvestigationStatus status) {
        Account account = new Scene("a", "A").investigation(status).account(Bau.SUSPENDED, Map.of());
        return incident(account).get("investigation").getAsString();
    }

    private static JsonObject incident(Account account) {
        JsonElement root = JsonParser.parseString(print(Given.results(List.of(account))));
        return root.getAsJsonObject().getAsJsonArray("incidents").get(0).getAsJsonObject();
    }

    private static String print(Results results) {
        return Reports.of(Format.JSON, Given::sources, false).print(results);
    }
}
