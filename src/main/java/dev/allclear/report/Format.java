package dev.allclear.report;

import dev.allclear.model.Named;

/** The forms of a report. */
public enum Format implements Named {
    TEXT,
    JSON
}
