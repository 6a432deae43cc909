package dev.allclear.check;

import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import java.util.Optional;

/** A rule that says something of incidents that nobody has closed yet: what is still to be true before BAU may resume. */
public interface Condition extends IncidentRule {

    /** What stands between the incident and BAU today, in plain words; empty if nothing does. */
    Optional<String> missing(Incident incident, Course course, Premises context);
}
