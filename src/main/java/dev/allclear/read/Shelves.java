package dev.allclear.read;

import dev.allclear.model.Document;
import dev.allclear.model.Incident;
import dev.allclear.model.Playbook;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The readings of a content folder by kind, so that what is as it was need not be read again. */
final class Shelves {

    /** Those of one kind, by id or path. */
    static final class Shelf<T> {

        private final Map<String, Reading<T>> readings = new HashMap<>();

        @Nullable
        Reading<T> get(String key) {
            return readings.get(key);
        }

        void put(String key, Reading<T> reading) {
            readings.put(key, reading);
        }

        private void keep(Collection<String> keys) {
            readings.keySet().retainAll(Set.copyOf(keys));
        }
    }

    final Shelf<Incident> incidents = new Shelf<>();
    final Shelf<Playbook> playbooks = new Shelf<>();
    final Shelf<Document> pages = new Shelf<>();
    final Shelf<ContentTree.Entry> others = new Shelf<>();

    /** Keeps the readings of what is there. */
    void keep(Layout layout, ContentTree tree) {
        incidents.keep(layout.folders().keySet());
        playbooks.keep(paths(layout.playbooks()));
        pages.keep(paths(layout.pages()));
        others.keep(paths(tree.others()));
    }

    private static List<String> paths(List<ContentTree.Entry> entries) {
        return entries.stream().map(ContentTree.Entry::path).toList();
    }
}
