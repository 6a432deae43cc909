package dev.allclear.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What stands inside the frame of pages that were filled for the site, for the pages of a version that say the same. As
 * many as fit: a large site never stands in memory, so what is not kept is filled once more.
 */
final class Bodies {

    private static final int SHARE_OF_MEMORY = 8;

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);

    void keep(String path, String body) {
        if (room.addAndGet(-body.length()) >= 0) {
            kept.put(path, body);
        } else {
            room.addAndGet(body.length());
        }
    }

    /** A body that was kept, once. */
    @Nullable
    String take(String path) {
        String body = kept.remove(path);
        if (body != null) {
            room.addAndGet(body.length());
        }
        return body;
    }
}
