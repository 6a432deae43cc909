package dev.allclear.check.gate;

import dev.allclear.check.Condition;
import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Placeholder;
import dev.allclear.check.Premises;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Appearance;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.Course;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gate/root-cause-empty}. */
public final class RootCauseEmpty implements Condition {

    private static final int FEWEST_WORDS = 12;

    private static final RuleCard CARD = GateCard.of(
            "root-cause-empty",
            "a closed investigation says what the root cause was, in at least twelve words of its own",
            """
            A label is no explanation. Twelve words are the least in which somebody can say what failed and why \
            nothing stopped it; a text that stands in another incident too explains neither.""",
            """
            ## Root cause

            See above. <!-- we should write this up -->
            """,
            """
            ## Root cause

            The build took the newest version of a package without comparing its checksum, so a stranger's code ran \
            in checkout.
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        Map<String, List<Incident>> byText = new HashMap<>();
        for (Incident incident : context.library().incidents()) {
            Optional<String> text = context.once(this, incident, RootCauseEmpty::text);
            text.ifPresent(
                    t -> byText.computeIfAbsent(t, k -> new ArrayList<>()).add(incident));
        }
        Condition.super.check(context, findings);
        for (List<Incident> same : byText.values()) {
            if (same.size() > 1) {
                for (Incident incident : same) {
                    reportCopy(incident, same.get(0).equals(incident) ? same.get(1) : same.get(0), findings);
                }
            }
        }
    }

    @Override
    public void check(Incident incident, Course course, Premises context, Findings findings) {
        Investigation investigation = incident.investigation();
        if (investigation == null || !investigation.isClosed()) {
            return;
        }
        int words = words(investigation).size();
        if (words < FEWEST_WORDS) {
            findings.report(
                    "Root cause",
                    place(investigation),
                    investigation.rootCauseHeading() == null
                            ? "The investigation is closed, but the report has no section `Root cause`."
                            : "The investigation is closed, but its root cause is told in %d word%s."
                                    .formatted(words, words == 1 ? "" : "s"),
                    "Say in at least twelve words what failed and why nothing stopped it; comments, code and placeholders do not count.");
        }
    }

    /** What the report says of the root cause, as it is compared; nothing if it says too little. */
    private static Optional<String> text(Incident incident) {
        Investigation investigation = incident.investigation();
        List<String> words = investigation == null ? List.of() : words(investigation);
        return words.size() >= FEWEST_WORDS ? Optional.of(normal(words)) : Optional.empty();
    }

    private static void reportCopy(Incident incident, Incident other, Findings findings) {
        Investigation own = incident.investigation();
        Investigation twin = other.investigation();
        if (own != null && own.isClosed() && twin != null) {
            findings.about(incident.id())
                    .report(
                            "Root cause",
                            place(own),
                            "The root cause is the same text as that of the incident `%s`.".formatted(other.id()),
                            "Say what caused this incident; if it is the same cause, say why it could happen again.",
                            new Related(place(twin), "the same text"));
        }
    }

    private static Location place(Investigation investigation) {
        Location heading = investigation.rootCauseHeading();
        return heading == null ? investigation.document().top() : heading;
    }

    private static List<String> words(Investigation investigation) {
        List<String> words = new ArrayList<>();
        investigation.rootCause().forEach(paragraph -> words.addAll(Placeholder.strip(paragraph)));
        // As a whole: an item of a list may well be "It was never tested".
        return Placeholder.saysSomething(words) ? words : List.of();
    }

    private static String normal(List<String> words) {
        return Appearance.skeleton(String.join(" ", words))
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    @Override
    public Optional<String> missing(Incident incident, Course course, Premises context) {
        Investigation investigation = incident.investigation();
        return investigation == null || words(investigation).size() >= FEWEST_WORDS
                ? Optional.empty()
                : Optional.of("The report does not yet say what the root cause was.");
    }
}
