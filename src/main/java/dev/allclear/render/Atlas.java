package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Aim;
import dev.allclear.model.Decision;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Document;
import dev.allclear.model.DocumentKind;
import dev.allclear.model.Incident;
import dev.allclear.model.Issue;
import dev.allclear.model.LastChange;
import dev.allclear.model.Library;
import dev.allclear.model.Named;
import dev.allclear.model.Person;
import dev.allclear.model.Playbook;
import dev.allclear.model.PlaybookRef;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.Reference;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import dev.allclear.model.Word;
import dev.allclear.output.SitePath;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
    private final Map<DocumentKind, List<Document>> rows = new EnumMap<>(DocumentKind.class);
    private final Map<DocumentKind, Map<String, Integer>> positions = new ConcurrentHashMap<>();
    private final List<Document> documents;
    private @Nullable Map<String, List<Document>> linking;
    private final Map<String, String> titles = new HashMap<>();
    private final SortedSet<String> extras;

    Atlas(Library library, Map<String, Account> accounts, Edition edition, Messages messages) {
        this.library = library;
        this.accounts = accounts;
        this.edition = edition;
        this.systemPages = SiteMap.systems(library);
        this.documents = List.copyOf(library.everyDocument());
        this.extras = Extras.carried(documents);
        this.words = new Words(library.site().zone().or(ZoneOffset.UTC), messages);
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
        readRows();
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

    /** What the site carries because one of its pages needs it, by its path in the site. */
    SortedSet<String> extras() {
        return extras;
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

    /** What a version of this would say. */
    PublishedVersion published(String label) {
        return PublishedVersion.of(label, library, accounts);
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

    /** When BAU resumed after the last incident that took a system away; an empty time if there was none. */
    TimeView operationalSince(String system) {
        Instant latest = null;
        for (Account account : accountsOf(system)) {
            Turn resumption = account.course().resumption();
            Instant at = account.isOpen() || account.incident().isExercise() || resumption == null
                    ? null
                    : resumption.decision().at().value();
            latest = latest == null || (at != null && at.isAfter(latest)) ? at : latest;
        }
        return words.time(latest);
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

    /** A word that stands for a value, such as a severity; empty if there is none. */
    String word(String group, @Nullable Named value) {
        return value == null ? "" : words.say(group + "." + value.word());
    }

    /** Where a reader may go from a document. */
    Around around(Document document) {
        Links links = new Links(document.page());
        int at = position(document);
        return new Around(
                neighbour(document, at - 1, links),
                neighbour(document, at + 1, links),
                document.tags().stream()
                        .map(Word::text)
                        .distinct()
                        .map(t -> new LinkView(t, links.to(SiteMap.TAGS, TagsView.id(t))))
                        .toList(),
                linkingTo(document).stream()
                        .map(d -> new LinkView(title(d), links.to(d.page())))
                        .toList(),
                lastChange(document).map(c -> CommitView.of(c, words)).stream().toList());
    }

    /** The last commit that touched a document, if it is known. */
    Optional<LastChange> lastChange(Document document) {
        return Optional.ofNullable(edition.changes().get(document.path()));
    }

    /** The documents before and after one, among those of its kind. */
    List<Document> neighboursOf(Document document) {
        List<Document> row = rows.getOrDefault(document.kind(), List.of());
        int at = position(document);
        List<Document> neighbours = new ArrayList<>();
        if (at > 0) {
            neighbours.add(row.get(at - 1));
        }
        if (at >= 0 && at + 1 < row.size()) {
            neighbours.add(row.get(at + 1));
        }
        return neighbours;
    }

    private List<LinkView> neighbour(Document document, int at, Links links) {
        List<Document> row = rows.getOrDefault(document.kind(), List.of());
        boolean there = position(document) >= 0 && at >= 0 && at < row.size();
        return there
                ? List.of(new LinkView(row.get(at).title(), links.to(row.get(at).page())))
                : List.of();
    }

    /** The documents that link to one, in the order of their paths; those of one incident know each other anyway. */
    List<Document> linkingTo(Document document) {
        return links().getOrDefault(document.page(), List.of()).stream()
                .sorted(Comparator.comparing(Document::path))
                .toList();
    }

    /** A document's title, told apart from that of its incident. */
    private String title(Document document) {
        return switch (document.kind()) {
            case DECISIONS -> words.say("decisions.of", incidentTitle(document));
            case ROOT_CAUSE -> words.say("root-cause.of", incidentTitle(document));
            default -> document.title();
        };
    }

    private String incidentTitle(Document document) {
        String folder = document.path().substring(0, document.path().lastIndexOf('/') + 1);
        return titles.getOrDefault(folder, document.title());
    }

    /** The documents that link to each page, gathered when the first page asks. */
    private synchronized Map<String, List<Document>> links() {
        Map<String, List<Document>> known = linking;
        if (known == null) {
            known = new HashMap<>();
            for (Document document : documents) {
                readLinks(document, known);
            }
            linking = known;
        }
        return known;
    }

    private static void readLinks(Document document, Map<String, List<Document>> linking) {
        String own = ownFolder(document);
        for (Reference reference : document.references()) {
            Aim aim = reference.aim();
            String path = aim == null ? null : aim.path();
            boolean isOwn = path != null && path.startsWith(own) && path.indexOf('/', own.length()) < 0;
            if (path != null && !isOwn && !path.equals(document.page())) {
                List<Document> those = linking.computeIfAbsent(path, p -> new ArrayList<>());
                // A document's links come one after the other: if it is there already, it is the last.
                if (those.isEmpty() || !those.get(those.size() - 1).path().equals(document.path())) {
                    those.add(document);
                }
            }
        }
    }

    /** The folder whose documents know each other: an incident's; none of any other document. */
    private static String ownFolder(Document document) {
        return document.path().startsWith("incidents/") ? folderOf(document.page()) : "/";
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private void readRows() {
        List<Document> incidents = new ArrayList<>();
        for (Account account : latestFirst) {
            Document document = account.incident().document();
            incidents.add(document);
            titles.put(folderOf(document.path()), document.title());
        }
        Collections.reverse(incidents);
        rows.put(DocumentKind.INCIDENT, incidents);
        rows.put(
                DocumentKind.PLAYBOOK,
                library.playbooks().stream().map(Playbook::document).toList());
        rows.put(DocumentKind.PAGE, library.pages());
    }

    /** Where a document stands among those of its kind; -1 if it does not. */
    private int position(Document document) {
        return positions
                .computeIfAbsent(document.kind(), kind -> {
                    Map<String, Integer> places = new HashMap<>();
                    for (Document each : rows.getOrDefault(kind, List.of())) {
                        places.put(each.path(), places.size());
                    }
                    return places;
                })
                .getOrDefault(document.path(), -1);
    }

    LinkView person(@Nullable String id, Links links) {
        Person person = id == null ? null : library.people().get(id);
        if (person == null) {
            return new LinkView(id == null ? words.say("nobody") : id, "");
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

    /** A playbook in the version that was followed: these pages if they are at it, else the newest copy that was published. */
    LinkView playbook(PlaybookRef ref, Links links) {
        Playbook playbook = playbook(ref.id());
        if (ref.version() == 0) {
            return playbook == null ? new LinkView(ref.word().text(), "") : playbook(playbook, links);
        }
        String version = words.say("playbook.version-n", ref.version());
        if (playbook != null && playbook.version().or(0) == ref.version()) {
            return new LinkView(
                    playbook.document().title() + ", " + version,
                    links.to(playbook.document().page()));
        }
        List<Issue> standing = edition.standing();
        for (int i = standing.size() - 1; i >= 0; i--) {
            PublishedVersion record = standing.get(i).record();
            PublishedPlaybook published =
                    record == null ? null : record.playbooks().get(ref.id());
            if (published != null
                    && published.version() == ref.version()
                    && !published.page().isEmpty()) {
                return new LinkView(
                        published.title() + ", " + version,
                        elsewhere(links, standing.get(i).imprint().folder() + published.page()));
            }
        }
        if (playbook == null) {
            return new LinkView(ref.word().text(), "");
        }
        Integer now = playbook.version().value();
        return new LinkView(
                playbook.document().title() + ", "
                        + (now == null
                                ? words.say("playbook.version-unpublished", ref.version())
                                : words.say("playbook.version-unpublished-now", ref.version(), now)),
                links.to(playbook.document().page()));
    }

    /** Whether an incident or its decisions name a version of a playbook that is not the one on these pages. */
    boolean namesAnotherVersion(Incident incident) {
        return Stream.concat(
                        incident.playbooks().or(List.of()).stream(),
                        incident.decisions().stream()
                                .flatMap(d -> Optional.ofNullable(d.playbook().value()).stream()))
                .anyMatch(ref -> {
                    Playbook playbook = playbook(ref.id());
                    return ref.version() != 0
                            && (playbook == null || playbook.version().or(0) != ref.version());
                });
    }

    /** The address of a file by its path in the folder that holds the site and its versions. */
    String elsewhere(Links links, String path) {
        return SitePath.relative(edition.folder() + links.from(), path);
    }
}
