package dev.allclear.report;

import dev.allclear.model.Account;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Library;
import dev.allclear.model.Measure;
import dev.allclear.model.Person;
import dev.allclear.model.SprintState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code allclear status}: what is disrupted, who decides, and what stands between each incident and BAU. */
public final class StatusReport {

    private static final Comparator<Account> LATEST_FIRST = Comparator.comparing(
                    (Account a) -> a.incident().declared().or(Instant.MIN))
            .reversed()
            .thenComparing(a -> a.incident().id());

    private final Paint paint;

    /** With or without colours. */
    public StatusReport(boolean colour) {
        this.paint = new Paint(colour);
    }

    /** The status at a time. */
    public String print(Library library, List<Account> accounts, Instant now) {
        ZoneId zone = library.site().zone().or(ZoneOffset.UTC);
        List<Account> open = accounts.stream()
                .filter(a -> a.isOpen() && !a.incident().isExercise())
                .sorted(LATEST_FIRST)
                .toList();
        StringBuilder out = new StringBuilder();
        if (open.isEmpty()) {
            out.append(paint.green("BAU: resumed.")).append(" No incident is open.\n");
            lastResumed(accounts, zone, out);
        } else {
            out.append(paint.red("BAU: suspended"))
                    .append(" by %d incident%s.\n".formatted(open.size(), open.size() == 1 ? "" : "s"));
            open.forEach(a -> incident(a, library, now, zone, out));
        }
        List<Account> rehearsals = accounts.stream()
                .filter(a -> a.isOpen() && a.incident().isExercise())
                .sorted(LATEST_FIRST)
                .toList();
        if (!rehearsals.isEmpty()) {
            out.append("\nExercises under way, which suspend nothing:\n");
            rehearsals.forEach(a -> incident(a, library, now, zone, out));
        }
        return out.toString();
    }

    private static void lastResumed(List<Account> accounts, ZoneId zone, StringBuilder out) {
        accounts.stream()
                .filter(a -> !a.incident().isExercise() && resumedAt(a) != null)
                .max(Comparator.comparing(a -> resumedAt(a) == null ? Instant.MIN : resumedAt(a)))
                .ifPresent(a -> {
                    Instant at = resumedAt(a);
                    out.append("The last was %s (%s), until %s.\n"
                            .formatted(
                                    Visible.line(a.incident().title()),
                                    a.incident().id(),
                                    at == null ? "?" : Clockwork.at(at, zone)));
                });
    }

    private static @Nullable Instant resumedAt(Account account) {
        Turn resumption = account.course().resumption();
        return account.isOpen() || resumption == null
                ? null
                : resumption.decision().at().value();
    }

    private void incident(Account account, Library library, Instant now, ZoneId zone, StringBuilder out) {
        Incident incident = account.incident();
        Course course = account.course();
        out.append('\n').append(paint.bold(Visible.line(incident.title()))).append('\n');
        row("incident", incident.id() + severity(incident), out);
        row("declared", declared(account, library, now, zone), out);
        course.states().forEach((id, state) -> {
            SystemUnderCare system = library.systems().get(id);
            row(
                    "system",
                    "%s: %s%s"
                            .formatted(
                                    system == null ? id : system.display(),
                                    course.unclear().contains(id)
                                            ? "not to be told"
                                            : account.state(id).word(),
                                    since(course, id, zone)),
                    out);
        });
        row("decides", person(course.owner(), library), out);
        if (course.sprint() != SprintState.NONE) {
            row("sprint", incident.sprint().or("") + " " + course.sprint().word(), out);
        }
        Investigation investigation = incident.investigation();
        row(
                "root cause",
                investigation == null
                        ? "not under investigation"
                        : "investigation " + (investigation.isClosed() ? "closed" : "open") + ", led by "
                                + person(investigation.lead().value(), library),
                out);
        if (!course.turns().isEmpty()) {
            Decision last = course.turns().get(course.turns().size() - 1).decision();
            Instant at = last.at().value();
            row("last", (at == null ? "" : Clockwork.at(at, zone) + "  ") + last.title(), out);
        }
        if (account.blockers().isEmpty()) {
            row("next", "Nothing stands in the way: the Product Owner may decide that BAU resumes.", out);
        } else {
            out.append("  What still has to be true before BAU may resume:\n");
            int number = 1;
            for (String blocker : account.blockers()) {
                out.append("    %d. %s\n".formatted(number++, Visible.line(blocker)));
            }
        }
    }

    private static String severity(Incident incident) {
        String severity = incident.severity().map(s -> s.word());
        String kind = incident.kind().map(k -> k.word());
        String text = (severity == null ? "" : severity) + (kind == null ? "" : " " + kind);
        return text.isBlank() ? "" : " (" + text.strip() + ")";
    }

    private static String declared(Account account, Library library, Instant now, ZoneId zone) {
        Instant declared = account.incident().declared().value();
        if (declared == null) {
            return "at a time that can't be read";
        }
        Measure restore = account.figures().restore();
        if (restore != null) {
            Duration objective = restore.objective();
            return "%s; restored after %s%s"
                    .formatted(
                            Clockwork.at(declared, zone),
                            Clockwork.length(restore.took()),
                            objective == null
                                    ? ""
                                    : ", objective %s %s"
                                            .formatted(
                                                    Clockwork.length(objective), restore.missed() ? "missed" : "met"));
        }
        Duration running = Duration.between(declared, now);
        Duration objective = null;
        for (String id : account.incident().systemIds()) {
            SystemUnderCare system = library.systems().get(id);
            Duration rto = system == null ? null : system.rto().value();
            objective = rto == null || (objective != null && objective.compareTo(rto) <= 0) ? objective : rto;
        }
        return "%s, %s ago%s"
                .formatted(
                        Clockwork.at(declared, zone),
                        Clockwork.length(running),
                        objective == null
                                ? ""
                                : running.compareTo(objective) > 0
                                        ? "; the objective of %s has passed".formatted(Clockwork.length(objective))
                                        : "; %s left of %s"
                                                .formatted(
                                                        Clockwork.length(objective.minus(running)),
                                                        Clockwork.length(objective)));
    }

    private static String since(Course course, String system, ZoneId zone) {
        Instant since = null;
        for (Turn turn : course.turns()) {
            if (turn.before().get(system) != turn.after().get(system)) {
                since = turn.decision().at().value();
            }
        }
        return since == null ? "" : " since " + Clockwork.at(since, zone);
    }

    private static String person(@Nullable String id, Library library) {
        if (id == null) {
            return "nobody who is known";
        }
        Person person = library.people().get(id);
        return person == null ? id : person.display() + " (" + id + ")";
    }

    private static void row(String name, String text, StringBuilder out) {
        out.append("  %-11s %s\n".formatted(name, Visible.line(text)));
    }
}
