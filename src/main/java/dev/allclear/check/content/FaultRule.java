package dev.allclear.check.content;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.finding.Related;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;

/** A rule that reports what reading has recorded of one kind. */
abstract class FaultRule implements Rule {

    private final FaultKind kind;

    FaultRule(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public void check(Context context, Findings findings) {
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
