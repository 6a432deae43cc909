package dev.allclear.model;

import java.util.Locale;
import java.util.Optional;

/** A value of a closed list, known by the word that authors write. */
public interface Named {

    /** The enum constant's name, which the word is derived from. */
    String name();

    /** The word that authors write: lower case, with hyphens. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with exactly this word. */
    static <E extends Enum<E> & Named> Optional<E> find(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.word().equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
