package dev.allclear.report;

import dev.allclear.finding.Location;
import dev.allclear.model.Account;
import dev.allclear.model.Audience;
import dev.allclear.model.Bau;
import dev.allclear.model.BauChange;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Document;
import dev.allclear.model.DocumentKind;
import dev.allclear.model.EmergencySources;
import dev.allclear.model.Field;
import dev.allclear.model.Figures;
import dev.allclear.model.Impact;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.InvestigationStatus;
import dev.allclear.model.Library;
import dev.allclear.model.Lifecycle;
import dev.allclear.model.Person;
import dev.allclear.model.Prose;
import dev.allclear.model.Site;
import dev.allclear.model.StateSetting;
import dev.allclear.model.SystemState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An incident as it unfolds, for tests. */
final class Scene {

    static final Location AT = Location.startOf("content/x.md");
    static final Instant DECLARED = Instant.parse("2026-05-30T04:00:00Z");

    private static final Map<String, Person> PEOPLE = Map.of("maria.lopez", person("maria.lopez", "Maria Lopez"));
    private static final Map<String, SystemUnderCare> SYSTEMS = Map.of(
            "checkout", system("checkout", "Checkout", Duration.ofHours(4)),
            "payments", system("payments", "Payments", Duration.ofDays(3)));

    private final String id;
    private final String title;
    private final List<Decision> decisions = new ArrayList<>();
    private List<Word> systems = List.of(new Word("checkout", AT), new Word("payments", AT));
    private boolean exercise;
    private @Nullable Investigation investigation;

    Scene(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static Library library() {
        Site site = new Site(
                Field.absent(AT),
                Field.of(ZoneId.of("Australia/Sydney"), "Australia/Sydney", AT),
                Field.absent(AT),
                Field.absent(AT),
                Field.absent(AT),
                Map.of(),
                AT);
        return new Library(
                "content",
                site,
                PEOPLE,
                Map.of(),
                SYSTEMS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new EmergencySources(new TreeMap<>(), ""),
                List.of());
    }

    Scene exercise() {
        exercise = true;
        return this;
    }

    Scene withoutSystems() {
        systems = List.of();
        return this;
    }

    Scene investigation(@Nullable InvestigationStatus status) {
        investigation = new Investigation(
                document(DocumentKind.ROOT_CAUSE),
                true,
                status == null ? Field.unreadable("clozed", AT) : Field.of(status, status.word(), AT),
                text("li.security"),
                Field.absent(AT),
                Field.absent(AT),
                Field.absent(AT),
                Field.absent(AT),
                null,
                List.of(),
                null,
                List.of());
        return this;
    }

    /** A decision so many hours after the declaration, for one system or for all. */
    Scene set(int hours, String heading, @Nullable String system, SystemState state) {
        StateSetting setting =
                new StateSetting(system == null ? null : new Word(system, AT), Field.of(state, state.word(), AT));
        return decide(hours, heading, Field.of(List.of(setting), state.word(), AT), Field.absent(AT));
    }

    Scene resume(int hours) {
        return decide(hours, "Resume", Field.absent(AT), Field.of(BauChange.RESUMED, "resumed", AT));
    }

    Account account(Bau bau, Map<String, String> blockers) {
        Incident incident = incident();
        Course course = Lifecycle.fold(incident, SYSTEMS, PEOPLE.keySet());
        return new Account(
                incident,
                course,
                Figures.of(incident, course, SYSTEMS),
                bau,
                List.copyOf(blockers.keySet()),
                List.copyOf(blockers.values()));
    }

    private Incident incident() {
        DecisionLog log =
                new DecisionLog(document(DocumentKind.DECISIONS), new Prose(List.of(), ""), List.copyOf(decisions), AT);
        return new Incident(
                id,
                document(DocumentKind.INCIDENT),
                Field.of(DisasterKind.SECURITY, "security", AT),
                Field.of(Impact.CRITICAL, "critical", AT),
                Field.of(systems, "…", AT),
                Field.absent(AT),
                Field.of(DECLARED, "…", AT),
                text("maria.lopez"),
                text("Sprint 41"),
                Field.absent(AT),
                Field.absent(AT),
                Field.of(exercise, String.valueOf(exercise), AT),
                List.of(),
                false,
                log,
                investigation);
    }

    private Scene decide(int hours, String heading, Field<List<StateSetting>> states, Field<BauChange> bau) {
        decisions.add(new Decision(
                heading,
                heading,
                "d",
                Field.of(DECLARED.plus(Duration.ofHours(hours)), "…", AT),
                text("maria.lopez"),
                states,
                Field.absent(AT),
                Field.absent(AT),
                bau,
                Field.absent(AT),
                Field.absent(AT),
                Field.absent(AT),
                Field.absent(AT),
                "",
                "",
                AT,
                AT));
        return this;
    }

    private Document document(DocumentKind kind) {
        return new Document(
                kind,
                "incidents/" + id + "/" + kind.word() + ".md",
                "incidents/" + id + "/" + kind.word() + ".html",
                title,
                Audience.INTERNAL,
                List.of(),
                List.of(),
                new Prose(List.of(), ""),
                List.of(),
                List.of(),
                new java.util.TreeSet<>(),
                AT);
    }

    private static Field<String> text(String text) {
        return Field.of(text, text, AT);
    }

    private static Person person(String id, String name) {
        return new Person(id, text(name), Field.absent(AT), Field.absent(AT), AT);
    }

    private static SystemUnderCare system(String id, String name, Duration rto) {
        return new SystemUnderCare(
                id, text(name), text("maria.lopez"), Field.of(rto, "…", AT), Field.absent(AT), List.of(), AT);
    }
}
