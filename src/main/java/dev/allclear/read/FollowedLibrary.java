package dev.allclear.read;

import dev.allclear.model.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A content folder that is read again and again. What it gives is what {@link LibraryReader#read} would give; what a
 * change does not touch is the same object as before.
 */
public final class FollowedLibrary {

    private final Path content;
    private final ExecutorService workers;

    private @Nullable Last last;

    /** What was touched since the last time that it could be read. */
    private final Set<Path> places = new LinkedHashSet<>();

    private final Set<String> touched = new HashSet<>();
    private boolean moved;
    private boolean everything;
    private final Set<String> readSince = new HashSet<>();
    private SortedSet<String> readAnew = new TreeSet<>();
    private @Nullable Library latest;
    private boolean same;

    /** What was read the last time. */
    private record Last(FollowedTree tree, Layout layout, Pictures pictures, Shelves shelves) {}

    /** Prepares to read a folder with the help of these threads. */
    public FollowedLibrary(Path content, ExecutorService workers) {
        this.content = content;
        this.workers = workers;
    }

    /** Says that something may have changed at these files or folders, or below them. */
    public void touch(Collection<Path> those) {
        places.addAll(those);
    }

    /** Says that anything may have changed. What holds the same bytes is not parsed again all the same. */
    public void touchEverything() {
        everything = true;
    }

    /** The Markdown documents and other files that were read anew the last time, by their paths below the folder. */
    public SortedSet<String> readAnew() {
        return readAnew;
    }

    /** Whether the last time gave what the time before gave. */
    public boolean isSame() {
        return same;
    }

    /**
     * Reads what may have changed.
     *
     * @throws ContentProblem if the folder or a file in it can't be read at all; whatever was touched is then looked at
     *     again the next time
     */
    public Library read() throws ContentProblem {
        Last before = last;
        everything |= before == null || !isWhereItWas(before);
        if (before == null || everything) {
            FollowedTree tree = FollowedTree.of(content);
            ContentTree all = tree.tree();
            return read(tree, all, new Layout(all), new Pictures(all), path -> true, true);
        }
        FollowedTree.Found found;
        try {
            found = before.tree.look(places);
        } catch (ContentProblem e) {
            // Half of it is looked at: what was found there is found by looking at all of it.
            everything = true;
            throw e;
        }
        touched.addAll(found.touched());
        moved |= found.moved();
        ContentTree all = before.tree.tree();
        boolean others = moved || all.others().stream().anyMatch(e -> touched.contains(e.path()));
        return read(
                before.tree,
                all,
                moved ? new Layout(all) : before.layout,
                others ? new Pictures(all, before.pictures, touched::contains) : before.pictures,
                touched::contains,
                others);
    }

    private boolean isWhereItWas(Last before) throws ContentProblem {
        return Files.isDirectory(content) && ContentTree.real(content).equals(before.tree.root());
    }

    private Library read(
            FollowedTree tree,
            ContentTree all,
            Layout layout,
            Pictures pictures,
            Predicate<String> mayDiffer,
            boolean rearranged)
            throws ContentProblem {
        Shelves shelves = last == null ? new Shelves() : last.shelves;
        LibraryReader reader =
                new LibraryReader(all, layout, pictures, workers, Map.of(), shelves, mayDiffer, rearranged);
        Library library;
        try {
            library = reader.read();
        } finally {
            // What could be read is on the shelves even if something else could not.
            readSince.addAll(reader.readAnew());
        }
        if (rearranged) {
            shelves.keep(layout, all);
        }
        last = new Last(tree, layout, pictures, shelves);
        places.clear();
        touched.clear();
        moved = false;
        everything = false;
        readAnew = new TreeSet<>(readSince);
        readSince.clear();
        same = latest != null && readAnew.isEmpty() && isSame(latest, library);
        latest = library;
        return library;
    }

    private static boolean isSame(Library one, Library other) {
        return one.content().equals(other.content())
                && one.site().equals(other.site())
                && isSame(one.people(), other.people())
                && isSame(one.groups(), other.groups())
                && isSame(one.systems(), other.systems())
                && areSame(one.playbooks(), other.playbooks())
                && areSame(one.incidents(), other.incidents())
                && areSame(one.pages(), other.pages())
                && one.assets().equals(other.assets())
                && one.emergency().equals(other.emergency())
                && one.faults().equals(other.faults());
    }

    /** Whether two maps hold the same in the same order. */
    private static <T> boolean isSame(Map<String, T> one, Map<String, T> other) {
        return List.copyOf(one.values()).equals(List.copyOf(other.values()));
    }

    /** Whether these are the very same things: what did not change was not made anew. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean areSame(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }
}
