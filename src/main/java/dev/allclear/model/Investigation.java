package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code root-cause.md}: the inquiry into the root cause.
 *
 * @param document what it has in common with other documents
 * @param readable whether its front matter could be read at all
 * @param status whether it has ended
 * @param lead the person who leads it, by id
 * @param opened when it began
 * @param closed when it ended
 * @param closedBy the person who accepted it, by id
 * @param causes what the causes are
 * @param rootCauseHeading where the section of that name begins, or null if there is none
 * @param rootCause the words of that section that a reader sees, paragraph by paragraph
 * @param actionsHeading where the section of that name begins, or null if there is none
 * @param actions its rows
 */
public record Investigation(
        Document document,
        boolean readable,
        Field<InvestigationStatus> status,
        Field<String> lead,
        Field<Instant> opened,
        Field<Instant> closed,
        Field<String> closedBy,
        Field<List<Field<Cause>>> causes,
        @Nullable Location rootCauseHeading,
        List<List<String>> rootCause,
        @Nullable Location actionsHeading,
        List<Action> actions) {

    /** Whether its status says, readably, that it is closed. */
    public boolean isClosed() {
        return status.value() == InvestigationStatus.CLOSED;
    }
}
