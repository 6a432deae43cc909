package dev.allclear.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.model.Library;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For generated logs, none that is accepted resumes BAU without a closed investigation, whatever the order and the
 * content of its decisions. What ought to be accepted is worked out here from the generator's own data, by other code.
 */
class GatePropertyTest {

    private static final int INCIDENTS = 500;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final LocalDateTime DECLARED = LocalDateTime.of(2026, 3, 14, 14, 0);
    private static final List<String> STATES = List.of(
            "degraded", "read-only", "maintenance", "offline", "restoring", "restored", "operational", "restord");
    private static final List<String> PEOPLE = List.of("ada.po", "ben.po", "cleo.sec", "dan.ops", "nobody");

    /** One decision as the generator wants it; null fields are not written. */
    private record Wish(
            LocalDateTime at,
            @Nullable String by,
            @Nullable String state,
            @Nullable String owner,
            boolean resumes,
            boolean consults,
            boolean informs,
            boolean proves) {

        String text(int number) {
            StringBuilder text =
                    new StringBuilder("## Decision " + number + "\n\n```decision\nat: " + LOCAL.format(at) + "\n");
            line(text, "by", by);
            line(text, "system", state);
            line(text, "owner", owner);
            line(text, "bau", resumes ? "resumed" : null);
            line(text, "consulted", consults ? "[eva.dev]" : null);
            line(text, "informed", informs ? "[all]" : "[some]");
            line(text, "evidence", proves ? "Every till took a card again" : null);
            return text.append("```\n\nBecause.\n\n").toString();
        }

        private static void line(StringBuilder text, String name, @Nullable String value) {
            if (value != null) {
                text.append(name).append(": ").append(value).append('\n');
            }
        }
    }

    /** One investigation as the generator wants it; null if there is no report. */
    private record Inquiry(
            String status,
            LocalDateTime closed,
            String lead,
            String closedBy,
            String cause,
            boolean told,
            String kind,
            String done,
            String blocks) {

        String text(String own) {
            return """
                ---
                status: %s
                lead: %s
                opened: 2026-03-14 15:00
                closed: %s
                closed-by: %s
                causes: [%s]
                ---
                ## Summary

                It broke.

                ## Impact

                Nobody could pay.

                ## Root cause

                %s

                ## Actions

                | Action | Kind | Owner | Due | Done | Blocks BAU |
                |---|---|---|---|---|---|
                | Mend it | %s | dan.ops | 2026-05-01 | %s | %s |
                """.formatted(
                            status,
                            lead,
                            LOCAL.format(closed),
                            closedBy,
                            cause,
                            told
                                    ? "In case " + own
                                            + " the build took a package without comparing its checksum, and a stranger's code ran."
                                    : "A package. <!-- the build took a package without comparing its checksum, so it ran -->",
                            kind,
                            done,
                            blocks);
        }

        boolean accepts(LocalDateTime at) {
            boolean blockerDone = !blocks.equals("yes")
                    || (!done.isEmpty() && !java.time.LocalDate.parse(done).isAfter(at.toLocalDate()));
            return status.equals("closed")
                    && !closed.isAfter(at)
                    && !closed.isBefore(LocalDateTime.of(2026, 3, 14, 15, 0))
                    && !lead.equals("nobody")
                    && !closedBy.equals("nobody")
                    && !lead.equals(closedBy)
                    && cause.equals("change")
                    && told
                    && kind.equals("prevent")
                    && blockerDone;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noAcceptedLogResumesBauWithoutAClosedInvestigation(long seed, @TempDir Path folder)
            throws IOException, ContentProblem {
        Random random = new Random(seed);
        Path content = folder.resolve("content");
        write(content, "site.yaml", "title: T\ntime-zone: UTC\ninform: [all]\n");
        write(content, "people.yaml", """
            people:
              ada.po: {name: Ada}
              ben.po: {name: Ben}
              cleo.sec: {name: Cleo}
              dan.ops: {name: Dan}
              eva.dev: {name: Eva}
            groups:
              all: [dan.ops]
              some: [eva.dev]
            """);
        write(content, "systems.yaml", "tills: {name: Tills, product-owner: ada.po, rto: 4h}\n");
        Map<String, Boolean> expected = new HashMap<>();
        for (int i = 0; i < INCIDENTS; i++) {
            String id = "case-" + i;
            List<Wish> wishes = wishes(random);
            Inquiry inquiry = random.nextInt(8) == 0 ? null : inquiry(random);
            expected.put(id, accepts(wishes, inquiry));
            write(content, "incidents/" + id + "/incident.md", """
                ---
                title: Case
                kind: data
                severity: minor
                systems: [tills]
                declared: 2026-03-14 14:00
                ---
                """);
            StringBuilder log = new StringBuilder("# Decisions\n\n");
            for (Wish wish : wishes) {
                log.append(wish.text(wishes.indexOf(wish)));
            }
            write(content, "incidents/" + id + "/decisions.md", log.toString());
            if (inquiry != null) {
                write(content, "incidents/" + id + "/root-cause.md", inquiry.text(seed + " " + i));
            }
        }
        Verdict verdict = verdict(content);
        int resumed = 0;
        for (Account account : verdict.accounts().values()) {
            String id = account.incident().id();
            boolean accepted = account.bau() == Bau.RESUMED;
            resumed += accepted ? 1 : 0;
            String log = Files.readString(content.resolve("incidents/" + id + "/decisions.md"));
            assertEquals(
                    expected.get(id),
                    accepted,
                    () -> "seed " + seed + ", " + id + "\n" + log + "\n" + account.blockedBy());
        }
        assertTrue(resumed >= INCIDENTS / 50, "only " + resumed + " were accepted: the test says nothing");
        assertTrue(resumed <= INCIDENTS / 2, resumed + " were accepted: the test says nothing");
    }

    /** An honest log, of which most are then spoilt in one way or in several. */
    private static List<Wish> wishes(Random random) {
        List<Wish> wishes = new ArrayList<>();
        wishes.add(wish(1, "offline", false));
        if (random.nextBoolean()) {
            wishes.add(wish(2, "read-only", false));
        }
        wishes.add(wish(3, "restoring", false));
        wishes.add(wish(4, "restored", false));
        if (random.nextInt(4) == 0) {
            wishes.add(wish(5, "degraded", false));
            wishes.add(wish(6, "restoring", false));
            wishes.add(wish(7, "restored", false));
        }
        if (random.nextInt(10) > 0) {
            wishes.add(wish(24 * 6, null, true));
        }
        for (int spoilt = random.nextInt(3); spoilt > 0; spoilt--) {
            spoil(wishes, random);
        }
        return wishes;
    }

    private static Wish wish(int hours, @Nullable String state, boolean resumes) {
        return new Wish(DECLARED.plusHours(hours), "ada.po", state, null, resumes, true, true, true);
    }

    private static void spoil(List<Wish> wishes, Random random) {
        int i = random.nextInt(wishes.size());
        Wish w = wishes.get(i);
        switch (random.nextInt(9)) {
            case 0 -> wishes.remove(i);
            case 1 -> Collections.swap(wishes, i, random.nextInt(wishes.size()));
            case 2 -> wishes.set(i, with(w, PEOPLE.get(random.nextInt(PEOPLE.size())), w.state(), w.owner()));
            case 3 -> wishes.set(i, with(w, w.by(), STATES.get(random.nextInt(STATES.size())), w.owner()));
            case 4 -> wishes.set(i, with(w, w.by(), w.state(), PEOPLE.get(random.nextInt(PEOPLE.size()))));
            case 5 -> wishes.set(i, new Wish(w.at(), w.by(), w.state(), w.owner(), w.resumes(), false, true, true));
            case 6 -> wishes.set(i, new Wish(w.at(), w.by(), w.state(), w.owner(), w.resumes(), true, false, true));
            case 7 -> wishes.set(i, new Wish(w.at(), w.by(), w.state(), w.owner(), w.resumes(), true, true, false));
            default ->
                wishes.set(
                        i,
                        new Wish(
                                w.at().minusHours(random.nextInt(6)),
                                w.by(),
                                w.state(),
                                w.owner(),
                                w.resumes(),
                                true,
                                true,
                                true));
        }
        if (wishes.isEmpty()) {
            wishes.add(wish(1, "offline", false));
        }
    }

    private static Wish with(Wish w, @Nullable String by, @Nullable String state, @Nullable String owner) {
        return new Wish(w.at(), by, state, owner, w.resumes(), w.consults(), w.informs(), w.proves());
    }

    private static Inquiry inquiry(Random random) {
        boolean honest = random.nextInt(3) > 0;
        LocalDateTime closed = DECLARED.plusHours(100);
        return new Inquiry(
                pick(random, honest, "closed", "open", "Closed", "closd"),
                honest ? closed : closed.plusHours(random.nextInt(100) - 20),
                pick(random, honest, "cleo.sec", "ada.po", "nobody"),
                pick(random, honest, "ada.po", "cleo.sec", "nobody"),
                pick(random, honest, "change", "unknown", "chnge"),
                honest || random.nextInt(4) > 0,
                pick(random, honest, "prevent", "detect"),
                pick(random, honest, "2026-03-18", "", "2026-03-30"),
                random.nextBoolean() ? "yes" : "");
    }

    private static String pick(Random random, boolean honest, String good, String... bad) {
        return honest || random.nextInt(5) > 0 ? good : bad[random.nextInt(bad.length)];
    }

    /** The contract once more, as short as can be. */
    private static boolean accepts(List<Wish> wishes, @Nullable Inquiry inquiry) {
        String state = "declared";
        String owner = "ada.po";
        LocalDateTime last = DECLARED;
        for (Wish w : wishes) {
            boolean isLast = w.equals(wishes.get(wishes.size() - 1));
            boolean changes = w.state() != null || w.owner() != null || w.resumes();
            boolean mustConsult = "restored".equals(w.state()) || w.resumes();
            if (w.at().isBefore(last)
                    || w.by() == null
                    || (changes && !w.by().equals(owner))
                    || (mustConsult && !w.consults())
                    || ((w.state() != null || w.resumes()) && !w.informs())
                    || ("restored".equals(w.state()) && (!w.proves() || !state.equals("restoring")))
                    || "operational".equals(w.state())
                    || "restord".equals(w.state())
                    || "nobody".equals(w.owner())
                    || (w.resumes() && !isLast)) {
                return false;
            }
            last = w.at();
            state = w.state() == null ? state : w.state();
            owner = w.owner() == null ? owner : w.owner();
        }
        Wish end = wishes.get(wishes.size() - 1);
        return end.resumes() && state.equals("restored") && inquiry != null && inquiry.accepts(end.at());
    }

    private static Verdict verdict(Path content) throws ContentProblem {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Library library = LibraryReader.read(content, threads);
            return new Checker(Rulebook.all()).check(library, Instant.parse("2026-06-01T00:00:00Z"), List.of());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void write(Path content, String path, String text) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
