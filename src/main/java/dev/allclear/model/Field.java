package dev.allclear.model;

import dev.allclear.finding.Location;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a document: absent, written but unreadable, or read. The three are kept apart because the gate fails
 * closed on the first two and its findings name what was read.
 *
 * @param value what was read, or null
 * @param written the text that stands there, or null if the field is absent
 * @param at the value's place; for an absent field, the place where it would stand
 */
public record Field<T>(@Nullable T value, @Nullable String written, Location at) {

    /** A field that nobody wrote. */
    public static <T> Field<T> absent(Location at) {
        return new Field<>(null, null, at);
    }

    /** A field that could not be read as what it must be. */
    public static <T> Field<T> unreadable(String written, Location at) {
        return new Field<>(null, written, at);
    }

    /** A field that was read. */
    public static <T> Field<T> of(T value, String written, Location at) {
        return new Field<>(value, written, at);
    }

    /** Whether something stands there, readable or not. */
    public boolean isPresent() {
        return written != null;
    }

    /** Whether something stands there that could not be read. */
    public boolean isUnreadable() {
        return written != null && value == null;
    }

    /** The value, or the other one if there is none. */
    public T or(T other) {
        return value == null ? other : value;
    }

    /** What the value becomes, or null if there is none. */
    public <U> @Nullable U map(Function<? super T, ? extends U> f) {
        return value == null ? null : f.apply(value);
    }

    /** What was written, for a message: the text in quotes, or that nothing was. */
    public String quoted() {
        return written == null ? "nothing" : "`" + written + "`";
    }
}
