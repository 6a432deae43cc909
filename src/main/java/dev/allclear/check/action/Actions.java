package dev.allclear.check.action;

import dev.allclear.model.Action;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.util.function.Consumer;

/** Goes through the actions of all root-cause reports. */
final class Actions {

    /**
     * One of them.
     *
     * @param action the action
     * @param closed whether its investigation is closed
     */
    record Row(Action action, boolean closed) {}

    private static final int LONGEST = 60;

    private Actions() {}

    /** Hands over each action of an incident that says anything. */
    static void each(Incident incident, Consumer<Row> check) {
        Investigation investigation = incident.investigation();
        if (investigation != null) {
            for (Action action : investigation.actions()) {
                if (!action.text().isBlank()) {
                    check.accept(new Row(action, investigation.isClosed()));
                }
            }
        }
    }

    /** Whether the table has the column: one that it lacks is one finding, not one for each row. */
    static boolean hasColumn(Field<?> field, Action action) {
        return field.at().line() >= action.at().line();
    }

    /** An action's text, cut where a message would be too long. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
    }
}
