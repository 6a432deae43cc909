package dev.allclear.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.finding.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    private static final Location AT = Location.startOf("content/x.md");
    private static final Instant DECLARED = Instant.parse("2026-03-14T03:00:00Z");
    private static final Set<String> PEOPLE = Set.of("ada", "ben", "cleo");
    private static final Set<SystemState> FIVE = EnumSet.of(
            SystemState.DEGRADED,
            SystemState.READ_ONLY,
            SystemState.MAINTENANCE,
            SystemState.OFFLINE,
            SystemState.RESTORING);

    @Test
    void everySystemIsDeclaredUntilADecisionSaysMore() {
        Course course = fold(incident(List.of("tills", "cards"), null));
        assertEquals(Map.of("tills", SystemState.DECLARED, "cards", SystemState.DECLARED), course.states());
        assertFalse(course.isRestored());
        assertEquals(SprintState.NONE, course.sprint());
        assertNull(course.resumption());
    }

    @ParameterizedTest
    @EnumSource(SystemState.class)
    void restoredFollowsOnlyRestoring(SystemState before) {
        if (!before.canBeDecided() || before == SystemState.RESTORED) {
            return;
        }
        Course course = fold(incident(List.of("tills"), null, all(before), all(SystemState.RESTORED)));
        assertEquals(SystemState.RESTORED, course.states().get("tills"), "what was claimed is shown");
        assertEquals(
                before == SystemState.RESTORING ? List.of() : List.of(Refusal.Reason.NOT_RESTORING_BEFORE),
                reasons(course));
    }

    @Test
    void anyOfTheFiveMayFollowAnyOther() {
        for (SystemState first : FIVE) {
            for (SystemState second : FIVE) {
                assertEquals(List.of(), reasons(fold(incident(List.of("tills"), null, all(first), all(second)))));
            }
        }
    }

    @Test
    void itMayBreakAgain() {
        Course course = fold(incident(
                List.of("tills"),
                null,
                all(SystemState.RESTORING),
                all(SystemState.RESTORED),
                all(SystemState.OFFLINE),
                all(SystemState.RESTORING),
                all(SystemState.RESTORED)));
        assertEquals(List.of(), reasons(course));
        assertEquals(DECLARED.plus(Duration.ofHours(5)), course.restoredAt("tills"), "restored for good, not before");
        assertEquals(course.restoredAt("tills"), course.restoredAt());
    }

    @Test
    void restoredDoesNotFollowRestoredNorTheDeclaration() {
        assertEquals(
                List.of(Refusal.Reason.NOT_RESTORING_BEFORE),
                reasons(fold(incident(List.of("tills"), null, all(SystemState.RESTORED)))));
        assertEquals(
                List.of(Refusal.Reason.NOT_RESTORING_BEFORE),
                reasons(fold(incident(
                        List.of("tills"),
                        null,
                        all(SystemState.RESTORING),
                        all(SystemState.RESTORED),
                        all(SystemState.RESTORED)))));
    }

    @Test
    void conclusionsCantBeDecided() {
        for (SystemState state : List.of(SystemState.OPERATIONAL, SystemState.DECLARED)) {
            Course course = fold(incident(List.of("tills"), null, all(state)));
            assertEquals(List.of(Refusal.Reason.NOT_A_DECISION), reasons(course));
            assertFalse(course.isRestored());
        }
    }

    @Test
    void systemsGoTheirOwnWays() {
        Course course = fold(incident(
                List.of("tills", "cards"),
                null,
                all(SystemState.OFFLINE),
                one("tills", SystemState.RESTORING),
                one("tills", SystemState.RESTORED)));
        assertEquals(SystemState.RESTORED, course.states().get("tills"));
        assertEquals(SystemState.OFFLINE, course.states().get("cards"));
        assertFalse(course.isRestored());
        assertNull(course.restoredAt());
        assertEquals(List.of(), reasons(course));
    }

    @Test
    void whatCantBeReadIsUnclearUntilItIsSetAgain() {
        Decision unreadable = new Draft().state(Field.unreadable("restord", AT)).decision();
        Course course = fold(incident(List.of("tills"), null, all(SystemState.RESTORING), unreadable));
        assertEquals(Set.of("tills"), course.unclear());
        assertFalse(course.isRestored());
        Course again = fold(
                incident(List.of("tills"), null, all(SystemState.RESTORING), unreadable, all(SystemState.RESTORED)));
        assertEquals(Set.of(), again.unclear());
        assertEquals(List.of(), reasons(again), "nothing is refused after what has a finding of its own");
    }

    @Test
    void theOwnerIsNamedOrTheSystemsHaveTheSame() {
        assertEquals("ada", fold(incident(List.of("tills", "cards"), null)).firstOwner());
        assertNull(fold(incident(List.of("tills", "ledger"), null)).firstOwner());
        assertNull(fold(incident(List.of("nothing"), null)).firstOwner());
        Incident named = withOwner(incident(List.of("tills", "ledger"), null), "ben");
        assertEquals("ben", fold(named).firstOwner());
    }

    @Test
    void anIncidentIsHandedOverToSomebodyWhoIsKnown() {
        Decision over = new Draft().owner("cleo").decision();
        Course course = fold(incident(List.of("tills"), null, over, all(SystemState.OFFLINE)));
        assertEquals("ada", course.turns().get(0).owner());
        assertEquals("cleo", course.turns().get(1).owner());
        assertEquals("cleo", course.owner());
        Decision lost = new Draft().owner("nobody").decision();
        assertEquals("ada", fold(incident(List.of("tills"), null, lost)).owner());
    }

    @Test
    void aSprintIsCancelledOnceAndOnlyIfThereIsOne() {
        Decision cancel = new Draft().sprint(SprintChange.CANCELLED).decision();
        Decision goOn = new Draft().sprint(SprintChange.CONTINUES).decision();
        assertEquals(
                SprintState.RUNNING,
                fold(incident(List.of("tills"), "Sprint 1")).sprint());
        assertEquals(
                SprintState.CANCELLED,
                fold(incident(List.of("tills"), "Sprint 1", goOn, cancel)).sprint());
        assertEquals(
                List.of(Refusal.Reason.CANCELLED_TWICE),
                reasons(fold(incident(List.of("tills"), "Sprint 1", cancel, cancel))));
        assertEquals(
                List.of(Refusal.Reason.CONTINUES_AFTER_CANCELLED),
                reasons(fold(incident(List.of("tills"), "Sprint 1", cancel, goOn))));
        assertEquals(List.of(Refusal.Reason.NO_SPRINT), reasons(fold(incident(List.of("tills"), null, cancel))));
    }

    @Test
    void nothingFollowsOnceBauIsSaidToHaveResumed() {
        Decision resume = new Draft().resume().decision();
        Course course = fold(incident(
                List.of("tills"),
                null,
                all(SystemState.RESTORING),
                all(SystemState.RESTORED),
                resume,
                new Draft().decision(),
                resume));
        assertEquals(course.turns().get(2), course.resumption());
        assertEquals(List.of(Refusal.Reason.AFTER_BAU, Refusal.Reason.AFTER_BAU), reasons(course));
    }

    @Test
    void figuresAreMeasuredAgainstTheObjectiveThatWasMetWorst() {
        Incident incident = incident(
                List.of("tills", "cards"),
                null,
                all(SystemState.RESTORING),
                one("tills", SystemState.RESTORED),
                one("cards", SystemState.RESTORED));
        Figures figures = Figures.of(incident, fold(incident), SYSTEMS);
        assertEquals(new Measure(Duration.ofHours(2), Duration.ofHours(1)), figures.restore());
        assertTrue(Objects.requireNonNull(figures.restore()).missed(), "tills took two hours of one");
        assertNull(figures.declare(), "nobody wrote when harm began");
        assertNull(figures.resume());
    }

    private static final Map<String, SystemUnderCare> SYSTEMS = Map.of(
            "tills",
            system("tills", "ada", 1),
            "cards",
            system("cards", "ada", 8),
            "ledger",
            system("ledger", "ben", 8));

    private static SystemUnderCare system(String id, String owner, int hours) {
        return new SystemUnderCare(
                id,
                Field.of(id, id, AT),
                Field.of(owner, owner, AT),
                Field.of(Duration.ofHours(hours), hours + "h", AT),
                Field.absent(AT),
                List.of(),
                AT);
    }

    private static Course fold(Incident incident) {
        return Lifecycle.fold(incident, SYSTEMS, PEOPLE);
    }

    private static List<Refusal.Reason> reasons(Course course) {
        List<Refusal.Reason> reasons = new ArrayList<>();
        course.turns().forEach(t -> t.refusals().forEach(r -> reasons.add(r.reason())));
        return reasons;
    }

    private static Decision all(SystemState state) {
        return new Draft().state(Field.of(state, state.word(), AT)).decision();
    }

    private static Decision one(String system, SystemState state) {
        return new Draft().only(system).state(Field.of(state, state.word(), AT)).decision();
    }

    /** A decision in the making. */
    private static final class Draft {

        private @Nullable Word system;
        private Field<List<StateSetting>> states = Field.absent(AT);
        private Field<SprintChange> sprint = Field.absent(AT);
        private Field<String> owner = Field.absent(AT);
        private Field<BauChange> bau = Field.absent(AT);

        Draft only(String id) {
            system = new Word(id, AT);
            return this;
        }

        Draft state(Field<SystemState> state) {
            states = Field.of(List.of(new StateSetting(system, state)), "state", AT);
            return this;
        }

        Draft sprint(SprintChange change) {
            sprint = Field.of(change, change.word(), AT);
            return this;
        }

        Draft owner(String id) {
            owner = Field.of(id, id, AT);
            return this;
        }

        Draft resume() {
            bau = Field.of(BauChange.RESUMED, "resumed", AT);
            return this;
        }

        Decision decision() {
            return at(DECLARED);
        }

        Decision at(Instant time) {
            return new Decision(
                    "Decision",
                    "Decision",
                    "decision",
                    Field.of(time, time.toString(), AT),
                    Field.of("ada", "ada", AT),
                    states,
                    sprint,
                    owner,
                    bau,
                    Field.absent(AT),
                    Field.absent(AT),
                    Field.absent(AT),
                    Field.absent(AT),
                    "",
                    "",
                    AT,
                    AT);
        }
    }

    /** The decisions are one hour apart, the first one hour after the declaration. */
    private static Incident incident(List<String> systems, @Nullable String sprint, Decision... decisions) {
        List<Decision> log = new ArrayList<>();
        for (Decision d : decisions) {
            Instant at = DECLARED.plus(Duration.ofHours(log.size() + 1));
            log.add(new Decision(
                    d.title(),
                    d.titleHtml(),
                    d.id(),
                    Field.of(at, at.toString(), AT),
                    d.by(),
                    d.system(),
                    d.sprint(),
                    d.owner(),
                    d.bau(),
                    d.consulted(),
                    d.informed(),
                    d.evidence(),
                    d.playbook(),
                    d.html(),
                    d.digest(),
                    d.heading(),
                    d.record()));
        }
        Document document = new Document(
                DocumentKind.INCIDENT,
                "incidents/x/incident.md",
                "incidents/x/incident.html",
                "X",
                Audience.INTERNAL,
                List.of(),
                List.of(),
                new Prose(List.of(), ""),
                List.of(),
                List.of(),
                new java.util.TreeSet<>(),
                AT);
        return new Incident(
                "x",
                document,
                Field.absent(AT),
                Field.absent(AT),
                Field.of(systems.stream().map(s -> new Word(s, AT)).toList(), "systems", AT),
                Field.absent(AT),
                Field.of(DECLARED, DECLARED.toString(), AT),
                Field.absent(AT),
                sprint == null ? Field.absent(AT) : Field.of(sprint, sprint, AT),
                Field.absent(AT),
                Field.absent(AT),
                Field.absent(AT),
                List.of(),
                false,
                new DecisionLog(document, new Prose(List.of(), ""), log, AT),
                null);
    }

    private static Incident withOwner(Incident i, String owner) {
        return new Incident(
                i.id(),
                i.document(),
                i.kind(),
                i.severity(),
                i.systems(),
                i.started(),
                i.declared(),
                Field.of(owner, owner, AT),
                i.sprint(),
                i.playbooks(),
                i.recurrenceOf(),
                i.exercise(),
                i.timeline(),
                i.hasTimeline(),
                i.log(),
                i.investigation());
    }
}
