package dev.allclear.check;

import dev.allclear.model.Course;
import dev.allclear.model.Document;
import dev.allclear.model.Figures;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.Reachability;
import dev.allclear.model.TemplateReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every rule may look at: the library, the courses of its incidents, the time of the build, what was published. */
public final class Context extends Premises {

    private final Library library;
    private final IdentityHashMap<Incident, Examination> examinations = new IdentityHashMap<>();
    private final Instant now;
    private final List<PublishedVersion> published;
    private final TemplateReading templates;
    private final Map<String, Reachability> external;
    private final Collection<String> rules;
    private final List<Document> documents;
    private final List<Examination> inOrder = new ArrayList<>();
    private final Map<Object, Object> kept = new HashMap<>();
    private Map<Object, Object> keptBefore;

    /**
     * The context of a check.
     *
     * @param before that of the check before; what was found out then and holds still is not found out again
     */
    Context(
            Library library,
            Instant now,
            List<PublishedVersion> published,
            TemplateReading templates,
            Map<String, Reachability> external,
            Collection<String> rules,
            @Nullable Context before) {
        super(library, now, new Window());
        this.library = library;
        this.now = now;
        this.published = List.copyOf(published);
        this.templates = templates;
        this.external = Map.copyOf(external);
        this.rules = List.copyOf(rules);
        boolean same = before != null && Premises.areSame(before.library, library);
        for (Incident incident : library.incidents()) {
            Examination known = before == null || !same ? null : before.examinations.get(incident);
            Examination examination = known == null || !known.holdsAt(now) ? new Examination(incident, library) : known;
            examinations.put(incident, examination);
            inOrder.add(examination);
        }
        this.documents = List.copyOf(library.everyDocument());
        this.keptBefore = before == null ? Map.of() : before.kept;
    }

    /** Everything that the content says. */
    public Library library() {
        return library;
    }

    /** Every Markdown document of it. */
    public List<Document> documents() {
        return documents;
    }

    /** The versions that have been published, oldest first. */
    public List<PublishedVersion> published() {
        return published;
    }

    /** What is known of the templates that the library is to be shown with. */
    public TemplateReading templates() {
        return templates;
    }

    /** What other sites said of the addresses that documents link to; nothing if nobody was asked. */
    public Map<String, Reachability> external() {
        return external;
    }

    /** The highest version of a playbook that a published version holds; 0 if none does, or holds it without a number. */
    public int publishedVersion(String playbook) {
        int highest = 0;
        for (PublishedVersion version : published) {
            PublishedPlaybook there = version.playbooks().get(playbook);
            highest = Math.max(highest, there == null ? 0 : there.version());
        }
        return highest;
    }

    /** The ids of all rules. */
    public Collection<String> rules() {
        return rules;
    }

    /** The course of an incident of the library. */
    public Course course(Incident incident) {
        return examination(incident).course();
    }

    /** What can be computed from the times of an incident of the library. */
    Figures figures(Incident incident) {
        return examination(incident).figures();
    }

    /** Has a rule look at each incident. */
    void examine(IncidentRule rule, Findings findings) {
        for (Examination examination : inOrder) {
            findings.addAll(examination.objections(rule, library, now));
        }
    }

    /**
     * What a rule makes of an incident and of nothing else; made once as long as the incident is the same.
     *
     * @param rule who asks
     */
    public <T> T once(Rule rule, Incident incident, Function<Incident, T> how) {
        return examination(incident).made(rule, how);
    }

    /**
     * What a rule keeps from one check for the next.
     *
     * @param key who keeps it, or what it is
     * @param how makes it, from that of the check before if there was one
     */
    @SuppressWarnings("unchecked")
    public <T> T kept(Object key, Function<Optional<T>, T> how) {
        Object known = kept.get(key);
        if (known == null) {
            known = how.apply(Optional.ofNullable((T) keptBefore.get(key)));
            kept.put(key, known);
        }
        return (T) known;
    }

    /** Lets go of the check before. */
    void forgetBefore() {
        keptBefore = Map.of();
    }

    private Examination examination(Incident incident) {
        Examination examination = examinations.get(incident);
        if (examination == null) {
            throw new IllegalArgumentException("not an incident of this library: " + incident.id());
        }
        return examination;
    }
}
