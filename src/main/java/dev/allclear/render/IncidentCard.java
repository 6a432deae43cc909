package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.Measure;
import dev.allclear.model.SystemUnderCare;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An incident in short.
 *
 * @param link its page
 * @param id its id
 * @param open whether BAU is suspended
 * @param exercise whether it is a rehearsal
 * @param severity how severe, or empty
 * @param kind what kind of event, or empty
 * @param declared when it was declared
 * @param clock the time since the declaration, or until the restoration, against the objective
 * @param late whether the objective has passed
 * @param gone how much of the objective has gone by, in percent; -1 if no clock is running
 * @param states its systems and their states
 * @param owner who decides
 * @param last the last decision; no text if there is none
 * @param lastAt when it was taken
 * @param blockers safe HTML: what stands between it and BAU
 * @param playbooks those that fit
 * @param log its decision log; no address if there is none
 */
public record IncidentCard(
        LinkView link,
        String id,
        boolean open,
        boolean exercise,
        String severity,
        String kind,
        TimeView declared,
        String clock,
        boolean late,
        int gone,
        List<StateView> states,
        LinkView owner,
        LinkView last,
        TimeView lastAt,
        List<String> blockers,
        List<LinkView> playbooks,
        LinkView log) {

    static IncidentCard of(Account account, Atlas atlas, Links links) {
        Incident incident = account.incident();
        List<StateView> states = new ArrayList<>();
        for (String id : account.course().states().keySet()) {
            states.add(new StateView(
                    atlas.system(id, links),
                    account.course().unclear().contains(id) && account.isOpen()
                            ? "unclear"
                            : account.state(id).word(),
                    atlas.since(account, id),
                    ""));
        }
        List<Decision> decisions = incident.decisions();
        Decision last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
        String logPage = incident.log() == null ? "" : incident.log().document().page();
        return new IncidentCard(
                atlas.incident(incident, links),
                incident.id(),
                account.isOpen(),
                incident.isExercise(),
                atlas.word("severity", incident.severity().value()),
                atlas.word("kind", incident.kind().value()),
                atlas.words().time(incident.declared()),
                clock(account, atlas),
                isLate(account, atlas),
                account.isOpen() ? gone(account, atlas) : -1,
                states,
                atlas.person(account.course().owner(), links),
                last == null ? new LinkView("", "") : new LinkView(last.title(), links.to(logPage, last.id())),
                atlas.words().time(last == null ? null : last.at().value()),
                Blockers.of(account, atlas, links),
                atlas.fitting(incident).stream()
                        .map(p -> atlas.playbook(p, links))
                        .toList(),
                new LinkView(atlas.words().say("decisions.title"), logPage.isEmpty() ? "" : links.to(logPage)));
    }

    private static boolean isLate(Account account, Atlas atlas) {
        Measure restore = account.figures().restore();
        if (restore != null) {
            return restore.missed();
        }
        Duration objective = objective(account.incident(), atlas);
        Instant declared = account.incident().declared().value();
        return objective != null
                && declared != null
                && Duration.between(declared, atlas.now()).compareTo(objective) > 0;
    }

    private static String clock(Account account, Atlas atlas) {
        Instant declared = account.incident().declared().value();
        if (declared == null) {
            return "";
        }
        Words words = atlas.words();
        Measure restore = account.figures().restore();
        if (restore != null) {
            Duration objective = restore.objective();
            String after = words.say("clock.restored", words.length(restore.took()));
            return objective == null ? after : after + ", " + words.verdict(restore, objective);
        }
        Duration running = Duration.between(declared, atlas.now());
        Duration objective = objective(account.incident(), atlas);
        if (objective == null) {
            return words.say("clock.running", words.length(running));
        }
        return running.compareTo(objective) > 0
                ? words.say("clock.passed", words.length(running), words.length(objective))
                : words.say(
                        "clock.left",
                        words.length(running),
                        words.length(objective.minus(running)),
                        words.length(objective));
    }

    /** How much of the objective has gone by since the declaration, in percent up to 100; -1 if no clock is running. */
    private static int gone(Account account, Atlas atlas) {
        Instant declared = account.incident().declared().value();
        Duration objective = objective(account.incident(), atlas);
        if (declared == null || objective == null || account.figures().restore() != null || objective.isZero()) {
            return -1;
        }
        long seconds = Duration.between(declared, atlas.now()).toSeconds();
        return (int) Math.max(0, Math.min(100, 100 * seconds / Math.max(1, objective.toSeconds())));
    }

    /** The shortest RTO of its systems: what the clock runs against while none is restored. */
    static @org.jspecify.annotations.Nullable Duration objective(Incident incident, Atlas atlas) {
        Duration shortest = null;
        for (String id : incident.systemIds()) {
            SystemUnderCare system = atlas.library().systems().get(id);
            Duration rto = system == null ? null : system.rto().value();
            if (rto != null && (shortest == null || rto.compareTo(shortest) < 0)) {
                shortest = rto;
            }
        }
        return shortest;
    }
}
