package dev.allclear.read;

import dev.allclear.finding.Appearance;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.form.DecisionForm;
import dev.allclear.form.Form;
import dev.allclear.form.IncidentForm;
import dev.allclear.form.PageForm;
import dev.allclear.form.PlaybookForm;
import dev.allclear.form.RootCauseForm;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
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

    private final ContentTree tree;
    private final Layout layout;
    private final Pictures pictures;
    private final ExecutorService workers;
    private final Map<String, byte[]> drafts;
    private final List<Fault> faults = new ArrayList<>();

    private final @Nullable Shelves before;
    private final Shelves after;
    private final Predicate<String> touched;
    private final boolean rearranged;
    private final SortedSet<String> readAnew = new ConcurrentSkipListSet<>();

    private LibraryReader(ContentTree tree, ExecutorService workers, Map<String, byte[]> drafts) {
        this(tree, new Layout(tree), new Pictures(tree), workers, drafts, null, path -> true, true);
    }

    /**
     * Prepares to read again what has changed.
     *
     * @param layout that of the tree
     * @param drafts what documents would hold, by their paths
     * @param before what was read before, to which is added what is read; null if nobody will read again
     * @param touched which files may hold something else than before, by their paths
     * @param rearranged whether other files than before are there, or other pictures
     */
    LibraryReader(
            ContentTree tree,
            Layout layout,
            Pictures pictures,
            ExecutorService workers,
            Map<String, byte[]> drafts,
            @Nullable Shelves before,
            Predicate<String> touched,
            boolean rearranged) {
        this.tree = tree;
        this.workers = workers;
        this.drafts = drafts;
        this.layout = layout;
        this.pictures = pictures;
        this.before = before;
        this.after = before == null ? new Shelves() : before;
        this.touched = touched;
        this.rearranged = rearranged;
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
        return read(content, workers, Map.of());
    }

    /**
     * Reads the folder as if these documents stood in it.
     *
     * @param drafts what they would hold, by path below the content folder
     * @throws ContentProblem if the folder or a file in it can't be read at all
     */
    public static Library read(Path content, ExecutorService workers, Map<String, byte[]> drafts)
            throws ContentProblem {
        return new LibraryReader(ContentTree.walk(content).with(drafts.keySet()), workers, drafts).read();
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
        byte[] whoIsWho = bytes("people.yaml", false);
        settings.people(whoIsWho, people, groups);
        byte[] underCare = bytes("systems.yaml", false);
        Map<String, SystemUnderCare> systems = settings.systems(underCare);
        faults.addAll(settings.faults().all());
        ZoneId zone = site.zone().or(ZoneOffset.UTC);

        faults.addAll(layout.misplaced());
        List<Future<Reading<Incident>>> incidents = new ArrayList<>();
        layout.folders()
                .forEach((id, folder) -> incidents.add(reading(
                        shelf(s -> s.incidents),
                        id,
                        folder.files(),
                        zone,
                        (lookups, found) -> incident(id, folder, zone, lookups, found))));
        List<Future<Reading<Playbook>>> playbooks = new ArrayList<>();
        List<Future<Reading<Document>>> pages = new ArrayList<>();
        for (ContentTree.Entry entry : layout.playbooks()) {
            playbooks.add(reading(
                    shelf(s -> s.playbooks),
                    entry.path(),
                    List.of(entry),
                    zone,
                    (lookups, found) -> playbook(entry, lookups, found)));
        }
        for (ContentTree.Entry entry : layout.pages()) {
            pages.add(reading(
                    shelf(s -> s.pages),
                    entry.path(),
                    List.of(entry),
                    zone,
                    (lookups, found) -> page(entry, lookups, found)));
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
                new EmergencyFiles()
                        .with("people.yaml", whoIsWho)
                        .with("systems.yaml", underCare)
                        .with(allPlaybooks, tree, layout.paths()),
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

    private <T> Shelves.@Nullable Shelf<T> shelf(Function<Shelves, Shelves.Shelf<T>> which) {
        return before == null ? null : which.apply(before);
    }

    /** A reading: the one from before if nothing that it rests on has changed, else a new one. */
    private <T> Future<Reading<T>> reading(
            Shelves.@Nullable Shelf<T> shelf, String key, List<ContentTree.Entry> files, ZoneId zone, Task<T> task) {
        Reading<T> old = shelf == null ? null : shelf.get(key);
        Basis basis = old == null ? null : old.basis();
        if (old != null && basis != null && !rearranged && basis.isIn(zone) && isUntouched(old)) {
            return CompletableFuture.completedFuture(old);
        }
        List<String> names = files.stream().map(ContentTree.Entry::path).toList();
        boolean fits = old != null && basis != null && old.files().equals(names) && basis.isIn(zone);
        return workers.submit(() -> {
            if (old != null
                    && basis != null
                    && fits
                    && basis.holds(layout.paths(), pictures)
                    && areSame(files, basis)) {
                return old;
            }
            readAnew.addAll(names);
            Lookups lookups = new Lookups(layout.paths(), pictures, shelf == null ? null : new Basis(zone));
            List<Fault> found = new ArrayList<>();
            T value = task.read(lookups, found);
            return new Reading<>(names, lookups.basis(), value, List.copyOf(found));
        });
    }

    private boolean isUntouched(Reading<?> reading) {
        for (String file : reading.files()) {
            if (touched.test(file)) {
                return false;
            }
        }
        return true;
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

    private Incident incident(String id, Layout.Folder folder, ZoneId zone, Lookups lookups, List<Fault> found)
            throws ContentProblem {
        Set<String> of = Set.of(id);
        DecisionLog log = null;
        if (folder.decisions() != null) {
            Draft draft = open(
                    folder.decisions(),
                    DocumentKind.DECISIONS,
                    DecisionForm.LOG,
                    FaultKinds.OF_THE_RECORD,
                    of,
                    lookups);
            log = DecisionLogReader.read(draft, zone);
            found.addAll(draft.faults.all());
        }
        Investigation investigation = null;
        if (folder.rootCause() != null) {
            Draft draft = open(
                    folder.rootCause(),
                    DocumentKind.ROOT_CAUSE,
                    RootCauseForm.FORM,
                    FaultKinds.OF_THE_RECORD,
                    of,
                    lookups);
            investigation = RootCauseReader.read(draft, zone);
            found.addAll(draft.faults.all());
        }
        Draft draft = open(
                folder.incident(), DocumentKind.INCIDENT, IncidentForm.FORM, FaultKinds.OF_THE_RECORD, of, lookups);
        Incident incident = IncidentReader.read(id, draft, zone, log, investigation);
        found.addAll(draft.faults.all());
        return incident;
    }

    private Playbook playbook(ContentTree.Entry entry, Lookups lookups, List<Fault> found) throws ContentProblem {
        Draft draft = open(entry, DocumentKind.PLAYBOOK, PlaybookForm.FORM, FaultKinds.CONTENT, Set.of(), lookups);
        String id = entry.path().substring("playbooks/".length(), entry.path().length() - ".md".length());
        Playbook playbook = PlaybookReader.read(id, draft);
        found.addAll(draft.faults.all());
        return playbook;
    }

    private Document page(ContentTree.Entry entry, Lookups lookups, List<Fault> found) throws ContentProblem {
        String folder = Layout.folderOf(entry.path());
        Draft draft = open(
                entry,
                DocumentKind.PAGE,
                PageForm.FORM,
                FaultKinds.CONTENT,
                entry.path().startsWith("incidents/") && !folder.isEmpty() ? Set.of(folder) : Set.of(),
                lookups);
        String name = Layout.nameOf(entry.path());
        Document page = draft.document(name.substring(0, name.length() - ".md".length()));
        // Where a misplaced one stands is what is wrong with it; all that it holds follows from that.
        if (!Layout.isMisplaced(entry.path())) {
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
            Form form,
            FaultKinds kinds,
            Set<String> incidents,
            Lookups lookups)
            throws ContentProblem {
        byte[] draft = drafts.get(entry.path());
        byte[] bytes = draft == null ? bytes(entry.file()) : draft;
        lookups.file(entry.path(), bytes);
        return Draft.open(entry, tree.name(), lookups, bytes, kind, form, kinds, incidents);
    }

    private <T> List<T> results(List<Future<Reading<T>>> futures, BiConsumer<T, Reading<T>> keep)
            throws ContentProblem {
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
                .map(e -> new Asset(
                        e.path(), layout.paths().of(e.path()), e.size(), Location.startOf(e.shown(tree.name()))))
                .toList();
    }

    private void refuseLinks() {
        for (String link : tree.links()) {
            String folder = link.startsWith("incidents/") ? Layout.folderOf(link) : "";
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

    /** Two incidents whose ids a reader, or another file system, could take for one. */
    private void refuseTwins(List<Incident> incidents) {
        Map<String, Incident> seen = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            Incident twin = seen.putIfAbsent(Appearance.skeleton(incident.id()), incident);
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
}
