package dev.allclear.author;

import dev.allclear.model.DisasterKind;
import dev.allclear.model.Named;
import java.time.LocalDate;
import java.util.List;

/**
 * A playbook on its way into the content.
 *
 * @param title what it does, in one line
 * @param owner the person who keeps it, by id
 * @param systems what it restores, by id
 * @param kinds the kinds of disaster that it is for; all if none is named
 * @param today the day on which it is written, which is the first on which it was read with care
 */
public record NewPlaybook(String title, String owner, List<String> systems, List<DisasterKind> kinds, LocalDate today) {

    /** Keeps unchangeable copies. */
    public NewPlaybook {
        systems = List.copyOf(systems);
        kinds = List.copyOf(kinds);
    }

    /** The name of its file, without {@code .md}. */
    public String name() {
        String slug = Slug.of(title, "restore " + String.join(" ", systems));
        return slug.isEmpty() ? "playbook" : slug;
    }

    /** Its text: front matter, and two steps to begin with. */
    public String text() {
        FrontText front = new FrontText()
                .text("title", title)
                .raw("version", "1")
                .text("owner", owner)
                .list("systems", systems)
                .raw("needs", "[]")
                .list(
                        "kinds",
                        (kinds.isEmpty() ? List.of(DisasterKind.values()) : kinds)
                                .stream().map(Named::word).toList())
                .raw("reviewed", today.toString())
                .raw("review-every", "180d");
        return """
                ---
                %s---

                ## When to use this

                TODO: Say what somebody sees who needs this playbook, and when another one is right.

                ## Before you start

                TODO: Say which decision, which access and which tools are needed, and where they are while the systems are down.

                ## Steps

                ### Look before you touch

                ```step
                who: on-call
                how: manual
                within: 5m
                check: "TODO: how to tell what state it is in"
                undo: "Nothing to undo: this step only looks"
                ```

                TODO: Say where to look and what to keep as evidence before anything changes.

                ### Make the change

                ```step
                who: on-call
                how: manual
                within: 15m
                check: "TODO: how to tell that it worked"
                undo: "TODO: how to take it back"
                ```

                TODO: Write the commands, each as it is typed.
                """.formatted(front);
    }
}
