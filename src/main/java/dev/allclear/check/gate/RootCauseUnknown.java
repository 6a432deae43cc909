package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Findings;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.model.Cause;
import dev.allclear.model.Course;
import dev.allclear.model.Field;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.util.List;
import java.util.Optional;

/** {@code gate/root-cause-unknown}. */
public final class RootCauseUnknown implements Condition {

    private static final RuleCard CARD = GateCard.of(
            "root-cause-unknown",
            "a closed investigation names at least one cause, and none of them is `unknown`",
            """
            An investigation that ends without a cause has not ended. `unknown` is an honest word while it is open.""",
            """
            status: closed
            causes: [unknown]
            """,
            """
            status: closed
            causes: [malicious-code, dependency]
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Investigation investigation = incident.investigation();
        if (investigation == null || !investigation.isClosed()) {
            return;
        }
        Field<List<Field<Cause>>> causes = investigation.causes();
        if (causes.or(List.of()).isEmpty()) {
            findings.report(
                    "causes",
                    causes.at(),
                    causes.isUnreadable()
                            ? "The investigation is closed, but its causes can't be read: what stands there is %s."
                                    .formatted(causes.quoted())
                            : "The investigation is closed, but it names no cause.",
                    "Name the causes, as in `causes: [change]`, or set `status: open`.");
            return;
        }
        for (Field<Cause> cause : causes.or(List.of())) {
            if (cause.value() == null || cause.value() == Cause.UNKNOWN) {
                findings.report(
                        "causes",
                        cause.at(),
                        "The investigation is closed, but %s is no known cause.".formatted(cause.quoted()),
                        "Name what caused it (malicious-code, security-breach, architecture-failure, data-corruption, change, capacity, dependency, hardware or operation), or set `status: open`.");
            }
        }
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Premises context) {
        Investigation investigation = incident.investigation();
        if (investigation == null) {
            return Optional.empty();
        }
        List<Field<Cause>> causes = investigation.causes().or(List.of());
        boolean known =
                !causes.isEmpty() && causes.stream().allMatch(c -> c.value() != null && c.value() != Cause.UNKNOWN);
        return known ? Optional.empty() : Optional.of("The root cause is not known: the report names no cause.");
    }
}
