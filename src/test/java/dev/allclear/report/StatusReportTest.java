package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.model.InvestigationStatus;
import dev.allclear.model.SystemState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusReportTest {

    private static final Map<String, String> BLOCKERS = new LinkedHashMap<>();

    static {
        BLOCKERS.put(
                "gate/not-restored",
                "Payments is `restoring`: every system has to be `restored` before business as usual can resume, and evidence is needed for each.");
        BLOCKERS.put("gate/investigation-open", "The investigation is `open`.");
    }

    @Test
    void saysWhatIsDisruptedWhoDecidesAndWhatIsToBeDone() {
        assertEquals("""
                BAU is suspended: 1 incident is open.
                It is 2026-06-01 16:30; times are in Australia/Sydney.

                Checkout offline after a poisoned dependency
                  incident       2026-05-30-checkout (critical, security)
                  declared       2026-05-30 14:00, 2 d 2 h ago
                  objective      restored within 4 h: missed by 1 d 22 h so far
                  systems        Checkout: offline since 2026-05-30 15:00
                                 Payments: restoring since 2026-05-30 19:00
                  decides        Maria Lopez (maria.lopez)
                  sprint         Sprint 41, running
                  investigation  open, led by li.security
                  last decision  2026-05-30 19:00, Begin to restore payments
                  Before BAU can resume:
                    1. Payments is `restoring`: every system has to be `restored` before
                       business as usual can resume, and evidence is needed for each.
                    2. The investigation is `open`.

                Exercises under way (they suspend nothing):
                Game day
                  incident       drill (critical, security)
                  systems        Checkout: offline since 2026-05-30 15:00
                                 Payments: declared
                  decides        Maria Lopez (maria.lopez)
                """, print(50.5, disrupted(), drill()));
    }

    @Test
    void anObjectiveThatCanStillBeMet() {
        assertTrue(print(1.5, disrupted()).contains("  objective      restored within 4 h: 2 h 30 min left\n"));
    }

    @Test
    void restoredButNotResumed() {
        Account account = new Scene("a", "A")
                .set(1, "Begin", null, SystemState.RESTORING)
                .set(3, "Done", null, SystemState.RESTORED)
                .account(Bau.SUSPENDED, Map.of());
        String text = print(30, account);
        assertTrue(text.contains("  objective      restored after 3 h, met 4 h\n"), text);
        assertTrue(text.contains("  investigation  missing: there is no root-cause.md\n"), text);
        assertTrue(text.contains("nothing blocks BAU"), text);
    }

    @Test
    void oneCalmLineWhenNothingIsOpen() {
        Account old = new Scene("old", "Old one").resume(9).account(Bau.RESUMED, Map.of());
        Account newer = new Scene("newer", "Newer one").resume(20).account(Bau.RESUMED, Map.of());
        Account rehearsed = new Scene("drill", "Game day").exercise().resume(40).account(Bau.RESUMED, Map.of());
        assertEquals(
                "BAU is resumed: no incident is open. The last one, Newer one (newer), ended 2026-05-31 10:00.\n",
                print(50, old, newer, rehearsed));
        assertEquals("BAU is resumed: no incident is open.\n", print(50));
    }

    @Test
    void anExerciseSuspendsNothing() {
        assertTrue(print(50, drill()).startsWith("BAU is resumed: no incident is open.\n"));
    }

    @Test
    void theLatestComesFirstAndEachIsCounted() {
        String text = print(50, new Scene("b", "B").account(Bau.SUSPENDED, Map.of()), disrupted());
        assertTrue(text.startsWith("BAU is suspended: 2 incidents are open.\n"), text);
        assertTrue(text.indexOf("2026-05-30-checkout") < text.indexOf("  incident       b "), text);
    }

    @Test
    void noLineIsLongerThanATerminalAndNothingHidesInATitle() {
        Account account = new Scene("a", "\u001B[2JTitle\u202E " + "word ".repeat(30))
                .set(1, "漢字 ".repeat(40), null, SystemState.OFFLINE)
                .account(Bau.SUSPENDED, BLOCKERS);
        String text = print(50, account);
        assertFalse(text.contains("\u001B"), text);
        assertTrue(text.contains("␛[2JTitle<U+202E>"), text);
        text.lines().forEach(line -> assertTrue(Columns.of(line) <= 80, line));
    }

    @Test
    void coloursOnlyWhenAsked() {
        Duration later = Duration.ofHours(1);
        String coloured =
                new StatusReport(true).print(Scene.library(), List.of(disrupted()), Scene.DECLARED.plus(later));
        assertTrue(coloured.startsWith("\u001B[1;31mBAU is suspended\u001B[0m: 1 incident is open.\n"), coloured);
        assertEquals(print(1, disrupted()), coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }

    private static Account disrupted() {
        return new Scene("2026-05-30-checkout", "Checkout offline after a poisoned dependency")
                .investigation(InvestigationStatus.OPEN)
                .set(1, "Take everything offline", null, SystemState.OFFLINE)
                .set(5, "Begin to restore payments", "payments", SystemState.RESTORING)
                .account(Bau.SUSPENDED, BLOCKERS);
    }

    private static Account drill() {
        return new Scene("drill", "Game day")
                .exercise()
                .set(1, "Off", "checkout", SystemState.OFFLINE)
                .account(Bau.SUSPENDED, BLOCKERS);
    }

    private static String print(double hours, Account... accounts) {
        Duration later = Duration.ofMinutes(Math.round(hours * 60));
        return new StatusReport(false).print(Scene.library(), List.of(accounts), Scene.DECLARED.plus(later));
    }
}
