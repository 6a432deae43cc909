package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to business as usual and a release, with nothing but what each step says to do next. */
class FromNothingTest {

    @TempDir
    private Path folder = Path.of("");

    private Tool.Answer at(String now, String... arguments) {
        return InProcess.run(Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--content",
                                folder.resolve("content").toString(),
                                "--site",
                                folder.resolve("site").toString(),
                                "--now",
                                now))
                .toArray(String[]::new));
    }

    private String done(String now, String... arguments) {
        Tool.Answer answer = at(now, arguments);
        assertEquals(0, answer.status(), String.join(" ", arguments) + "\n" + answer.out() + answer.err());
        return answer.out();
    }

    @Test
    void theWholeStory() throws IOException {
        String zone = "Europe/Lisbon";
        done("2026-03-01T09:00Z", "new", "site", "--time-zone", zone, "--title", "Harbour Freight Recovery");
        done("2026-03-01 09:10", "build");
        done(
                "2026-03-14 14:02",
                "new",
                "incident",
                "Checkout offline",
                "--system",
                "checkout",
                "--kind",
                "security",
                "--sprint",
                "Sprint 41");
        done("2026-03-14 14:05", "new", "decision", "Take checkout offline", "--state", "offline");
        done(
                "2026-03-14 14:20",
                "new",
                "decision",
                "Cancel the sprint",
                "--sprint",
                "cancelled",
                "--consulted",
                "sam.silva");
        done("2026-03-14 15:00", "new", "decision", "Rebuild", "--state", "restoring", "--playbook", "first-hour");
        String restored = done(
                "2026-03-14 17:30",
                "new",
                "decision",
                "Checkout is restored",
                "--state",
                "restored",
                "--consulted",
                "sam.silva",
                "--evidence",
                "Smoke tests against the standby: 214 of 214 passed");
        assertTrue(restored.contains("allclear new root-cause --lead PERSON"), restored);
        String opened = done("2026-03-15 09:00", "new", "root-cause", "--lead", "sam.silva");
        assertTrue(opened.contains("Before BAU can resume:"), opened);

        // Neither the hints nor a status that is only set count as an investigation.
        Path report = folder.resolve("content/incidents/2026-03-14-checkout-offline/root-cause.md");
        Tool.replace(report, "status: open", "status: closed\nclosed: 2026-03-20 16:00\nclosed-by: maria.lopez");
        Tool.replace(report, "causes: [unknown]", "causes: [malicious-code]");
        Tool.Answer hollow = at("2026-03-20 16:10", "check");
        assertEquals(1, hollow.status());
        assertTrue(hollow.out().contains("gate/root-cause-empty"), hollow.out());
        Tool.Answer early =
                at("2026-03-20 16:10", "new", "decision", "Resume", "--bau", "resumed", "--consulted", "kim.okafor");
        assertEquals(1, early.status(), early.out());
        assertTrue(
                early.err().contains("No action of kind `prevent`")
                        || early.err().contains("no action prevents"),
                early.err());

        String text = Files.readString(report);
        text = text.replaceFirst(
                "TODO: Say in at least twelve words[^\n]*",
                "The build took the newest version of a package without comparing its checksum, so a stranger's code ran in checkout.");
        text = text.replaceFirst("TODO: Agree on actions[^\n]*\n\n", "")
                .replace(
                        "|---|---|---|---|---|---|---|\n",
                        "|---|---|---|---|---|---|---|\n| Compare checksums | prevent | sam.silva | 2026-04-15 | | | |\n");
        Files.writeString(report, text.replaceAll("TODO: Say[^\n]*", "Said."));
        String resumed = done(
                "2026-03-20 16:10",
                "new",
                "decision",
                "Resume business as usual",
                "--bau",
                "resumed",
                "--consulted",
                "kim.okafor",
                "--why",
                "The cause is known and can't come back.");
        assertTrue(resumed.contains("allclear release LABEL"), resumed);
        assertTrue(resumed.contains("checkout: operational"), resumed);
        Tool.Answer status = at("2026-03-20 16:20", "check", "--format", "json");
        assertEquals(0, status.status(), status.out());
        assertTrue(status.out().contains("\"bau\": \"resumed\""), status.out());
        done("2026-03-20 16:30", "release", "2026-03");
        done("2026-03-20 16:30", "verify", folder.resolve("site").toString());

        // What breaks now is a new incident.
        Tool.Answer after = at("2026-03-21 09:00", "new", "decision", "Down again", "--state", "offline");
        assertEquals(2, after.status());
        assertTrue(after.err().contains("No incident is open."), after.err());
        Tool.Answer named = at(
                "2026-03-21 09:00",
                "new",
                "decision",
                "Down again",
                "--state",
                "offline",
                "--incident",
                "2026-03-14-checkout-offline");
        assertEquals(1, named.status());
        assertTrue(named.err().contains("is a new incident"), named.err());
    }
}
