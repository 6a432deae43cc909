package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.finding.Related;
import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Incident;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports what reading has recorded of one kind. */
final class FaultFindings {

    private FaultFindings() {}

    /** What is wrong with the settings, who is who among them, casts doubt on every incident. */
    private static Set<String> concerned(Fault fault, Context context) {
        if (!fault.at().file().endsWith(".yaml")) {
            return fault.incidents();
        }
        return context.library().incidents().stream().map(Incident::id).collect(Collectors.toSet());
    }

    static void report(FaultKind kind, Context context, Findings findings) {
        for (Fault fault : context.library().faults()) {
            if (fault.kind() == kind) {
                findings.about(concerned(fault, context))
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
