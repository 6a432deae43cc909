package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.PlaybookRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A place where an incident names a playbook that was followed.
 *
 * @param field the field that names it
 * @param ref what it names
 */
record Followed(String field, PlaybookRef ref) {

    /** Hands over each of them, with the findings about its incident. */
    static void each(Rule rule, Context context, Findings findings, BiConsumer<Followed, Findings> check) {
        for (Incident incident : context.library().incidents()) {
            List<Followed> followed = context.once(rule, incident, Followed::in);
            if (!followed.isEmpty()) {
                Findings about = findings.about(incident.id());
                followed.forEach(f -> check.accept(f, about));
            }
        }
    }

    private static List<Followed> in(Incident incident) {
        List<Followed> all = new ArrayList<>();
        incident.playbooks().or(List.of()).forEach(r -> all.add(new Followed("playbooks", r)));
        for (Decision decision : incident.decisions()) {
            PlaybookRef ref = decision.playbook().value();
            if (ref != null) {
                all.add(new Followed("playbook", ref));
            }
        }
        return List.copyOf(all);
    }
}
