package dev.allclear.check;

import dev.allclear.model.Course;
import dev.allclear.model.Incident;

/** A rule that looks at one incident at a time. */
public interface IncidentRule extends Rule {

    @Override
    default void check(Context context, Findings findings) {
        context.examine(this, findings);
    }

    /** Looks at one incident. What it says may rest on the incident, its course and the premises, and on nothing else. */
    void check(Incident incident, Course course, Premises context, Findings findings);
}
