package dev.allclear.render;

import dev.allclear.model.Exercise;
import dev.allclear.model.Imprint;
import dev.allclear.model.Issue;
import dev.allclear.model.Playbook;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.SiteMap;
import dev.allclear.model.Step;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A playbook.
 *
 * @param id its id
 * @param version its number, or empty
 * @param stamp its version and the date, which every printed sheet carries
 * @param objective the shortest objective of what it restores, in seconds; 0 if there is none
 * @param words what the script says that helps to follow it
 * @param facts what its record says
 * @param within how long its steps may take together, or empty
 * @param budget that sum against the objective of each system, in words
 * @param over whether it passes one of them
 * @param before the prose before the steps
 * @param stepsId the anchor of the heading above the steps
 * @param steps the steps
 * @param after the prose after them
 * @param exercises its rehearsals, the latest first
 * @param versions its own versions and when each was in force, the newest first
 * @param used the incidents in which it was followed
 * @param toc the table of contents: the prose before, the steps, the prose after
 */
public record PlaybookView(
        String id,
        String version,
        String stamp,
        long objective,
        List<RunWords> words,
        List<FactView> facts,
        String within,
        List<String> budget,
        boolean over,
        ProseView before,
        String stepsId,
        List<StepView> steps,
        ProseView after,
        List<ExerciseView> exercises,
        List<VersionRow> versions,
        List<IncidentIndexView.Row> used,
        List<TocView> toc) {

    private static final String TEMPLATE = "playbook.ftlh";
    private static final int MOST_USES = 20;

    /**
     * One step.
     *
     * @param number from 1
     * @param id its anchor
     * @param title safe HTML
     * @param who who does it, or empty
     * @param how {@code manual}, {@code automatic} or empty
     * @param within how long it may take, or empty
     * @param seconds the same in seconds, 0 if it is not said
     * @param html safe HTML: what to do
     * @param check safe HTML: how to tell that it worked, or empty
     * @param undo safe HTML: how to take it back, or empty
     */
    public record StepView(
            int number,
            String id,
            String title,
            String who,
            String how,
            String within,
            long seconds,
            String html,
            String check,
            String undo) {}

    /**
     * One rehearsal.
     *
     * @param on the day
     * @param took how long it took
     * @param result how it ended
     * @param note what is worth remembering
     */
    public record ExerciseView(String on, String took, String result, String note) {}

    /**
     * A version of a playbook.
     *
     * @param version its number
     * @param from when it was published first; empty if it has not been
     * @param in the version of the site that it was published in; no address on that version's own page
     * @param until when another took its place, or empty
     * @param here whether it is the one on this page
     */
    public record VersionRow(String version, String from, LinkView in, String until, boolean here) {}

    static PagePlan plan(Playbook playbook, Atlas atlas) {
        String page = playbook.document().page();
        Made made = Made.with(TEMPLATE)
                .from(playbook.document())
                .from("people.yaml")
                .from("systems.yaml");
        made.versions();
        atlas.accountsWith(playbook.id())
                .forEach(a -> made.naming(a.incident().document().path()));
        return new PagePlan(
                page,
                TEMPLATE,
                playbook.document().title(),
                "playbooks",
                List.of(new LinkView(atlas.words().say("section.playbooks"), new Links(page).to(SiteMap.PLAYBOOKS))),
                () -> of(playbook, atlas, new Links(page)),
                made.around(playbook.document(), atlas).inputs(),
                atlas.around(playbook.document()));
    }

    static PlaybookView of(Playbook playbook, Atlas atlas, Links links) {
        Duration within = playbook.within();
        List<String> budget = new ArrayList<>();
        boolean over = false;
        Duration shortest = null;
        for (Word word : playbook.systems()) {
            SystemUnderCare system = atlas.library().systems().get(word.text());
            Duration rto = system == null ? null : system.rto().value();
            if (system == null || rto == null) {
                continue;
            }
            shortest = shortest == null || rto.compareTo(shortest) < 0 ? rto : shortest;
            if (!within.isZero()) {
                boolean passes = within.compareTo(rto) > 0;
                over |= passes;
                budget.add(atlas.words()
                        .say(
                                passes ? "playbook.passes" : "playbook.within-objective",
                                system.display(),
                                atlas.words().length(rto)));
            }
        }
        ProseView before = ProseView.of(playbook.before(), atlas.words());
        ProseView after = ProseView.of(playbook.after(), atlas.words());
        List<StepView> steps = steps(playbook, atlas, links);
        List<TocView> toc = new ArrayList<>(before.toc());
        if (!steps.isEmpty()) {
            toc.add(new TocView(2, atlas.words().say("playbook.steps"), playbook.stepsId()));
            steps.forEach(s -> toc.add(new TocView(3, ProseView.withoutLinks(s.title()), s.id())));
        }
        toc.addAll(after.toc());
        return new PlaybookView(
                playbook.id(),
                playbook.version().value() == null
                        ? ""
                        : String.valueOf(playbook.version().value()),
                stamp(playbook, atlas),
                shortest == null ? 0 : shortest.toSeconds(),
                RunWords.of(atlas.words()),
                facts(playbook, atlas, links),
                within.isZero() ? "" : atlas.words().length(within),
                budget,
                over,
                before,
                playbook.stepsId(),
                steps,
                after,
                exercises(playbook, atlas.words()),
                versions(playbook, atlas, links),
                atlas.accountsWith(playbook.id()).stream()
                        .limit(MOST_USES)
                        .map(a -> IncidentIndexView.row(a, atlas, links))
                        .toList(),
                toc);
    }

    private static List<FactView> facts(Playbook playbook, Atlas atlas, Links links) {
        List<FactView> facts = new ArrayList<>();
        if (playbook.version().value() != null) {
            facts.add(new FactView(
                    atlas.words().say("playbook.version"),
                    List.of(new LinkView(String.valueOf(playbook.version().value()), "")),
                    ""));
        }
        if (playbook.owner().isPresent()) {
            facts.add(new FactView(
                    atlas.words().say("playbook.owner"),
                    List.of(atlas.person(playbook.owner().value(), links)),
                    ""));
        }
        systems(atlas.words().say("playbook.restores"), playbook.systems(), atlas, links, facts);
        systems(atlas.words().say("playbook.needs"), playbook.needs(), atlas, links, facts);
        if (!playbook.kinds().isEmpty()) {
            facts.add(new FactView(
                    atlas.words().say("playbook.kinds"),
                    playbook.kinds().stream()
                            .map(k -> new LinkView(atlas.word("kind", k), ""))
                            .toList(),
                    ""));
        }
        LocalDate reviewed = playbook.reviewed().value();
        if (reviewed != null) {
            Duration every = playbook.reviewEvery().value();
            LocalDate next = every == null ? null : reviewed.plusDays(every.toDays());
            LocalDate today = atlas.words().day(atlas.now());
            facts.add(new FactView(
                    atlas.words().say("playbook.reviewed"),
                    List.of(new LinkView(atlas.words().date(reviewed), "")),
                    next == null
                            ? ""
                            : atlas.words()
                                    .say(
                                            next.isBefore(today) ? "playbook.review-was-due" : "playbook.review-next",
                                            atlas.words().date(next))));
        }
        return facts;
    }

    private static void systems(String name, List<Word> systems, Atlas atlas, Links links, List<FactView> facts) {
        if (!systems.isEmpty()) {
            facts.add(new FactView(
                    name,
                    systems.stream().map(s -> atlas.system(s.text(), links)).toList(),
                    ""));
        }
    }

    private static List<StepView> steps(Playbook playbook, Atlas atlas, Links links) {
        List<StepView> steps = new ArrayList<>();
        for (Step step : playbook.steps()) {
            String how = step.how().map(h -> h.word());
            String within = step.within().map(atlas.words()::length);
            steps.add(new StepView(
                    steps.size() + 1,
                    step.id(),
                    step.titleHtml(),
                    who(step, atlas, links),
                    how == null ? "" : how,
                    within == null ? "" : within,
                    seconds(step.within().value()),
                    step.html(),
                    step.check().or(""),
                    step.undo().or("")));
        }
        return steps;
    }

    private static long seconds(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toSeconds();
    }

    private static String stamp(Playbook playbook, Atlas atlas) {
        Words words = atlas.words();
        Integer version = playbook.version().value();
        Imprint imprint = atlas.edition().imprint();
        String built = words.say("playbook.stamp", words.time(atlas.now()).shown())
                + (imprint == null ? "" : " · " + words.say("copy.version", imprint.number(), imprint.label()));
        return version == null ? built : words.say("playbook.version-n", version) + " · " + built;
    }

    /** A version of a playbook from the version of the site that brought it to the one that took it away. */
    private static final class Reign {
        private final int version;
        private final @Nullable Imprint from;
        private final String page;
        private @Nullable Imprint until;

        Reign(int version, @Nullable Imprint from, String page) {
            this.version = version;
            this.from = from;
            this.page = page;
        }
    }

    private static List<VersionRow> versions(Playbook playbook, Atlas atlas, Links links) {
        Imprint own = atlas.edition().imprint();
        List<Reign> reigns = new ArrayList<>();
        Reign last = null;
        for (Issue issue : atlas.edition().standing()) {
            PublishedVersion record = issue.record();
            if (record == null || record.playbooks().isEmpty()) {
                // It says nothing of playbooks, which does not mean that there was none.
                continue;
            }
            PublishedPlaybook published = record.playbooks().get(playbook.id());
            if (last != null && (published == null || published.version() != last.version)) {
                last.until = issue.imprint();
                last = null;
            }
            if (published != null && last == null && published.version() > 0) {
                last = new Reign(published.version(), issue.imprint(), published.page());
                reigns.add(last);
            }
        }
        int here = playbook.version().or(0);
        if (here == 0 || (reigns.isEmpty() && own == null)) {
            return List.of();
        }
        if (last == null || last.version != here) {
            if (last != null) {
                last.until = own;
            }
            last = new Reign(here, own, "");
            reigns.add(last);
        }
        List<VersionRow> rows = new ArrayList<>();
        for (Reign reign : reigns) {
            rows.add(0, row(reign, reign == last, atlas, links));
        }
        return rows;
    }

    private static VersionRow row(Reign reign, boolean here, Atlas atlas, Links links) {
        Imprint from = reign.from;
        return new VersionRow(
                String.valueOf(reign.version),
                from == null ? "" : day(from, atlas.words()),
                from == null
                        ? new LinkView("", "")
                        : new LinkView(
                                from.label(),
                                reign.page.isEmpty() ? "" : atlas.elsewhere(links, from.folder() + reign.page)),
                reign.until == null ? "" : day(reign.until, atlas.words()),
                here);
    }

    private static String day(Imprint imprint, Words words) {
        return words.date(words.day(imprint.released()));
    }

    /** A person by name; a duty such as on-call as written. */
    private static String who(Step step, Atlas atlas, Links links) {
        String who = step.who().value();
        return who == null ? "" : atlas.person(who, links).text();
    }

    private static List<ExerciseView> exercises(Playbook playbook, Words words) {
        List<ExerciseView> all = new ArrayList<>();
        List<Exercise> latestFirst = new ArrayList<>(playbook.exercised());
        latestFirst.sort(
                Comparator.comparing((Exercise e) -> e.on().or(LocalDate.MIN)).reversed());
        for (Exercise exercise : latestFirst) {
            String on = exercise.on().map(words::date);
            String took = exercise.took().map(words::length);
            String result = exercise.result().map(r -> r.word());
            all.add(new ExerciseView(
                    on == null ? "" : on,
                    took == null ? "" : took,
                    result == null ? "" : result,
                    exercise.note().or("")));
        }
        return all;
    }
}
