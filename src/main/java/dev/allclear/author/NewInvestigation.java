package dev.allclear.author;

import dev.allclear.model.Cause;
import dev.allclear.model.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A root-cause report that is opened.
 *
 * @param lead the person who leads the investigation, by id
 * @param opened when it began
 */
public record NewInvestigation(String lead, Instant opened) {

    /** The report: every section, with a hint on what belongs there. */
    public String text(ZoneId zone) {
        return """
                ---
                status: open
                lead: %s
                opened: %s
                causes: [unknown]   # %s
                ---

                ## Summary

                TODO: Say in three sentences what happened, how it was found and how it ended.

                ## Impact

                TODO: Say who could not do what, for how long, and what was lost, in numbers.

                ## Timeline

                TODO: Say what incident.md does not: when the cause came into being, and when it could have been seen.

                ## Root cause

                TODO: Say in at least twelve words what failed and why nothing stopped it. If the answer is a person, ask once more.

                ## Contributing factors

                TODO: Say what made it likelier, worse or longer, without being the cause.

                ## Actions

                TODO: Agree on actions, a row each; `prevent`, with an owner and a due date, is the one that BAU waits for. Kinds: `prevent`, `detect`, `mitigate`, `respond`.

                | Action | Kind | Owner | Due | Done | Blocks BAU | Link |
                |---|---|---|---|---|---|---|

                ## What went well

                TODO: Say what helped, so that it is there the next time.

                ## What went badly

                TODO: Say what stood in the way.

                ## Where we were lucky

                TODO: Say what could have made it worse and did not.

                ## Lessons

                TODO: Say what others should take from this.
                """.formatted(
                        PlainText.yaml(lead),
                        WrittenTime.of(opened, zone),
                        Arrays.stream(Cause.values())
                                .filter(c -> c != Cause.UNKNOWN)
                                .map(Named::word)
                                .collect(Collectors.joining(" | ")));
    }
}
