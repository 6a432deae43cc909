package dev.allclear.report;

import dev.allclear.model.Account;
import dev.allclear.model.Course;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Library;
import dev.allclear.model.Measure;
import dev.allclear.model.Named;
import dev.allclear.model.Person;
import dev.allclear.model.SprintState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One open incident for its Product Owner. */
final class StatusEntry {

    private final Library library;
    private final Instant now;
    private final ZoneId zone;
    private final Paint paint;
    private final Lines out;

    StatusEntry(Library library, Instant now, ZoneId zone, Paint paint, Lines out) {
        this.library = library;
        this.now = now;
        this.zone = zone;
        this.paint = paint;
        this.out = out;
    }

    /** Everything that the Product Owner needs, what is to be done last. */
    void print(Account account) {
        out.add("");
        title(account.incident());
        row("declared", declared(account));
        row("objective", objective(account));
        systems(account);
        row("decides", person(account.course().owner()));
        row("sprint", sprint(account));
        row("investigation", investigation(account.incident().investigation()));
        row("last decision", lastDecision(account.course()));
        blockers(account);
    }

    /** What is rehearsed and by whom. */
    void brief(Account account) {
        title(account.incident());
        systems(account);
        row("decides", person(account.course().owner()));
    }

    private void title(Incident incident) {
        out.add("", incident.title(), paint::bold);
        String what = Stream.of(incident.severity().value(), incident.kind().value())
                .filter(Objects::nonNull)
                .map(Named::word)
                .collect(Collectors.joining(", "));
        row("incident", incident.id() + (what.isEmpty() ? "" : " (" + what + ")"));
    }

    private String declared(Account account) {
        Instant declared = account.incident().declared().value();
        if (declared == null) {
            return "at a time that can't be read";
        }
        Duration ago = Duration.between(declared, now);
        return Clockwork.at(declared, zone)
                + (ago.isNegative() ? ", which is still to come" : ", " + Clockwork.length(ago) + " ago");
    }

    /** Against the tightest of its systems' objectives while one is down; what came of it once all are restored. */
    private String objective(Account account) {
        Measure restored = account.figures().restore();
        if (restored != null) {
            Duration objective = restored.objective();
            String against =
                    objective == null ? "" : (restored.missed() ? ", missed " : ", met ") + Clockwork.length(objective);
            return "restored after " + Clockwork.length(restored.took()) + against;
        }
        Duration rto = account.incident().systemIds().stream()
                .map(id -> library.systems().get(id))
                .filter(Objects::nonNull)
                .map(s -> s.rto().value())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant declared = account.incident().declared().value();
        if (rto == null || declared == null) {
            return "none known";
        }
        Duration left = Duration.between(now, declared.plus(rto));
        return "restored within " + Clockwork.length(rto) + ": "
                + (left.isNegative()
                        ? "missed by " + Clockwork.length(left.negated()) + " so far"
                        : Clockwork.length(left) + " left");
    }

    private void systems(Account account) {
        String label = "systems";
        for (String id : account.course().states().keySet()) {
            SystemUnderCare system = library.systems().get(id);
            String state = account.course().unclear().contains(id)
                    ? "can't be told, a decision is unreadable"
                    : account.state(id).word();
            row(label, (system == null ? id : system.display()) + ": " + state + since(account.course(), id));
            label = "";
        }
    }

    private String since(Course course, String system) {
        Instant since = null;
        for (Turn turn : course.turns()) {
            if (turn.before().get(system) != turn.after().get(system)) {
                since = turn.decision().at().value();
            }
        }
        return since == null || course.unclear().contains(system) ? "" : " since " + Clockwork.at(since, zone);
    }

    private static String sprint(Account account) {
        SprintState sprint = account.course().sprint();
        return sprint == SprintState.NONE
                ? "none"
                : account.incident().sprint().or("the one named") + ", " + sprint.word();
    }

    private String investigation(@Nullable Investigation investigation) {
        if (investigation == null) {
            return "missing: there is no root-cause.md";
        }
        return (investigation.isClosed() ? "closed" : "open") + ", led by "
                + person(investigation.lead().value());
    }

    private String lastDecision(Course course) {
        if (course.turns().isEmpty()) {
            return "none";
        }
        Decision last = course.turns().get(course.turns().size() - 1).decision();
        Instant at = last.at().value();
        return (at == null ? "at an unreadable time" : Clockwork.at(at, zone)) + ", " + last.title();
    }

    private void blockers(Account account) {
        if (account.blockers().isEmpty()) {
            row("next", "nothing blocks BAU: its Product Owner may resume it by a decision");
            return;
        }
        out.add("  " + paint.bold("Before BAU can resume:"));
        int width = String.valueOf(account.blockers().size()).length();
        int number = 1;
        for (String blocker : account.blockers()) {
            String label = String.valueOf(number++);
            out.add("    " + " ".repeat(width - label.length()) + label + ". ", blocker);
        }
    }

    private String person(@Nullable String id) {
        if (id == null) {
            return "nobody who can be told";
        }
        Person person = library.people().get(id);
        return person == null || person.display().equals(id) ? id : person.display() + " (" + id + ")";
    }

    private void row(String label, String words) {
        out.add("  " + label + " ".repeat(15 - label.length()), words);
    }
}
