package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.Duration;
import java.time.LocalDate;

/**
 * One rehearsal of a playbook.
 *
 * @param on the day
 * @param took how long it took
 * @param result how it ended
 * @param note what is worth remembering
 * @param at where it stands
 */
public record Exercise(
        Field<LocalDate> on, Field<Duration> took, Field<ExerciseResult> result, Field<String> note, Location at) {}
