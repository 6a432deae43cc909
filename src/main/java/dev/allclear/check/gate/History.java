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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
        if (atOtherMoments(context, findings)) {
            return;
        }
        for (PublishedVersion version : context.published()) {
            for (Map.Entry<String, List<PublishedDecision>> entry :
                    version.decisions().entrySet()) {
                Incident incident = context.library().incident(entry.getKey()).orElse(null);
                compare(context, version, entry.getKey(), entry.getValue(), incident, findings, said);
            }
        }
    }

    /**
     * Whether all that is different of several decisions is the moment at which they were taken. That has one cause, the
     * site's time zone.
     */
    private static boolean atOtherMoments(Context context, Findings findings) {
        PublishedDecision first = null;
        Decision firstNow = null;
        String label = "";
        int count = 0;
        Set<String> incidents = new TreeSet<>();
        for (PublishedVersion version : context.published()) {
            for (Map.Entry<String, List<PublishedDecision>> entry :
                    version.decisions().entrySet()) {
                List<Decision> today = context.library()
                        .incident(entry.getKey())
                        .map(Incident::decisions)
                        .orElse(List.of());
                for (int i = 0; i < entry.getValue().size(); i++) {
                    PublishedDecision old = entry.getValue().get(i);
                    if (i >= today.size() || !isAtAnotherMoment(old, today.get(i))) {
                        return false;
                    }
                    if (first == null) {
                        first = old;
                        firstNow = today.get(i);
                        label = version.label();
                    }
                    count++;
                    incidents.add(entry.getKey());
                }
            }
        }
        if (first == null || firstNow == null || count < 2) {
            return false;
        }
        findings.about(incidents)
                .report(
                        "time-zone",
                        context.library().site().zone().at(),
                        "%d decisions that version %s holds are at other moments now, as in another time zone: `%s`%s"
                                .formatted(
                                        count,
                                        label,
                                        first.title(),
                                        Difference.between(first.said(), Wording.of(firstNow), context)),
                        "Put `time-zone`, or each `at`, back as it was published.");
        return true;
    }

    private static boolean isAtAnotherMoment(PublishedDecision old, Decision now) {
        if (old.digest().equals(now.digest())) {
            // What it says needn't be read from the disk, then.
            return false;
        }
        Map<String, String> was = new HashMap<>(old.said());
        Map<String, String> is = new HashMap<>(Wording.of(now));
        return !Objects.equals(was.remove(Wording.AT), is.remove(Wording.AT)) && was.equals(is);
    }

    private static void compare(
            Context context,
            PublishedVersion version,
            String id,
            List<PublishedDecision> published,
            @Nullable Incident incident,
            Findings findings,
            Set<String> said) {
        List<Decision> today = incident == null ? List.of() : incident.decisions();
        boolean inPlace = inPlace(published, today);
        boolean first = true;
        for (int i = 0; i < published.size(); i++) {
            PublishedDecision old = published.get(i);
            Decision now = i < today.size() ? today.get(i) : null;
            if (now != null && now.digest().equals(old.digest())) {
                continue;
            }
            if (first && !said.add(id)) {
                return;
            }
            first = false;
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
            // What stands behind a decision that left its place differs too, if only by its own.
            if (!inPlace) {
                return;
            }
        }
    }

    /** Whether each decision still stands where it was published, as it was or changed. */
    private static boolean inPlace(List<PublishedDecision> published, List<Decision> today) {
        for (int i = 0; i < published.size(); i++) {
            PublishedDecision old = published.get(i);
            if (i >= today.size()
                    || (!today.get(i).digest().equals(old.digest())
                            && (holds(published, today.get(i))
                                    || today.stream().anyMatch(d -> d.digest().equals(old.digest()))
                                    || !today.get(i).equals(successor(old, i, published, today))))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(List<PublishedDecision> published, Decision decision) {
        return published.stream().anyMatch(p -> p.digest().equals(decision.digest()));
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

    /** What a decision that was changed is today: one of the same heading that is no other one, else what took its place. */
    private static @Nullable Decision successor(
            PublishedDecision old, int index, List<PublishedDecision> published, List<Decision> today) {
        Decision there = index < today.size() ? today.get(index) : null;
        if (there != null && there.title().equals(old.title()) && !holds(published, there)) {
            return there;
        }
        for (Decision decision : today) {
            if (decision.title().equals(old.title()) && !holds(published, decision)) {
                return decision;
            }
        }
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
