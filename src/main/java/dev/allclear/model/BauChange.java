package dev.allclear.model;

/** What a decision says about business as usual. */
public enum BauChange implements Named {
    RESUMED
}
