package dev.allclear.changes;

import dev.allclear.model.PublishedDecision;
import dev.allclear.model.PublishedIncident;
import dev.allclear.model.PublishedPerson;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedSystem;
import dev.allclear.model.PublishedVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different in one version from another.
 *
 * @param playbooks the playbooks that are new, gone or different, by id
 * @param incidents the incidents to which something happened, in the order of the later version
 * @param decisions the decisions that were taken, in the order of their logs
 * @param people who is new, gone or different, by id; null if the earlier version says nothing of people
 * @param systems what is new, gone or different, by id
 */
public record Changes(
        List<Change<PublishedPlaybook>> playbooks,
        List<Happening> incidents,
        List<Taken> decisions,
        @Nullable List<Change<PublishedPerson>> people,
        List<Change<PublishedSystem>> systems) {

    /**
     * Something that is new, gone or different.
     *
     * @param id its id
     * @param before what it was; null if it is new
     * @param after what it is; null if it is gone
     */
    public record Change<T>(
            String id, @Nullable T before, @Nullable T after) {}

    /** What can happen to an incident. */
    public enum Event {
        DECLARED,
        RESTORED,
        BROKEN_AGAIN,
        CLOSED,
        REOPENED,
        RESUMED,
        SUSPENDED_AGAIN,
        GONE
    }

    /**
     * What happened to an incident.
     *
     * @param id its id
     * @param incident the incident as it is, or was if it is gone
     * @param events what happened, in the order in which it does
     */
    public record Happening(String id, PublishedIncident incident, List<Event> events) {}

    /**
     * A decision that the earlier version does not have.
     *
     * @param incident the incident's id
     * @param index its place in the log, from 0
     * @param decision the decision
     */
    public record Taken(String incident, int index, PublishedDecision decision) {}

    /** Compares two versions. */
    public static Changes between(PublishedVersion before, PublishedVersion after) {
        List<Happening> incidents = new ArrayList<>();
        List<Taken> decisions = new ArrayList<>();
        after.incidents().forEach((id, incident) -> {
            PublishedIncident old = before.incidents().get(id);
            List<Event> events = events(old, incident);
            if (!events.isEmpty()) {
                incidents.add(new Happening(id, incident, events));
            }
            Set<String> known = new HashSet<>();
            if (old != null) {
                old.decisions().forEach(d -> known.add(d.digest()));
            }
            for (int i = 0; i < incident.decisions().size(); i++) {
                PublishedDecision decision = incident.decisions().get(i);
                if (!known.contains(decision.digest())) {
                    decisions.add(new Taken(id, i, decision));
                }
            }
        });
        before.incidents().forEach((id, incident) -> {
            if (!after.incidents().containsKey(id)) {
                incidents.add(new Happening(id, incident, List.of(Event.GONE)));
            }
        });
        return new Changes(
                playbooks(before, after),
                List.copyOf(incidents),
                List.copyOf(decisions),
                before.people() == null || after.people() == null ? null : compare(before.people(), after.people()),
                compare(before.systems(), after.systems()));
    }

    /** Whether nothing is different, as far as that can be told. */
    public boolean isEmpty() {
        return playbooks.isEmpty()
                && incidents.isEmpty()
                && decisions.isEmpty()
                && (people == null || people.isEmpty())
                && systems.isEmpty();
    }

    private static List<Event> events(@Nullable PublishedIncident before, PublishedIncident after) {
        List<Event> events = new ArrayList<>();
        if (before == null) {
            events.add(Event.DECLARED);
        }
        add(before != null && before.restored(), after.restored(), Event.RESTORED, Event.BROKEN_AGAIN, events);
        add(before != null && before.closed(), after.closed(), Event.CLOSED, Event.REOPENED, events);
        add(before != null && before.resumed(), after.resumed(), Event.RESUMED, Event.SUSPENDED_AGAIN, events);
        return List.copyOf(events);
    }

    private static void add(boolean before, boolean after, Event now, Event noMore, List<Event> events) {
        if (before != after) {
            events.add(after ? now : noMore);
        }
    }

    /** A text that one of the two does not hold says nothing of a difference. */
    private static List<Change<PublishedPlaybook>> playbooks(PublishedVersion before, PublishedVersion after) {
        List<Change<PublishedPlaybook>> changes = new ArrayList<>();
        for (Change<PublishedPlaybook> change : compare(before.playbooks(), after.playbooks())) {
            PublishedPlaybook old = change.before();
            PublishedPlaybook now = change.after();
            if (old == null
                    || now == null
                    || old.version() != now.version()
                    || !old.digest().equals(now.digest())
                    || !old.title().equals(now.title())
                    || (old.text() != null && now.text() != null && !old.text().equals(now.text()))) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }

    private static <T> List<Change<T>> compare(Map<String, T> before, Map<String, T> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<Change<T>> changes = new ArrayList<>();
        for (String id : ids) {
            T old = before.get(id);
            T now = after.get(id);
            if (!Objects.equals(old, now)) {
                changes.add(new Change<>(id, old, now));
            }
        }
        return List.copyOf(changes);
    }
}
