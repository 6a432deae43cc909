package dev.allclear.check;

import dev.allclear.model.Course;
import dev.allclear.model.Figures;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.Lifecycle;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was found out about one incident from itself and the premises alone. It holds as long as these do. */
final class Examination {

    private final Incident incident;
    private final Course course;
    private final Figures figures;
    private final Window window = new Window();
    private final IdentityHashMap<Rule, List<Objection>> objections = new IdentityHashMap<>();
    private final Map<Object, Object> made = new HashMap<>();

    Examination(Incident incident, Library settings) {
        this.incident = incident;
        this.course =
                Lifecycle.fold(incident, settings.systems(), settings.people().keySet());
        this.figures = Figures.of(incident, course, settings.systems());
    }

    /** Whether it would come to the same at this time. */
    boolean holdsAt(Instant now) {
        return window.contains(now);
    }

    Course course() {
        return course;
    }

    Figures figures() {
        return figures;
    }

    /** What a rule objects to in the incident. */
    List<Objection> objections(IncidentRule rule, Library settings, Instant now) {
        List<Objection> known = objections.get(rule);
        if (known == null) {
            Findings findings = new Findings(rule.card());
            rule.check(incident, course, new Premises(settings, now, window), findings.about(incident.id()));
            known = List.copyOf(findings.all());
            objections.put(rule, known);
        }
        return known;
    }

    /** What a rule makes of the incident alone, made once. */
    @SuppressWarnings("unchecked")
    <T> T made(Object key, Function<Incident, T> how) {
        return (T) made.computeIfAbsent(key, k -> how.apply(incident));
    }
}
