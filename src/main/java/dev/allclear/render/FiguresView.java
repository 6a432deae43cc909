package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Cause;
import dev.allclear.model.Exercise;
import dev.allclear.model.Incident;
import dev.allclear.model.Measure;
import dev.allclear.model.Playbook;
import dev.allclear.model.SiteMap;
import dev.allclear.model.Stage;
import dev.allclear.model.Statistics;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the times of all incidents say together.
 *
 * @param incidents how many incidents there are
 * @param medians the median of each stage
 * @param plots a picture of each stage that was measured
 * @param quarters the medians by quarter
 * @param rows every incident and what its stages took
 * @param objectives of each stage that has an objective: how often it was met
 * @param causes how often each cause was found
 * @param recurrences what happened again
 * @param actions how many actions are done, open and late
 * @param late the actions that are late
 * @param exercises the playbooks by the age of their last exercise, the oldest first
 */
public record FiguresView(
        int incidents,
        List<FigureView> medians,
        List<DotPlot> plots,
        List<QuarterRow> quarters,
        List<Row> rows,
        List<ObjectiveRow> objectives,
        List<CauseRow> causes,
        List<Recurrence> recurrences,
        List<ActionRow> actions,
        List<LateRow> late,
        List<ExerciseRow> exercises) {

    private static final String TEMPLATE = "figures.ftlh";

    /**
     * The incidents of a quarter.
     *
     * @param name such as {@code 2026-Q1}
     * @param incidents how many
     * @param medians one for each stage, a dash where nothing was measured
     */
    public record QuarterRow(String name, int incidents, List<Length> medians) {}

    /**
     * An incident.
     *
     * @param link its page
     * @param declared when it was declared
     * @param lengths one for each stage, a dash where it can't be told
     */
    public record Row(LinkView link, TimeView declared, List<Length> lengths) {}

    /**
     * A length of time.
     *
     * @param text in words
     * @param minutes to sort by; -1 if there is none
     * @param verdict {@code met}, {@code missed} or empty
     */
    public record Length(String text, long minutes, String verdict) {}

    /**
     * The objective of a stage.
     *
     * @param name the stage
     * @param met how often it was met
     * @param missed how often it was not
     * @param percent how often it was met, of all
     */
    public record ObjectiveRow(String name, int met, int missed, int percent) {}

    /**
     * Actions in one state.
     *
     * @param state {@code done}, {@code open} or {@code overdue}
     * @param count how many there are
     * @param percent of all actions
     */
    public record ActionRow(String state, int count, int percent) {}

    /**
     * A cause.
     *
     * @param name the cause
     * @param count how often it was found
     * @param percent of the most frequent one
     */
    public record CauseRow(String name, int count, int percent) {}

    /**
     * What happened again.
     *
     * @param again the later incident
     * @param before the earlier one
     */
    public record Recurrence(LinkView again, LinkView before) {}

    /**
     * An action that is late.
     *
     * @param html safe HTML: what is to be done
     * @param report where it stands
     * @param owner who does it
     * @param due when it was due
     */
    public record LateRow(String html, LinkView report, LinkView owner, String due) {}

    /**
     * A playbook.
     *
     * @param link its page
     * @param days since it was last exercised; -1 if it never was
     * @param on when that was, or empty
     * @param percent of the oldest
     */
    public record ExerciseRow(LinkView link, long days, String on, int percent) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE).from("systems.yaml").from("people.yaml");
        atlas.accounts().forEach(a -> a.incident().documents().forEach(d -> made.naming(d.path())));
        atlas.library().playbooks().forEach(p -> made.naming(p.document().path()));
        return new PagePlan(
                SiteMap.FIGURES,
                TEMPLATE,
                atlas.words().say("section.figures"),
                "figures",
                List.of(),
                () -> view(atlas),
                made.inputs());
    }

    private static FiguresView view(Atlas atlas) {
        Links links = new Links(SiteMap.FIGURES);
        Words words = atlas.words();
        List<Account> accounts = atlas.accounts().stream()
                .filter(a -> !a.incident().isExercise())
                .toList();
        Statistics all = Statistics.of(accounts, words.zone(), words.day(atlas.now()));
        List<FigureView> medians = new ArrayList<>();
        List<DotPlot> plots = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Duration median = all.medians().get(stage);
            long measured = accounts.stream().filter(a -> stage.of(a) != null).count();
            medians.add(new FigureView(
                    words.say("figure." + stage.word()),
                    median == null ? "–" : words.length(median),
                    words.messages().count("figures.median-of", measured),
                    ""));
            if (median != null) {
                plots.add(DotPlot.of(stage, accounts, median, words));
            }
        }
        return new FiguresView(
                all.incidents(),
                medians,
                plots,
                quarters(all, words),
                rows(accounts, atlas, links),
                objectives(all, words),
                causes(all, atlas),
                recurrences(accounts, atlas, links),
                actions(all.actions()),
                late(accounts, atlas, links),
                exercises(atlas, links));
    }

    private static List<QuarterRow> quarters(Statistics all, Words words) {
        List<QuarterRow> rows = new ArrayList<>();
        all.quarters().forEach((day, quarter) -> {
            List<Length> medians = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                medians.add(length(quarter.medians().get(stage), "", words));
            }
            rows.add(0, new QuarterRow(words.quarter(day), quarter.incidents(), medians));
        });
        return rows;
    }

    private static List<Row> rows(List<Account> accounts, Atlas atlas, Links links) {
        List<Row> rows = new ArrayList<>();
        for (Account account : accounts) {
            List<Length> lengths = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                Measure measure = stage.of(account);
                boolean judged = measure != null && measure.objective() != null;
                lengths.add(length(
                        measure == null ? null : measure.took(),
                        !judged ? "" : measure != null && measure.missed() ? "missed" : "met",
                        atlas.words()));
            }
            Incident incident = account.incident();
            rows.add(new Row(atlas.incident(incident, links), atlas.words().time(incident.declared()), lengths));
        }
        return rows;
    }

    private static Length length(@Nullable Duration duration, String verdict, Words words) {
        return duration == null
                ? new Length("–", -1, "")
                : new Length(words.length(duration), duration.toMinutes(), verdict);
    }

    private static List<ObjectiveRow> objectives(Statistics all, Words words) {
        return all.objectives().entrySet().stream()
                .map(e -> new ObjectiveRow(
                        words.say("figure." + e.getKey().word()),
                        e.getValue().met(),
                        e.getValue().missed(),
                        100 * e.getValue().met() / e.getValue().all()))
                .toList();
    }

    private static List<ActionRow> actions(Statistics.Actions actions) {
        int all = Math.max(1, actions.all());
        return actions.all() == 0
                ? List.of()
                : List.of(
                        new ActionRow("done", actions.done(), 100 * actions.done() / all),
                        new ActionRow("open", actions.open(), 100 * actions.open() / all),
                        new ActionRow("overdue", actions.overdue(), 100 * actions.overdue() / all));
    }

    private static List<CauseRow> causes(Statistics all, Atlas atlas) {
        int most =
                all.causes().values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return all.causes().entrySet().stream()
                .sorted(Map.Entry.<Cause, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new CauseRow(atlas.word("cause", e.getKey()), e.getValue(), 100 * e.getValue() / most))
                .toList();
    }

    private static List<Recurrence> recurrences(List<Account> accounts, Atlas atlas, Links links) {
        List<Recurrence> all = new ArrayList<>();
        for (Account account : accounts) {
            Incident before = atlas.incident(account.incident().recurrenceOf().value());
            if (before != null) {
                all.add(new Recurrence(atlas.incident(account.incident(), links), atlas.incident(before, links)));
            }
        }
        return all;
    }

    private static List<LateRow> late(List<Account> accounts, Atlas atlas, Links links) {
        LocalDate today = atlas.words().day(atlas.now());
        List<LateRow> late = new ArrayList<>();
        for (Account account : accounts) {
            var investigation = account.incident().investigation();
            if (investigation != null) {
                investigation.actions().forEach(action -> {
                    LocalDate due = action.due().value();
                    if (action.done().value() == null && due != null && due.isBefore(today)) {
                        late.add(new LateRow(
                                action.html(),
                                new LinkView(
                                        account.incident().title(),
                                        links.to(investigation.document().page())),
                                atlas.person(action.owner().value(), links),
                                atlas.words().date(due)));
                    }
                });
            }
        }
        return late;
    }

    private static List<ExerciseRow> exercises(Atlas atlas, Links links) {
        LocalDate today = atlas.words().day(atlas.now());
        List<ExerciseRow> rows = new ArrayList<>();
        long oldest = 1;
        for (Playbook playbook : atlas.library().playbooks()) {
            LocalDate last = playbook.exercised().stream()
                    .map((Exercise e) -> e.on().or(LocalDate.MIN))
                    .max(Comparator.naturalOrder())
                    .orElse(LocalDate.MIN);
            long days = last.equals(LocalDate.MIN) ? -1 : Math.max(0, ChronoUnit.DAYS.between(last, today));
            oldest = Math.max(oldest, days);
            rows.add(new ExerciseRow(
                    atlas.playbook(playbook, links),
                    days,
                    days < 0 ? "" : atlas.words().date(last),
                    0));
        }
        long most = oldest;
        return rows.stream()
                .map(r ->
                        new ExerciseRow(r.link(), r.days(), r.on(), r.days() < 0 ? 100 : (int) (100 * r.days() / most)))
                .sorted(Comparator.comparingLong((ExerciseRow r) -> r.days() < 0 ? Long.MIN_VALUE : -r.days())
                        .thenComparing(r -> r.link().url()))
                .toList();
    }
}
