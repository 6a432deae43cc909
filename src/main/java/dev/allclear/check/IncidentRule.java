package dev.allclear.check;

import dev.allclear.model.Course;
import dev.allclear.model.Incident;

/** A rule that looks at one incident at a time. */
public interface IncidentRule extends Rule {

    @Override
    default void check(Context context, Findings findings) {
        for (Incident incident : context.library().incidents()) {
            check(incident, context.course(incident), context, findings.about(incident.id()));
        }
    }

    /** Looks at one incident. */
    void check(Incident incident, Course course, Context context, Findings findings);
}
