package dev.allclear.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one mapping may hold: the front matter of a document, a record, a file of settings, or a mapping inside one.
 *
 * @param name by which it is asked for; empty for a mapping inside another
 * @param what what such a mapping describes, with its article: {@code an incident}
 * @param where where authors write it
 * @param description what it is for, in a sentence or two
 * @param items its fields, in the order in which they are offered
 * @param each what stands under names that the author chooses; null if there are none
 * @param keys what those names must match, in the regular expressions that Java and JavaScript share; empty if anything goes
 */
public record Form(
        String name,
        String what,
        String where,
        String description,
        List<Item> items,
        @Nullable Item each,
        String keys) {

    /** A mapping with these fields and no others. */
    static Form of(String name, String what, String where, String description, Item... items) {
        return new Form(name, what, where, description, List.of(items), null, "");
    }

    /** A mapping inside another, with these fields and no others. */
    static Form inner(String what, String description, Item... items) {
        return new Form("", what, "", description, List.of(items), null, "");
    }

    /** A mapping inside another, from names that the author chooses. */
    static Form keyed(String what, String description, Item each) {
        return new Form("", what, "", description, List.of(), each, "");
    }

    /** The names of its fields. */
    public List<String> names() {
        return items.stream().map(Item::name).toList();
    }
}
