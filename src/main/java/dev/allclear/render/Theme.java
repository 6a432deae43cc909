package dev.allclear.render;

import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The templates and static files of a theme. */
public interface Theme {

    /** The text of a template such as {@code home.ftlh}, or null if there is none. */
    @Nullable
    String template(String name);

    /** The names of all templates. */
    SortedSet<String> templates();

    /** The files that each site carries, by their path in it. */
    SortedMap<String, byte[]> files();

    /** A file that a site carries only if one of its pages needs it, by its path in the site; null if there is none. */
    byte @Nullable [] onDemand(String path);
}
