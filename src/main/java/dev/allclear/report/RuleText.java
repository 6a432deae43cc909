package dev.allclear.report;

import dev.allclear.finding.Severity;

/**
 * What a rule says of itself, for formats that carry it.
 *
 * @param id the rule
 * @param severity its own severity
 * @param summary what holds when there is no finding
 * @param why the reason for it
 * @param help an example of each kind
 */
public record RuleText(String id, Severity severity, String summary, String why, String help) {}
