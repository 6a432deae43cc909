package dev.allclear.render;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A theme of a few texts. */
record Written(Map<String, String> texts) implements Theme {

    @Override
    public @Nullable String template(String name) {
        return texts.get(name);
    }

    @Override
    public SortedSet<String> templates() {
        SortedSet<String> names = new TreeSet<>(texts.keySet());
        names.removeIf(n -> !n.endsWith(".ftlh"));
        return names;
    }

    @Override
    public SortedMap<String, byte[]> files() {
        return new TreeMap<>();
    }

    @Override
    public byte @Nullable [] onDemand(String path) {
        return null;
    }
}
