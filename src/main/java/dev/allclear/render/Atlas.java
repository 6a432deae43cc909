package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Decision;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.Person;
import dev.allclear.model.Playbook;
import dev.allclear.model.PlaybookRef;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import dev.allclear.model.Word;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that views look up, gathered once for a build: what belongs to what, and where its page is. */
final class Atlas {

    private static final Comparator<Account> LATEST_FIRST = Comparator.comparing(
                    (Account a) -> a.incident().declared().or(Instant.EPOCH))
            .reversed()
            .thenComparing(a -> a.incident().id());

    private final Library library;
    private final Map<String, Account> accounts;
    private final Edition edition;
    private final Words words;
    private final List<Account> latestFirst;
    private final Map<String, Playbook> playbooks = new LinkedHashMap<>();
    private final Map<String, List<Playbook>> playbooksBySystem = new HashMap<>();
    private final Map<String, List<Account>> accountsBySystem = new HashMap<>();
    private final Map<String, List<Account>> accountsByPlaybook = new HashMap<>();
    private final Map<String, List<Incident>> recurrences = new HashMap<>();
    private final Map<String, List<String>> neededBy = new HashMap<>();
    private final Map<String, String> systemPages;

    Atlas(Library library, Map<String, Account> accounts, Edition edition) {
        this.library = library;
        this.accounts = accounts;
        this.edition = edition;
        this.systemPages = SiteMap.systems(library);
        this.words = new Words(library.site().zone().or(ZoneOffset.UTC));
        this.latestFirst = accounts.values().stream().sorted(LATEST_FIRST).toList();
        for (Playbook playbook : library.playbooks()) {
            playbooks.put(playbook.id(), playbook);
            for (String system : distinct(playbook.systems())) {
                add(playbooksBySystem, system, playbook);
            }
        }
        for (Account account : latestFirst) {
            Incident incident = account.incident();
            incident.systemIds().forEach(s -> add(accountsBySystem, s, account));
            for (PlaybookRef ref : followed(incident)) {
                add(accountsByPlaybook, ref.id(), account);
            }
            String before = incident.recurrenceOf().value();
            if (before != null) {
                add(recurrences, before, incident);
            }
        }
        readDependencies();
    }

    private void readDependencies() {
        for (SystemUnderCare system : library.systems().values()) {
            for (String on : distinct(system.dependsOn())) {
                add(neededBy, on, system.id());
            }
        }
    }

    private static <T> void add(Map<String, List<T>> map, String key, T value) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    private static Set<String> distinct(List<Word> words) {
        Set<String> set = new LinkedHashSet<>();
        words.forEach(w -> set.add(w.text()));
        return set;
    }

    Library library() {
        return library;
    }

    Edition edition() {
        return edition;
    }

    Words words() {
        return words;
    }

    Instant now() {
        return edition.now();
    }

    /** The latest declared first. */
    List<Account> accounts() {
        return latestFirst;
    }

    Account account(Incident incident) {
        Account account = accounts.get(incident.id());
        if (account == null) {
            throw new IllegalArgumentException("no account of " + incident.id());
        }
        return account;
    }

    /** Incidents whose BAU is suspended, the latest first; exercises suspend nothing. */
    List<Account> open() {
        return latestFirst.stream()
                .filter(a -> a.isOpen() && !a.incident().isExercise())
                .toList();
    }

    @Nullable
    Playbook playbook(String id) {
        return playbooks.get(id);
    }

    List<Playbook> playbooksOf(String system) {
        return playbooksBySystem.getOrDefault(system, List.of());
    }

    List<Account> accountsOf(String system) {
        return accountsBySystem.getOrDefault(system, List.of());
    }

    List<Account> accountsWith(String playbook) {
        return accountsByPlaybook.getOrDefault(playbook, List.of());
    }

    List<Incident> recurrencesOf(Incident incident) {
        return recurrences.getOrDefault(incident.id(), List.of());
    }

    @Nullable
    Incident incident(@Nullable String id) {
        Account account = id == null ? null : accounts.get(id);
        return account == null ? null : account.incident();
    }

    List<String> neededBy(String system) {
        return neededBy.getOrDefault(system, List.of());
    }

    String systemPage(String id) {
        return systemPages.getOrDefault(id, SiteMap.SYSTEMS);
    }

    /** What was followed: named by the incident or started by a decision, each once. */
    List<PlaybookRef> followed(Incident incident) {
        Map<String, PlaybookRef> refs = new LinkedHashMap<>();
        for (PlaybookRef ref : incident.playbooks().or(List.of())) {
            refs.putIfAbsent(ref.id(), ref);
        }
        for (Decision decision : incident.decisions()) {
            PlaybookRef ref = decision.playbook().value();
            if (ref != null) {
                refs.putIfAbsent(ref.id(), ref);
            }
        }
        return List.copyOf(refs.values());
    }

    /** Playbooks for an incident: those followed, then those for its systems and its kind. */
    List<Playbook> fitting(Incident incident) {
        Set<Playbook> fitting = new LinkedHashSet<>();
        for (PlaybookRef ref : followed(incident)) {
            Playbook playbook = playbook(ref.id());
            if (playbook != null) {
                fitting.add(playbook);
            }
        }
        DisasterKind kind = incident.kind().value();
        for (String system : incident.systemIds()) {
            for (Playbook playbook : playbooksOf(system)) {
                if (kind == null
                        || playbook.kinds().isEmpty()
                        || playbook.kinds().contains(kind)) {
                    fitting.add(playbook);
                }
            }
        }
        return List.copyOf(fitting);
    }

    /** The state of a system as the open incidents have it; operational if none does. */
    SystemState state(String system) {
        Account account = disrupting(system);
        return account == null ? SystemState.OPERATIONAL : account.state(system);
    }

    /** The open incident that says what state a system is in: the latest declared. */
    @Nullable
    Account disrupting(String system) {
        for (Account account : accountsOf(system)) {
            if (account.isOpen() && !account.incident().isExercise()) {
                return account;
            }
        }
        return null;
    }

    /** When a system came into the state that it has at the end of an incident's decisions. */
    TimeView since(Account account, String system) {
        TimeView since = words.time(account.incident().declared().value());
        for (Turn turn : account.course().turns()) {
            if (turn.before().get(system) != turn.after().get(system)) {
                since = words.time(turn.decision().at());
            }
        }
        return since;
    }

    LinkView person(@Nullable String id, Links links) {
        Person person = id == null ? null : library.people().get(id);
        if (person == null) {
            return new LinkView(id == null ? "nobody who is known" : id, "");
        }
        return new LinkView(person.display(), links.to(SiteMap.PEOPLE, "person." + person.id()));
    }

    /** A person or a group. */
    LinkView personOrGroup(String id, Links links) {
        return library.groups().containsKey(id)
                ? new LinkView(id, links.to(SiteMap.PEOPLE, "group." + id))
                : person(id, links);
    }

    LinkView system(String id, Links links) {
        SystemUnderCare system = library.systems().get(id);
        return system == null ? new LinkView(id, "") : new LinkView(system.display(), links.to(systemPage(id)));
    }

    LinkView incident(Incident incident, Links links) {
        return new LinkView(incident.title(), links.to(incident.document().page()));
    }

    LinkView playbook(Playbook playbook, Links links) {
        return new LinkView(
                playbook.document().title(), links.to(playbook.document().page()));
    }

    LinkView playbook(PlaybookRef ref, Links links) {
        Playbook playbook = playbook(ref.id());
        String version = ref.version() == 0 ? "" : ", version " + ref.version();
        return playbook == null
                ? new LinkView(ref.word().text(), "")
                : new LinkView(
                        playbook.document().title() + version,
                        links.to(playbook.document().page()));
    }
}
