package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.finding.Related;
import dev.allclear.model.Playbook;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The objectives that a playbook has to keep to: those of the systems that it restores. */
final class Objectives {

    /**
     * One of them.
     *
     * @param word where the playbook names the system
     * @param system the system
     * @param rto its recovery time objective
     */
    record Objective(Word word, SystemUnderCare system, Duration rto) {

        Related related() {
            return new Related(system.rto().at(), "the objective of `%s`".formatted(system.id()));
        }
    }

    private Objectives() {}

    /** The objectives, the shortest first. */
    static List<Objective> of(Playbook playbook, Context context) {
        List<Objective> all = new ArrayList<>();
        for (Word word : playbook.systems()) {
            SystemUnderCare system = context.library().systems().get(word.text());
            Duration rto = system == null ? null : system.rto().value();
            if (system != null && rto != null) {
                all.add(new Objective(word, system, rto));
            }
        }
        all.sort(Comparator.comparing(Objective::rto));
        return all;
    }
}
