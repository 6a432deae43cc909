package dev.allclear.author;

import dev.allclear.model.DisasterKind;
import dev.allclear.model.Impact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident on its way into the content.
 *
 * @param title what happened, in one line
 * @param kind what kind of event
 * @param severity how severe
 * @param systems the systems that it takes away, by id
 * @param started when harm began, or null if nobody knows yet
 * @param declared when it was declared a disaster
 * @param productOwner the person who decides, by id, where the systems don't tell; else empty
 * @param sprint the sprint under way, or empty
 * @param recurrenceOf the incident that happened before, by id, or empty
 * @param exercise whether it is a rehearsal
 */
public record NewIncident(
        String title,
        DisasterKind kind,
        Impact severity,
        List<String> systems,
        @Nullable Instant started,
        Instant declared,
        String productOwner,
        String sprint,
        String recurrenceOf,
        boolean exercise) {

    /** Keeps an unchangeable copy. */
    public NewIncident {
        systems = List.copyOf(systems);
    }

    /** The name of its folder: the day of the declaration and what its title comes to. */
    public String folder(ZoneId zone) {
        String words = Slug.of(title, String.join(" ", systems));
        return WrittenTime.of(declared, zone).substring(0, "2026-03-14".length()) + "-"
                + (words.isEmpty() ? "incident" : words);
    }

    /** Its record. */
    public String text(ZoneId zone) {
        FrontText front = new FrontText()
                .text("title", title)
                .raw("kind", kind.word())
                .raw("severity", severity.word())
                .list("systems", systems)
                .raw("started", started == null ? "" : WrittenTime.of(started, zone))
                .raw("declared", WrittenTime.of(declared, zone))
                .text("product-owner", productOwner)
                .text("sprint", sprint)
                .text("recurrence-of", recurrenceOf)
                .raw("exercise", exercise ? "true" : "");
        return """
                ---
                %s---

                TODO: Say in a few sentences what happened, whom it hits and what is known so far.

                ## Timeline

                | Time | What happened |
                |---|---|
                %s| %s | %s |
                """.formatted(
                        front,
                        started == null ? "" : "| %s | Harm began |%n".formatted(WrittenTime.of(started, zone)),
                        WrittenTime.of(declared, zone),
                        exercise ? "Declared, as a rehearsal" : "Declared a disaster")
                .replace("\r\n", "\n");
    }
}
