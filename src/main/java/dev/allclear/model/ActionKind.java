package dev.allclear.model;

/** What an action is for. */
public enum ActionKind implements Named {
    PREVENT,
    DETECT,
    MITIGATE,
    RESPOND
}
