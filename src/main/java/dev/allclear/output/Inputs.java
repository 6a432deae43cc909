package dev.allclear.output;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a page was made from, so that a later change can rebuild just what it touches.
 *
 * @param sources the files whose text it shows, below the content folder
 * @param template the template that made it, and those that it includes
 * @param settings the settings that it shows or depends on, such as {@code site.title}
 * @param named the documents, people and systems that it names without showing their text
 */
public record Inputs(
        SortedSet<String> sources, SortedSet<String> template, SortedSet<String> settings, SortedSet<String> named) {

    /** Keeps sorted copies. */
    public Inputs {
        sources = new TreeSet<>(sources);
        template = new TreeSet<>(template);
        settings = new TreeSet<>(settings);
        named = new TreeSet<>(named);
    }
}
