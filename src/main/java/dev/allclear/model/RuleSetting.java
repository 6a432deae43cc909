package dev.allclear.model;

/** What {@code site.yaml} sets a rule to. */
public enum RuleSetting implements Named {
    ERROR,
    WARNING,
    OFF
}
