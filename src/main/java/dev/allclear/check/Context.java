package dev.allclear.check;

import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.Lifecycle;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.Reachability;
import dev.allclear.model.TemplateLink;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every rule may look at: the library, the courses of its incidents, the time of the build, what was published. */
public final class Context {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Library library;
    private final Map<String, Course> courses = new HashMap<>();
    private final Instant now;
    private final List<PublishedVersion> published;
    private final List<TemplateLink> templateLinks;
    private final Map<String, Reachability> external;
    private final Collection<String> rules;

    Context(
            Library library,
            Instant now,
            List<PublishedVersion> published,
            List<TemplateLink> templateLinks,
            Map<String, Reachability> external,
            Collection<String> rules) {
        this.library = library;
        this.now = now;
        this.published = List.copyOf(published);
        this.templateLinks = List.copyOf(templateLinks);
        this.external = Map.copyOf(external);
        this.rules = List.copyOf(rules);
        for (Incident incident : library.incidents()) {
            courses.put(
                    incident.id(),
                    Lifecycle.fold(incident, library.systems(), library.people().keySet()));
        }
    }

    /** Everything that the content says. */
    public Library library() {
        return library;
    }

    /** The time of the build. */
    public Instant now() {
        return now;
    }

    /** The versions that have been published, oldest first. */
    public List<PublishedVersion> published() {
        return published;
    }

    /** The links that templates write out themselves. */
    public List<TemplateLink> templateLinks() {
        return templateLinks;
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
        Course course = courses.get(incident.id());
        if (course == null) {
            throw new IllegalArgumentException("not an incident of this library: " + incident.id());
        }
        return course;
    }

    /** Whether a word is the id of a known person. */
    public boolean isPerson(String id) {
        return library.people().containsKey(id);
    }

    /** Whether anybody is known at all. If not, that is one fault, and not one of every place that names somebody. */
    public boolean knowsPeople() {
        return !library.people().isEmpty();
    }

    /** Whether any system is known at all. */
    public boolean knowsSystems() {
        return !library.systems().isEmpty();
    }

    /** Whether an incident's record says anything; if not, that is one fault, and not one of every decision. */
    public boolean hasRecord(Incident incident) {
        return incident.systems().isPresent() || incident.declared().isPresent();
    }

    /** The site's time zone; UTC if it is not known, which is a finding. */
    public ZoneId zone() {
        return library.site().zone().or(ZoneOffset.UTC);
    }

    /** The day of a moment in the site's time zone. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    /** A moment as messages show it. */
    public String shown(Instant instant) {
        ZonedDateTime time = instant.atZone(zone());
        return (time.getSecond() == 0 ? SHOWN : TO_THE_SECOND).format(time);
    }

    /** A duration as messages show it: {@code 2 d 3 h}, {@code 1 h 30 min}. */
    public String shown(Duration duration) {
        long minutes = duration.toMinutes();
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        long rest = minutes % 60;
        StringBuilder text = new StringBuilder();
        text.append(days > 0 ? days + " d " : "").append(hours > 0 ? hours + " h " : "");
        return text.append(rest > 0 || text.isEmpty() ? rest + " min" : "")
                .toString()
                .strip();
    }
}
