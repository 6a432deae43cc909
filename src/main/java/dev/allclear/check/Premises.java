package dev.allclear.check;

import dev.allclear.model.Group;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.Person;
import dev.allclear.model.Site;
import dev.allclear.model.SystemUnderCare;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a rule that looks at one incident may know besides it: what the settings say, and the time of the build. It sees
 * nothing of other documents, so what it says of an incident holds as long as the incident and these do.
 */
public class Premises {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Library settings;
    private final Instant now;
    private final Window window;

    /**
     * The premises of a library.
     *
     * @param window is told what was asked about the time
     */
    Premises(Library library, Instant now, Window window) {
        this.settings = library;
        this.now = now;
        this.window = window;
    }

    /** Whether other premises say the same, the time aside. */
    static boolean areSame(Library one, Library other) {
        return one.content().equals(other.content())
                && one.site().equals(other.site())
                && inOrder(one.people()).equals(inOrder(other.people()))
                && inOrder(one.groups()).equals(inOrder(other.groups()))
                && inOrder(one.systems()).equals(inOrder(other.systems()));
    }

    /** A map as a list: two maps are equal in any order, and hints follow the order. */
    private static <T> List<T> inOrder(Map<String, T> map) {
        return List.copyOf(map.values());
    }

    /** The name of the content folder. */
    public String content() {
        return settings.content();
    }

    /** {@code site.yaml}. */
    public Site site() {
        return settings.site();
    }

    /** The people by id. */
    public Map<String, Person> people() {
        return settings.people();
    }

    /** The groups by id. */
    public Map<String, Group> groups() {
        return settings.groups();
    }

    /** The systems by id. */
    public Map<String, SystemUnderCare> systems() {
        return settings.systems();
    }

    /** The ids of the people whom this word names: one person, or the known members of a group. */
    public Collection<String> peopleNamed(String word) {
        return settings.peopleNamed(word);
    }

    /** The time of the build, to be shown. To compare with it, ask for that: an answer often outlasts the moment. */
    public Instant now() {
        return window.now(now);
    }

    /** Whether a time is later than the time of the build. */
    public boolean isFuture(Instant time) {
        return window.isAfter(time, now);
    }

    /** Whether a time is earlier than the time of the build. */
    public boolean isPast(Instant time) {
        return window.isBefore(time, now);
    }

    /** The day of the build in the site's time zone. */
    public LocalDate today() {
        return window.day(now, zone());
    }

    /** Whether a word is the id of a known person. */
    public boolean isPerson(String id) {
        return people().containsKey(id);
    }

    /** Whether anybody is known at all. If not, that is one fault, and not one of every place that names somebody. */
    public boolean knowsPeople() {
        return !people().isEmpty();
    }

    /** Whether any system is known at all. */
    public boolean knowsSystems() {
        return !systems().isEmpty();
    }

    /** Whether an incident's record says anything; if not, that is one fault, and not one of every decision. */
    public boolean hasRecord(Incident incident) {
        return incident.systems().isPresent() || incident.declared().isPresent();
    }

    /** The site's time zone; UTC if it is not known, which is a finding. */
    public ZoneId zone() {
        return site().zone().or(ZoneOffset.UTC);
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
