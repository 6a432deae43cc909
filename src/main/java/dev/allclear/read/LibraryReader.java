package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.Asset;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Document;
import dev.allclear.model.DocumentKind;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Group;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Library;
import dev.allclear.model.Person;
import dev.allclear.model.Playbook;
import dev.allclear.model.Site;
import dev.allclear.model.SystemUnderCare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a content folder. Documents are read in parallel; the result does not depend on it. */
public final class LibraryReader {

    /** The largest Markdown or settings file that is read, in bytes. */
    public static final long LARGEST = 8L * 1024 * 1024;

    private static final Set<String> RECORDS = Set.of("incident.md", "decisions.md", "root-cause.md");

    private final ContentTree tree;
    private final SitePaths paths;
    private final Pictures pictures;
    private final ExecutorService workers;
    private final List<Fault> faults = new ArrayList<>();

    private final @Nullable Shelves before;
    private final Shelves after = new Shelves();
    private final Predicate<String> touched;
    private final boolean rearranged;
    private final SortedSet<String> readAnew = new ConcurrentSkipListSet<>();

    private LibraryReader(ContentTree tree, ExecutorService workers) {
        this(tree, new SitePaths(tree), new Pictures(tree), workers, null, path -> true, true);
    }

    /**
     * Prepares to read again what has changed.
     *
     * @param before what was read before; null if nobody will read again
     * @param touched which files may hold something else than before, by their paths
     * @param rearranged whether other files than before are there, or other pictures
     */
    LibraryReader(
            ContentTree tree,
            SitePaths paths,
            Pictures pictures,
            ExecutorService workers,
            @Nullable Shelves before,
            Predicate<String> touched,
            boolean rearranged) {
        this.tree = tree;
        this.workers = workers;
        this.paths = paths;
        this.pictures = pictures;
        this.before = before;
        this.touched = touched;
        this.rearranged = rearranged;
    }

    /** What has been read, and what was taken over as it was. */
    Shelves shelves() {
        return after;
    }

    /** The files that were read anew, by their paths. */
    SortedSet<String> readAnew() {
        return readAnew;
    }

    /**
     * Reads the folder with the help of these threads.
     *
     * @throws ContentProblem if the folder or a file in it can't be read at all
     */
    public static Library read(Path content, ExecutorService workers) throws ContentProblem {
        return new LibraryReader(ContentTree.walk(content), workers).read();
    }

    /** One incident's files on their way into the model. */
    private record Folder(
            ContentTree.Entry incident, ContentTree.@Nullable Entry decisions, ContentTree.@Nullable Entry rootCause) {

        List<ContentTree.Entry> files() {
            List<ContentTree.Entry> files = new ArrayList<>();
            files.add(incident);
            if (decisions != null) {
                files.add(decisions);
            }
            if (rootCause != null) {
                files.add(rootCause);
            }
            return files;
        }
    }

    /** Reads some files that belong together. */
    @FunctionalInterface
    private interface Task<T> {
        T read(Lookups lookups, List<Fault> faults) throws ContentProblem;
    }

    Library read() throws ContentProblem {
        refuseLinks();
        Map<String, Person> people = new LinkedHashMap<>();
        Map<String, Group> groups = new LinkedHashMap<>();
        SettingsReader settings = new SettingsReader(tree.name());
        Site site = settings.site(bytes("site.yaml", true));
        settings.people(bytes("people.yaml", false), people, groups);
        Map<String, SystemUnderCare> systems = settings.systems(bytes("systems.yaml", false));
        faults.addAll(settings.faults().all());
        ZoneId zone = site.zone().or(ZoneOffset.UTC);

        Map<String, Folder> folders = folders();
        refuseMisplaced(folders.keySet());
        List<Future<Reading<Incident>>> incidents = new ArrayList<>();
        folders.forEach((id, folder) -> incidents.add(reading(
                shelf(s -> s.incidents),
                id,
                folder.files(),
                zone,
                (lookups, found) -> incident(id, folder, zone, lookups, found))));
        List<Future<Reading<Playbook>>> playbooks = new ArrayList<>();
        List<Future<Reading<Document>>> pages = new ArrayList<>();
        for (ContentTree.Entry entry : tree.documents()) {
            DocumentKind kind = ContentTree.kindOf(entry.path());
            if (kind == DocumentKind.PLAYBOOK) {
                playbooks.add(reading(
                        shelf(s -> s.playbooks),
                        entry.path(),
                        List.of(entry),
                        zone,
                        (lookups, found) -> playbook(entry, lookups, found)));
            } else if (kind == DocumentKind.PAGE || !folders.containsKey(folderOf(entry.path()))) {
                pages.add(reading(
                        shelf(s -> s.pages),
                        entry.path(),
                        List.of(entry),
                        zone,
                        (lookups, found) -> page(entry, lookups, found)));
            }
        }
        List<Future<Reading<ContentTree.Entry>>> others = new ArrayList<>();
        for (ContentTree.Entry entry : tree.others()) {
            others.add(reading(shelf(s -> s.others), entry.path(), List.of(entry), zone, (lookups, found) -> {
                found.addAll(AssetSecrets.in(entry, tree.name()));
                return entry;
            }));
        }
        List<Incident> allIncidents = results(incidents, (i, r) -> after.incidents.put(i.id(), r));
        refuseTwins(allIncidents);
        List<Playbook> allPlaybooks = new ArrayList<>(
                results(playbooks, (p, r) -> after.playbooks.put(p.document().path(), r)));
        results(others, (e, r) -> after.others.put(e.path(), r));
        allPlaybooks.sort(Comparator.comparing(Playbook::id));
        return new Library(
                tree.name(),
                site,
                java.util.Collections.unmodifiableMap(people),
                java.util.Collections.unmodifiableMap(groups),
                java.util.Collections.unmodifiableMap(systems),
                allPlaybooks,
                allIncidents,
                results(pages, (p, r) -> after.pages.put(p.path(), r)),
                assets(),
                faults);
    }

    private byte[] bytes(String name, boolean required) throws ContentProblem {
        Path file = tree.root().resolve(name);
        if (Files.isSymbolicLink(file) || !Files.exists(file)) {
            if (required) {
                throw new ContentProblem(
                        "There is no site.yaml in `%s`. A content folder has one; it needs a title and a time-zone."
                                .formatted(tree.root()));
            }
            return new byte[0];
        }
        return bytes(file);
    }

    private static byte[] bytes(Path file) throws ContentProblem {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ContentProblem("`%s` is larger than %d MB. Split it.".formatted(file, LARGEST >> 20));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ContentProblem(ContentTree.unreadable(file, e));
        }
    }

    /** The incidents' folders by id: those that hold an {@code incident.md}. */
    private Map<String, Folder> folders() {
        Map<String, Map<String, ContentTree.Entry>> found = new TreeMap<>();
        for (ContentTree.Entry entry : tree.documents()) {
            if (ContentTree.kindOf(entry.path()) != DocumentKind.PAGE
                    && entry.path().startsWith("incidents/")) {
                found.computeIfAbsent(folderOf(entry.path()), k -> new TreeMap<>())
                        .put(nameOf(entry.path()), entry);
            }
        }
        Map<String, Folder> folders = new TreeMap<>();
        found.forEach((id, files) -> {
            ContentTree.Entry incident = files.get("incident.md");
            if (incident != null) {
                folders.put(id, new Folder(incident, files.get("decisions.md"), files.get("root-cause.md")));
            }
        });
        return folders;
    }

    private <T> Shelves.@Nullable Shelf<T> shelf(Function<Shelves, Shelves.Shelf<T>> which) {
        return before == null ? null : which.apply(before);
    }

    /** A reading: the one from before if nothing that it rests on has changed, else a new one. */
    private <T> Future<Reading<T>> reading(
            Shelves.@Nullable Shelf<T> shelf, String key, List<ContentTree.Entry> files, ZoneId zone, Task<T> task) {
        List<String> names = files.stream().map(ContentTree.Entry::path).toList();
        Reading<T> old = shelf == null ? null : shelf.get(key);
        Basis basis = old == null ? null : old.basis();
        boolean fits = old != null && basis != null && old.files().equals(names) && basis.isIn(zone);
        if (old != null && fits && !rearranged && names.stream().noneMatch(touched)) {
            return CompletableFuture.completedFuture(old);
        }
        return workers.submit(() -> {
            if (old != null && basis != null && fits && basis.holds(paths, pictures) && areSame(files, basis)) {
                return old;
            }
            readAnew.addAll(names);
            Lookups lookups = new Lookups(paths, pictures, shelf == null ? null : new Basis(zone));
            List<Fault> found = new ArrayList<>();
            T value = task.read(lookups, found);
            return new Reading<>(names, lookups.basis(), value, List.copyOf(found));
        });
    }

    private boolean areSame(List<ContentTree.Entry> files, Basis basis) throws ContentProblem {
        for (ContentTree.Entry file : files) {
            String path = file.path();
            if (touched.test(path) && !(basis.knows(path) && basis.holds(path, bytes(file.file())))) {
                return false;
            }
        }
        return true;
    }

    private Incident incident(String id, Folder folder, ZoneId zone, Lookups lookups, List<Fault> found)
            throws ContentProblem {
        Set<String> of = Set.of(id);
        DecisionLog log = null;
        if (folder.decisions() != null) {
            Draft draft =
                    open(folder.decisions(), DocumentKind.DECISIONS, "a decision log", FaultKinds.OF_THE_RECORD, of, lookups);
            log = DecisionLogReader.read(draft, zone);
            found.addAll(draft.faults.all());
        }
        Investigation investigation = null;
        if (folder.rootCause() != null) {
            Draft draft = open(
                    folder.rootCause(), DocumentKind.ROOT_CAUSE, "a root-cause report", FaultKinds.OF_THE_RECORD, of, lookups);
            investigation = RootCauseReader.read(draft, zone);
            found.addAll(draft.faults.all());
        }
        Draft draft = open(folder.incident(), DocumentKind.INCIDENT, "an incident", FaultKinds.OF_THE_RECORD, of, lookups);
        Incident incident = IncidentReader.read(id, draft, zone, log, investigation);
        found.addAll(draft.faults.all());
        return incident;
    }

    private Playbook playbook(ContentTree.Entry entry, Lookups lookups, List<Fault> found) throws ContentProblem {
        Draft draft = open(entry, DocumentKind.PLAYBOOK, "a playbook", FaultKinds.CONTENT, Set.of(), lookups);
        String id = entry.path().substring("playbooks/".length(), entry.path().length() - ".md".length());
        Playbook playbook = PlaybookReader.read(id, draft);
        found.addAll(draft.faults.all());
        return playbook;
    }

    private Document page(ContentTree.Entry entry, Lookups lookups, List<Fault> found) throws ContentProblem {
        String folder = folderOf(entry.path());
        Draft draft = open(
                entry,
                DocumentKind.PAGE,
                "a page",
                FaultKinds.CONTENT,
                entry.path().startsWith("incidents/") && !folder.isEmpty() ? Set.of(folder) : Set.of(),
                lookups);
        String name = nameOf(entry.path());
        Document page = draft.document(name.substring(0, name.length() - ".md".length()));
        // Where a misplaced one stands is what is wrong with it; all that it holds follows from that.
        if (!isMisplaced(entry.path())) {
            draft.fields.refuseOthers();
            draft.refuseDecisions();
            if (entry.path().startsWith("incidents/")) {
                draft.refuseUnclosed();
            }
        }
        found.addAll(draft.faults.all());
        return page;
    }

    private Draft open(
            ContentTree.Entry entry,
            DocumentKind kind,
            String what,
            FaultKinds kinds,
            Set<String> incidents,
            Lookups lookups)
            throws ContentProblem {
        byte[] bytes = bytes(entry.file());
        lookups.file(entry.path(), bytes);
        return Draft.open(entry, tree.name(), lookups, bytes, kind, what, kinds, incidents);
    }

    private <T> List<T> results(List<Future<Reading<T>>> futures, BiConsumer<T, Reading<T>> keep) throws ContentProblem {
        List<T> values = new ArrayList<>(futures.size());
        for (Future<Reading<T>> future : futures) {
            try {
                Reading<T> result = future.get();
                values.add(result.value());
                keep.accept(result.value(), result);
                faults.addAll(result.faults());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ContentProblem problem) {
                    throw problem;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new IOException("interrupted", e));
            }
        }
        return values;
    }

    private List<Asset> assets() {
        return tree.others().stream()
                .map(e -> new Asset(e.path(), paths.of(e.path()), e.size(), Location.startOf(e.shown(tree.name()))))
                .toList();
    }

    private void refuseLinks() {
        for (String link : tree.links()) {
            String folder = link.startsWith("incidents/") ? folderOf(link) : "";
            faults.add(new Fault(
                    FaultKind.IDENTITY,
                    "",
                    Location.startOf(tree.name() + "/" + link),
                    "`%s` is a symbolic link, which brings in what was written elsewhere".formatted(link),
                    "Put the file itself here.",
                    List.of(),
                    folder.isEmpty() ? Set.of() : Set.of(folder)));
        }
    }

    private static boolean isMisplaced(String path) {
        String name = nameOf(path);
        boolean inPlace = path.split("/", -1).length == 3;
        return path.startsWith("incidents/")
                && RECORDS.contains(name.toLowerCase(Locale.ROOT))
                && !(inPlace && RECORDS.contains(name));
    }

    /** A record in the wrong place is read by nobody, and must not be taken for one that is. */
    private void refuseMisplaced(Set<String> ids) {
        Set<String> without = new java.util.TreeSet<>();
        for (ContentTree.Entry entry : tree.documents()) {
            String path = entry.path();
            if (!path.startsWith("incidents/")) {
                continue;
            }
            String folder = folderOf(path);
            String name = nameOf(path);
            if (isMisplaced(path)) {
                faults.add(new Fault(
                        FaultKind.RECORD,
                        "",
                        FrontMatter.opening(entry.shown(tree.name())),
                        "`%s` is not read as a record: it does not stand where one is looked for".formatted(path),
                        "A record is incidents/NAME/%s, in lower case.".formatted(name.toLowerCase(Locale.ROOT)),
                        List.of(),
                        folder.isEmpty() ? Set.of() : Set.of(folder)));
            } else if (!folder.isEmpty() && !ids.contains(folder) && without.add(folder)) {
                faults.add(new Fault(
                        FaultKind.RECORD,
                        "",
                        FrontMatter.opening(entry.shown(tree.name())),
                        "The folder incidents/%s has no incident.md".formatted(folder),
                        "Write the incident's record there, or move the file to pages/.",
                        List.of(),
                        Set.of()));
            }
        }
    }

    /** Two incidents whose ids a reader, or another file system, could take for one. */
    private void refuseTwins(List<Incident> incidents) {
        Map<String, Incident> seen = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            String folded = Normalizer.normalize(incident.id(), Normalizer.Form.NFKC)
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
            Incident twin = seen.putIfAbsent(Normalizer.normalize(folded, Normalizer.Form.NFKC), incident);
            if (twin != null) {
                faults.add(new Fault(
                        FaultKind.IDENTITY,
                        "",
                        incident.document().top(),
                        "The incidents `%s` and `%s` have the same id, letter case and Unicode form aside"
                                .formatted(twin.id(), incident.id()),
                        "Rename one of the two folders.",
                        List.of(new Related(twin.document().top(), "the other incident")),
                        Set.of(twin.id(), incident.id())));
            }
        }
    }

    /** The name of the incident's folder that a path is in, or nothing. */
    private static String folderOf(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 2 && parts[0].equals("incidents") ? parts[1] : "";
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
