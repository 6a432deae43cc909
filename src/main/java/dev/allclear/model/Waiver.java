package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.LocalDate;

/**
 * A rule that a document knowingly does not meet.
 *
 * @param rule the rule's id
 * @param reason why
 * @param by the person who answers for it, by id
 * @param until the last day on which it holds
 * @param at where it stands
 */
public record Waiver(Field<String> rule, Field<String> reason, Field<String> by, Field<LocalDate> until, Location at) {}
