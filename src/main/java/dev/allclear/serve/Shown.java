package dev.allclear.serve;

import dev.allclear.build.FollowedBuild;
import dev.allclear.output.Carried;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site that is or was shown. Its pages are filled when somebody looks at them. */
final class Shown {

    /** Pages that are asked for again and again, by a browser and by whoever compares. */
    private static final int REMEMBERED = 64;

    private final String name;
    private final OutputTree tree;
    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, Path> carried = new HashMap<>();
    private final Map<String, byte[]> filled = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A site.
     *
     * @param name tells it from any other that was shown
     * @param ready pages that were filled already
     */
    Shown(String name, OutputTree tree, Map<String, byte[]> ready) {
        this.name = name;
        this.tree = tree;
        tree.pages().forEach(p -> pages.put(p.path(), p));
        for (Carried each : tree.carried()) {
            carried.put(each.path(), each.source());
        }
        filled.putAll(ready);
    }

    String name() {
        return name;
    }

    OutputTree tree() {
        return tree;
    }

    boolean hasPage(String path) {
        return pages.containsKey(path);
    }

    /** Where a file stands that is copied as it is; null if there is none. */
    @Nullable
    Path carried(String path) {
        return carried.get(path);
    }

    /** A page filled; null if there is none. */
    FollowedBuild.@Nullable Filled fill(String path, FollowedBuild build) {
        Page page = pages.get(path);
        if (page == null) {
            return null;
        }
        synchronized (filled) {
            byte[] known = filled.get(path);
            if (known != null) {
                return new FollowedBuild.Filled(known, null);
            }
        }
        FollowedBuild.Filled fresh = build.fill(page);
        if (fresh.bytes() != null) {
            synchronized (filled) {
                filled.put(path, fresh.bytes());
            }
        }
        return fresh;
    }
}
