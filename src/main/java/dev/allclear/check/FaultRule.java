package dev.allclear.check;

import dev.allclear.finding.Related;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;

/** A rule that reports what reading has recorded of one kind. */
public abstract class FaultRule implements Rule {

    private final FaultKind kind;

    /** For the faults of this kind. */
    protected FaultRule(FaultKind kind) {
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
