package dev.allclear.check.playbook;

import dev.allclear.model.Playbook;
import dev.allclear.model.Step;

/** What the rules on steps ask of a step or of its playbook. */
final class Steps {

    private Steps() {}

    /** Whether the step opens with a record that says anything. */
    static boolean hasRecord(Step step) {
        return step.who().isPresent()
                || step.how().isPresent()
                || step.within().isPresent()
                || step.check().isPresent()
                || step.undo().isPresent();
    }

    /**
     * Whether its steps are meant to have records. A runbook that was dropped in as it is has none and says nothing of
     * itself: a finding for each of its steps would teach nobody anything.
     */
    static boolean areKept(Playbook playbook) {
        return playbook.version().isPresent()
                || playbook.owner().isPresent()
                || !playbook.systems().isEmpty()
                || playbook.steps().stream().anyMatch(Steps::hasRecord);
    }
}
