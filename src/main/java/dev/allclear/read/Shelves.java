package dev.allclear.read;

import dev.allclear.model.Document;
import dev.allclear.model.Incident;
import dev.allclear.model.Playbook;
import java.util.HashMap;
import java.util.Map;
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
    }

    final Shelf<Incident> incidents = new Shelf<>();
    final Shelf<Playbook> playbooks = new Shelf<>();
    final Shelf<Document> pages = new Shelf<>();
    final Shelf<ContentTree.Entry> others = new Shelf<>();
}
