package dev.allclear.read;

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
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
    private final Map<String, byte[]> drafts;
    private final List<Fault> faults = new ArrayList<>();

    private LibraryReader(ContentTree tree, ExecutorService workers, Map<String, byte[]> drafts) {
        this.tree = tree;
        this.workers = workers;
        this.drafts = drafts;
        this.paths = new SitePaths(tree);
        this.pictures = new Pictures(tree);
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

    /** One incident's files on their way into the model. */
    private record Folder(
            ContentTree.Entry incident, ContentTree.@Nullable Entry decisions, ContentTree.@Nullable Entry rootCause) {}

    /** What one task has read. */
    private record Result<T>(T value, List<Fault> faults) {}

    private Library read() throws ContentProblem {
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

        Map<String, Folder> folders = folders();
        refuseMisplaced(folders.keySet());
        List<Future<Result<Incident>>> incidents = new ArrayList<>();
        folders.forEach((id, folder) -> incidents.add(workers.submit(() -> incident(id, folder, zone))));
        List<Future<Result<Playbook>>> playbooks = new ArrayList<>();
        List<Future<Result<Document>>> pages = new ArrayList<>();
        for (ContentTree.Entry entry : tree.documents()) {
            DocumentKind kind = ContentTree.kindOf(entry.path());
            if (kind == DocumentKind.PLAYBOOK) {
                playbooks.add(workers.submit(() -> playbook(entry)));
            } else if (kind == DocumentKind.PAGE || !folders.containsKey(folderOf(entry.path()))) {
                pages.add(workers.submit(() -> page(entry)));
            }
        }
        List<Future<Result<ContentTree.Entry>>> others = new ArrayList<>();
        for (ContentTree.Entry entry : tree.others()) {
            others.add(workers.submit(() -> new Result<>(entry, AssetSecrets.in(entry, tree.name()))));
        }
        List<Incident> allIncidents = results(incidents);
        refuseTwins(allIncidents);
        List<Playbook> allPlaybooks = new ArrayList<>(results(playbooks));
        results(others);
        allPlaybooks.sort(Comparator.comparing(Playbook::id));
        return new Library(
                tree.name(),
                site,
                java.util.Collections.unmodifiableMap(people),
                java.util.Collections.unmodifiableMap(groups),
                java.util.Collections.unmodifiableMap(systems),
                allPlaybooks,
                allIncidents,
                results(pages),
                assets(),
                new EmergencyFiles()
                        .with("people.yaml", whoIsWho)
                        .with("systems.yaml", underCare)
                        .with(allPlaybooks, tree, paths),
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

    private Result<Incident> incident(String id, Folder folder, ZoneId zone) throws ContentProblem {
        List<Fault> found = new ArrayList<>();
        Set<String> of = Set.of(id);
        DecisionLog log = null;
        if (folder.decisions() != null) {
            Draft draft =
                    open(folder.decisions(), DocumentKind.DECISIONS, DecisionForm.LOG, FaultKinds.OF_THE_RECORD, of);
            log = DecisionLogReader.read(draft, zone);
            found.addAll(draft.faults.all());
        }
        Investigation investigation = null;
        if (folder.rootCause() != null) {
            Draft draft =
                    open(folder.rootCause(), DocumentKind.ROOT_CAUSE, RootCauseForm.FORM, FaultKinds.OF_THE_RECORD, of);
            investigation = RootCauseReader.read(draft, zone);
            found.addAll(draft.faults.all());
        }
        Draft draft = open(folder.incident(), DocumentKind.INCIDENT, IncidentForm.FORM, FaultKinds.OF_THE_RECORD, of);
        Incident incident = IncidentReader.read(id, draft, zone, log, investigation);
        found.addAll(draft.faults.all());
        return new Result<>(incident, found);
    }

    private Result<Playbook> playbook(ContentTree.Entry entry) throws ContentProblem {
        Draft draft = open(entry, DocumentKind.PLAYBOOK, PlaybookForm.FORM, FaultKinds.CONTENT, Set.of());
        String id = entry.path().substring("playbooks/".length(), entry.path().length() - ".md".length());
        return new Result<>(PlaybookReader.read(id, draft), draft.faults.all());
    }

    private Result<Document> page(ContentTree.Entry entry) throws ContentProblem {
        String folder = folderOf(entry.path());
        Draft draft = open(
                entry,
                DocumentKind.PAGE,
                PageForm.FORM,
                FaultKinds.CONTENT,
                entry.path().startsWith("incidents/") && !folder.isEmpty() ? Set.of(folder) : Set.of());
        String name = nameOf(entry.path());
        Document page = draft.document(name.substring(0, name.length() - ".md".length()));
        if (isMisplaced(entry.path())) {
            // Where it stands is what is wrong with it; all that it holds follows from that.
            return new Result<>(page, draft.faults.all());
        }
        draft.fields.refuseOthers();
        draft.refuseDecisions();
        if (entry.path().startsWith("incidents/")) {
            draft.refuseUnclosed();
        }
        return new Result<>(page, draft.faults.all());
    }

    private Draft open(ContentTree.Entry entry, DocumentKind kind, Form form, FaultKinds kinds, Set<String> incidents)
            throws ContentProblem {
        byte[] draft = drafts.get(entry.path());
        byte[] bytes = draft == null ? bytes(entry.file()) : draft;
        return Draft.open(entry, tree.name(), paths, pictures, bytes, kind, form, kinds, incidents);
    }

    private <T> List<T> results(List<Future<Result<T>>> futures) throws ContentProblem {
        List<T> values = new ArrayList<>(futures.size());
        for (Future<Result<T>> future : futures) {
            try {
                Result<T> result = future.get();
                values.add(result.value());
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
