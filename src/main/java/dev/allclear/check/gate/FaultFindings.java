package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.finding.Related;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;

/** Reports what reading has recorded of one kind. */
final class FaultFindings {

    private FaultFindings() {}

    static void report(FaultKind kind, Context context, Findings findings) {
        for (Fault fault : context.library().faults()) {
            if (fault.kind() == kind) {
                findings.about(fault.incidents())
                        .report(
                                fault.subject(),
                                fault.at(),
                                fault.message() + ".",
                                fault.help(),
                                fault.related().toArray(Related[]::new));
            }
        }
    }
}
