package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.Duration;

/**
 * One step of a playbook.
 *
 * @param title the heading as plain text
 * @param titleHtml the same as safe HTML
 * @param id the heading's anchor
 * @param who who does it
 * @param how by hand or by machine
 * @param within how long it may take
 * @param check safe HTML: how to tell that it worked
 * @param undo safe HTML: how to take it back
 * @param html safe HTML: what to do
 * @param at where the heading stands
 */
public record Step(
        String title,
        String titleHtml,
        String id,
        Field<String> who,
        Field<How> how,
        Field<Duration> within,
        Field<String> check,
        Field<String> undo,
        String html,
        Location at) {}
