package dev.allclear.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the times of all incidents say together. Exercises stay out of it. There are medians and no means: one
 * incident of three weeks would hide twenty of an hour.
 *
 * @param incidents how many there are
 * @param medians of each stage that was measured at least once
 * @param quarters the same by the first day of the quarter of the declaration, in order
 * @param objectives of each stage that has objectives: how often they were met
 * @param causes how many closed investigations name each cause
 * @param actions the actions of all reports
 */
public record Statistics(
        int incidents,
        Map<Stage, Duration> medians,
        SortedMap<LocalDate, Quarter> quarters,
        Map<Stage, Objectives> objectives,
        Map<Cause, Integer> causes,
        Actions actions) {

    /**
     * The incidents declared in a quarter.
     *
     * @param incidents how many
     * @param medians of each stage that was measured at least once
     */
    public record Quarter(int incidents, Map<Stage, Duration> medians) {}

    /**
     * How often the objectives of a stage were met.
     *
     * @param met how many incidents kept theirs
     * @param missed how many did not
     */
    public record Objectives(int met, int missed) {

        /** All of them. */
        public int all() {
            return met + missed;
        }

        private Objectives with(Measure measure) {
            return measure.missed() ? new Objectives(met, missed + 1) : new Objectives(met + 1, missed);
        }
    }

    /**
     * The actions of root-cause reports.
     *
     * @param done how many are done
     * @param open how many are open and not late
     * @param overdue how many are open and late
     */
    public record Actions(int done, int open, int overdue) {

        /** All of them. */
        public int all() {
            return done + open + overdue;
        }
    }

    /** Computes them; days and quarters are those of the zone. */
    public static Statistics of(Collection<Account> accounts, ZoneId zone, LocalDate today) {
        List<Account> counted =
                accounts.stream().filter(a -> !a.incident().isExercise()).toList();
        TreeMap<LocalDate, List<Account>> byQuarter = new TreeMap<>();
        Map<Stage, Objectives> objectives = new EnumMap<>(Stage.class);
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        for (Account account : counted) {
            LocalDate quarter = quarter(account, zone);
            if (quarter != null) {
                byQuarter.computeIfAbsent(quarter, k -> new ArrayList<>()).add(account);
            }
            for (Stage stage : Stage.values()) {
                Measure measure = stage.of(account);
                if (measure != null && measure.objective() != null) {
                    Objectives before = objectives.getOrDefault(stage, new Objectives(0, 0));
                    objectives.put(stage, before.with(measure));
                }
            }
            Investigation investigation = account.incident().investigation();
            if (investigation != null && investigation.isClosed()) {
                investigation.causes().or(List.of()).stream()
                        .map(Field::value)
                        .distinct()
                        .forEach(c -> count(causes, c));
            }
        }
        TreeMap<LocalDate, Quarter> quarters = new TreeMap<>();
        byQuarter.forEach((day, all) -> quarters.put(day, new Quarter(all.size(), medians(all))));
        return new Statistics(
                counted.size(),
                medians(counted),
                Collections.unmodifiableSortedMap(quarters),
                objectives,
                causes,
                actions(counted, today));
    }

    private static void count(Map<Cause, Integer> causes, @Nullable Cause cause) {
        if (cause != null) {
            causes.merge(cause, 1, Integer::sum);
        }
    }

    private static Actions actions(List<Account> accounts, LocalDate today) {
        int done = 0;
        int open = 0;
        int overdue = 0;
        for (Account account : accounts) {
            Investigation investigation = account.incident().investigation();
            for (Action action : investigation == null ? List.<Action>of() : investigation.actions()) {
                LocalDate due = action.due().value();
                if (action.done().value() != null) {
                    done++;
                } else if (due != null && due.isBefore(today)) {
                    overdue++;
                } else {
                    open++;
                }
            }
        }
        return new Actions(done, open, overdue);
    }

    /** The first day of the quarter in which an incident was declared, or null if that can't be told. */
    private static @Nullable LocalDate quarter(Account account, ZoneId zone) {
        return account.incident().declared().map(declared -> quarter(LocalDate.ofInstant(declared, zone)));
    }

    /** The first day of the quarter that a day lies in. */
    public static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static Map<Stage, Duration> medians(List<Account> accounts) {
        Map<Stage, Duration> medians = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            List<Duration> took = new ArrayList<>();
            for (Account account : accounts) {
                Measure measure = stage.of(account);
                if (measure != null) {
                    took.add(measure.took());
                }
            }
            Duration median = median(took);
            if (median != null) {
                medians.put(stage, median);
            }
        }
        return medians;
    }

    /** The middle one; of an even number, what lies half-way between the two in the middle; null of none. */
    public static @Nullable Duration median(Collection<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return null;
        }
        Duration upper = sorted.get(sorted.size() / 2);
        return sorted.size() % 2 == 1
                ? upper
                : sorted.get(sorted.size() / 2 - 1).plus(upper).dividedBy(2);
    }
}
