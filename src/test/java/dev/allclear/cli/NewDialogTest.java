package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code allclear new} asks for on a terminal. */
class NewDialogTest {

    @TempDir
    private Path folder = Path.of("");

    private Tool.Answer typing(List<String> lines, String... arguments) {
        return InProcess.typing(
                lines,
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--content",
                                        folder.resolve("content").toString(),
                                        "--site",
                                        folder.resolve("site").toString()))
                        .toArray(String[]::new));
    }

    private void site() {
        Tool.Answer answer = typing(
                List.of("Häfen", "Lisbon", "Europe/Lisbon", "", "Inês Caldeira", "Sam Doe", ""),
                "new",
                "site",
                "--now",
                "2026-03-01T00:00Z");
        assertEquals(0, answer.status(), answer.err());
        assertTrue(answer.err().contains("Did you mean `Europe/Lisbon`?"), answer.err());
    }

    private Path incident(String name) {
        return folder.resolve("content/incidents/2026-03-14-kase-ausser-betrieb")
                .resolve(name);
    }

    @Test
    void everythingThatIsMissingIsAskedFor() throws IOException {
        site();
        assertTrue(Files.readString(folder.resolve("content/people.yaml")).contains("ines.caldeira"));
        Tool.Answer incident = typing(
                List.of("Käse außer Betrieb", "", "nothing", "1", "sec", "", "Sprint 41"),
                "new",
                "incident",
                "--now",
                "2026-03-14 14:02");
        assertEquals(0, incident.status(), incident.err());
        String record = Files.readString(incident("incident.md"));
        for (String line : List.of(
                "title: Käse außer Betrieb",
                "kind: security",
                "severity: critical",
                "systems: [checkout]",
                "sprint: Sprint 41")) {
            assertTrue(record.contains(line + "\n"), record);
        }
        assertTrue(incident.err().contains("   1  checkout  Checkout\n"), incident.err());
        assertTrue(incident.err().contains("`nothing` is not a system"), incident.err());
        Tool.Answer decision = typing(
                List.of("Take it offline", "restored", "offline", "sam", "Orders are wrong."),
                "new",
                "decision",
                "--now",
                "2026-03-14 14:05");
        assertEquals(0, decision.status(), decision.err());
        assertEquals("""
                # Decisions

                ## Take it offline

                ```decision
                at: 2026-03-14 14:05
                by: ines.caldeira
                system: offline
                consulted: [sam.doe]
                informed: [stakeholders, development-team]
                ```

                Orders are wrong.
                """, Files.readString(incident("decisions.md")));
        assertTrue(
                decision.err().contains("`checkout` is declared; `restored` may follow only `restoring`."),
                decision.err());
    }

    @Test
    void whatIsGivenIsNotAskedFor() {
        site();
        Tool.Answer answer = typing(
                List.of(),
                "new",
                "incident",
                "Käse außer Betrieb",
                "--system",
                "checkout",
                "--kind",
                "security",
                "--severity",
                "minor",
                "--sprint",
                "41",
                "--now",
                "2026-03-14 14:02");
        assertEquals(0, answer.status(), answer.err());
        assertEquals("", answer.err());
    }

    @Test
    void nothingIsAskedWhileSomethingGivenIsWrong() {
        site();
        Tool.Answer answer = typing(List.of(), "new", "incident", "--system", "chekout");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("Did you mean `checkout`?"), answer.err());
    }

    @Test
    void whoGoesAwayLeavesNothingBehind() {
        site();
        Tool.Answer answer = typing(List.of("Käse außer Betrieb", "1"), "new", "incident", "--now", "2026-03-14 14:02");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("Nothing was written."), answer.err());
        assertFalse(Files.exists(folder.resolve("content/incidents")));
    }

    @Test
    void restoredIsAskedForItsEvidence() throws IOException {
        site();
        typing(List.of("Käse außer Betrieb", "1", "1", "", ""), "new", "incident", "--now", "2026-03-14 14:02");
        assertEquals(
                0,
                typing(List.of("", ""), "new", "decision", "Begin", "--state", "restoring", "--now", "2026-03-14 14:05")
                        .status());
        Tool.Answer answer = typing(
                List.of("", "sam.doe, kim", "", "Smoke tests: 214 of 214 passed", ""),
                "new",
                "decision",
                "It is restored",
                "--state",
                "restored",
                "--now",
                "2026-03-14 16:05");
        assertEquals(0, answer.status(), answer.err());
        String log = Files.readString(incident("decisions.md"));
        assertTrue(log.contains("consulted: [sam.doe, kim.okafor]"), log);
        assertTrue(log.contains("  - \"Smoke tests: 214 of 214 passed\""), log);
    }

    @Test
    void oneOfSeveralIncidentsIsChosen() throws IOException {
        site();
        typing(List.of("Käse außer Betrieb", "1", "1", "", ""), "new", "incident", "--now", "2026-03-14 14:02");
        typing(List.of("Another", "1", "2", "2", ""), "new", "incident", "--now", "2026-03-14 14:03");
        Tool.Answer answer = typing(
                List.of("käse", "", ""),
                "new",
                "decision",
                "Take it offline",
                "--state",
                "offline",
                "--now",
                "2026-03-14 14:05");
        assertEquals(0, answer.status(), answer.err());
        assertTrue(Files.exists(incident("decisions.md")));
    }

    @Test
    void whatIsShownIsUnderstoodAndWhatMayBeSeveralIsSaid() throws IOException {
        site();
        Files.writeString(folder.resolve("content/systems.yaml"), """
                order-service: {name: Order Service, product-owner: ines.caldeira, rto: 4h}
                order-api: {name: Order API, product-owner: ines.caldeira, rto: 4h}
                order-service-old: {name: Order Service Old, product-owner: ines.caldeira, rto: 4h}
                """, java.nio.file.StandardOpenOption.APPEND);
        Tool.Answer answer = typing(
                List.of("order", "Ordr Servce", "1", "1", "", ""),
                "new",
                "incident",
                "Käse außer Betrieb",
                "--now",
                "2026-03-14 14:02");
        assertTrue(
                answer.err()
                        .contains(
                                "`order` may be order-service or order-api or order-service-old. Write more of it, or its number."),
                answer.err());
        assertTrue(answer.err().contains("`Ordr Servce` is not a system"), answer.err());
    }

    @Test
    void severalNamesAreCutAtCommas() throws IOException {
        site();
        Files.writeString(folder.resolve("content/systems.yaml"), """
                order-service: {name: Order Service, product-owner: ines.caldeira, rto: 4h}
                order-service-old: {name: Order Service Old, product-owner: ines.caldeira, rto: 4h}
                """, java.nio.file.StandardOpenOption.APPEND);
        Tool.Answer answer = typing(
                List.of("Order Service, checkout", "1", "", ""),
                "new",
                "incident",
                "Käse außer Betrieb",
                "--now",
                "2026-03-14 14:02");
        assertEquals(0, answer.status(), answer.err());
        String record = Files.readString(incident("incident.md"));
        assertTrue(record.contains("systems: [order-service, checkout]\n"), record);
    }
}
