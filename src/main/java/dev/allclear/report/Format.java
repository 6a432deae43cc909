package dev.allclear.report;

import dev.allclear.model.Named;
import java.util.Optional;

/** The forms of a report. */
public enum Format implements Named {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    GITHUB,
    GITLAB;

    /** The format with exactly this word. */
    public static Optional<Format> find(String word) {
        return Named.find(Format.class, word);
    }
}
