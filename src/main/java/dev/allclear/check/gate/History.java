package dev.allclear.check.gate;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Location;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.PublishedDecision;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.Wording;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code gate/history}. */
public final class History implements Rule {

    private static final RuleCard CARD = GateCard.of(
            "history", "no decision that a published version holds has been changed, moved or removed", """
            What was known, and when, is the first question after a disaster. A log that is rewritten afterwards can't \
            answer it; a correction is a new decision.""", """
            at: 2026-03-14 14:05      # the published version says 14:35
            """, """
            ## Correction: checkout was taken offline at 14:35, not at 14:05
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        Set<String> said = new HashSet<>();
        for (PublishedVersion version : context.published()) {
            for (Map.Entry<String, List<PublishedDecision>> entry :
                    version.decisions().entrySet()) {
                Incident incident = context.library().incident(entry.getKey()).orElse(null);
                compare(context, version, entry.getKey(), entry.getValue(), incident, findings, said);
            }
        }
    }

    private static void compare(
            Context context,
            PublishedVersion version,
            String id,
            List<PublishedDecision> published,
            @Nullable Incident incident,
            Findings findings,
            Set<String> said) {
        for (int i = 0; i < published.size(); i++) {
            PublishedDecision old = published.get(i);
            List<Decision> today = incident == null ? List.of() : incident.decisions();
            Decision now = i < today.size() ? today.get(i) : null;
            if (now != null && now.digest().equals(old.digest())) {
                continue;
            }
            // What stands behind the first difference differs too, if only by its place.
            if (!said.add(id)) {
                return;
            }
            findings.about(id)
                    .report(
                            "",
                            place(context, incident, now),
                            "The decision `%s` of %s%s, which version %s holds, has been %s"
                                    .formatted(
                                            old.title(),
                                            time(old, context),
                                            incident == null ? " in the incident `%s`".formatted(id) : "",
                                            version.label(),
                                            what(old, i, published, today, context)),
                            "Put it back as it was published; a correction is a new decision.");
            return;
        }
    }

    private static String what(
            PublishedDecision old,
            int index,
            List<PublishedDecision> published,
            List<Decision> today,
            Context context) {
        for (int i = 0; i < today.size(); i++) {
            if (today.get(i).digest().equals(old.digest())) {
                return "moved: it was number %d of its log, now it is number %d.".formatted(index + 1, i + 1);
            }
        }
        Incident elsewhere = elsewhere(old, context);
        if (elsewhere != null) {
            return "moved to the incident `%s`.".formatted(elsewhere.id());
        }
        Decision successor = successor(old, index, published, today);
        if (successor != null) {
            return "changed" + Difference.between(old.said(), Wording.of(successor), context);
        }
        return "removed" + Difference.saying(old.said(), context);
    }

    /** The incident whose log holds it to the letter. */
    private static @Nullable Incident elsewhere(PublishedDecision old, Context context) {
        for (Incident incident : context.library().incidents()) {
            for (Decision decision : incident.decisions()) {
                if (decision.digest().equals(old.digest())) {
                    return incident;
                }
            }
        }
        return null;
    }

    /** What a decision that was changed is today: the one of the same heading, else the one that took its place. */
    private static @Nullable Decision successor(
            PublishedDecision old, int index, List<PublishedDecision> published, List<Decision> today) {
        for (Decision decision : today) {
            if (decision.title().equals(old.title())) {
                return decision;
            }
        }
        Decision there = index < today.size() ? today.get(index) : null;
        return there != null
                        && Wording.of(there)
                                .getOrDefault(Wording.AT, "")
                                .equals(old.said().get(Wording.AT))
                        && published.stream().noneMatch(p -> p.title().equals(there.title()))
                ? there
                : null;
    }

    /** When it was taken, in the site's time zone where the version says it exactly. */
    private static String time(PublishedDecision old, Context context) {
        try {
            return context.shown(Instant.parse(old.at()));
        } catch (DateTimeException e) {
            return old.at();
        }
    }

    private static Location place(Context context, @Nullable Incident incident, @Nullable Decision now) {
        if (now != null) {
            return now.heading();
        }
        if (incident == null) {
            return context.library().site().top();
        }
        return incident.log() == null
                ? incident.document().top()
                : incident.log().top();
    }
}
