package dev.allclear.form;

import dev.allclear.model.Named;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A field whose words are the constants of a list that the model has.
 *
 * @param item the field
 * @param list the list
 */
public record Choice<E extends Enum<E> & Named>(Item item, Class<E> list) {

    /** All words of the list may be written. */
    static <E extends Enum<E> & Named> Choice<E> of(Class<E> list, Item item) {
        return of(list, item, word -> true);
    }

    /** Some words of the list may be written. */
    static <E extends Enum<E> & Named> Choice<E> of(Class<E> list, Item item, Predicate<E> may) {
        return new Choice<>(
                item.among(Arrays.stream(list.getEnumConstants())
                        .filter(may)
                        .map(Named::word)
                        .toList()),
                list);
    }

    /** The same choice under a name that an author chose. */
    public Choice<E> as(String chosen) {
        return new Choice<>(item.as(chosen), list);
    }
}
