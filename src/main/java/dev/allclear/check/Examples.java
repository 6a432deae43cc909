package dev.allclear.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What {@code check} says where a rule does not hold, as its first bad fixture shows it. A test records and holds them. */
public final class Examples {

    private Examples() {}

    /** A finding of a rule in the text form, with the lines of the document that gave it. */
    public static String finding(RuleCard card) {
        String name = "examples/" + card.id() + ".txt";
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no finding is recorded for the rule " + card.id());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
