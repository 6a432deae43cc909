package dev.allclear.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field: what it is called, how it is written, what it means.
 *
 * @param name as authors write it
 * @param type the form of its value
 * @param description what it says, in a sentence or two
 * @param examples values, as they stand in YAML; lists and mappings on one line, with quotes round what holds a space or a slash
 * @param words what may be written, where that is a closed list
 * @param need whether it must be there
 * @param inner what the mappings hold, where it is one or a list of them
 * @param neverEmpty whether a list or mapping must not be empty
 * @param pattern what a text must match besides, in the regular expressions that Java and JavaScript share; empty if
 *     anything goes
 */
public record Item(
        String name,
        Type type,
        String description,
        List<String> examples,
        List<String> words,
        Need need,
        @Nullable Form inner,
        boolean neverEmpty,
        String pattern) {

    /** A field that may be left out. */
    public static Item of(String name, Type type, String description, String... examples) {
        return new Item(name, type, description, List.of(examples), List.of(), Need.NONE, null, false, "");
    }

    /** A mapping, or a list of them, that holds what a form says. */
    public static Item of(String name, Type type, Form inner, String description, String... examples) {
        return new Item(name, type, description, List.of(examples), List.of(), Need.NONE, inner, false, "");
    }

    /** The same field, which must be there. */
    public Item needed(String help) {
        return with(words, new Need(true, "", "", help), neverEmpty);
    }

    /** The same field, which must be there if another one says this word. */
    public Item neededIf(String other, String word, String help) {
        return with(words, new Need(false, other, word, help), neverEmpty);
    }

    /** The same field, which must not be empty. */
    public Item atLeastOne() {
        return with(words, need, true);
    }

    /** The same field, whose text must match this; the rules say so of a document, a schema of what is being typed. */
    Item matching(String pattern) {
        return new Item(name, type, description, examples, words, need, inner, neverEmpty, pattern);
    }

    /** The same field of a closed list. */
    Item among(List<String> words) {
        return with(words, need, neverEmpty);
    }

    private Item with(List<String> words, Need need, boolean neverEmpty) {
        return new Item(name, type, description, examples, words, need, inner, neverEmpty, pattern);
    }

    /** The same field under a name that an author chose. */
    public Item as(String chosen) {
        return new Item(chosen, type, description, examples, words, need, inner, neverEmpty, pattern);
    }
}
