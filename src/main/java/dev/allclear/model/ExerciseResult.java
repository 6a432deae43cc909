package dev.allclear.model;

/** How an exercise of a playbook ended. */
public enum ExerciseResult implements Named {
    PASSED,
    FAILED,
    PARTIAL
}
