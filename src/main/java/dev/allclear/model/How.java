package dev.allclear.model;

/** Who does a step of a playbook: a person or a machine. */
public enum How implements Named {
    MANUAL,
    AUTOMATIC
}
