package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.LocalDate;

/**
 * One row of a root-cause report's Actions. A value whose column is missing has the place of the table's header.
 *
 * @param text what is to be done, as plain text
 * @param html the same as safe HTML
 * @param kind what it is for
 * @param owner the person who does it, by id
 * @param due the day by which
 * @param done the day on which it was done; absent while it is open
 * @param blocksBau whether BAU may not resume before it is done
 * @param link safe HTML: the tracker
 * @param at where the row stands
 */
public record Action(
        String text,
        String html,
        Field<ActionKind> kind,
        Field<String> owner,
        Field<LocalDate> due,
        Field<LocalDate> done,
        Field<Boolean> blocksBau,
        String link,
        Location at) {

    /** Whether BAU may not resume before it is done. A cell that can't be read counts as yes. */
    public boolean blocks() {
        return blocksBau.isPresent() && !Boolean.FALSE.equals(blocksBau.value());
    }
}
