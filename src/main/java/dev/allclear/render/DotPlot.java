package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Measure;
import dev.allclear.model.Stage;
import dev.allclear.model.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a stage took in each incident: the quarter and the day of the declaration from left to right, length from
 * bottom to top on a logarithmic scale, the median of all as a line and that of each quarter as a shorter one.
 *
 * @param name what was measured
 * @param summary the picture in one sentence
 * @param width in pixels
 * @param height in pixels
 * @param left where the time begins
 * @param right where it ends
 * @param bottom where the axis of the time stands
 * @param dots one for each incident that was measured
 * @param grid the lengths that are marked at the side
 * @param quarters the quarters, in order
 * @param medianY the height of the median's line
 * @param median the median in words
 */
public record DotPlot(
        String name,
        String summary,
        int width,
        int height,
        int left,
        int right,
        int bottom,
        List<Dot> dots,
        List<Grid> grid,
        List<Quarter> quarters,
        int medianY,
        String median) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 230;
    private static final int LEFT = 84;
    private static final int RIGHT = 10;
    private static final int TOP = 12;
    private static final int BOTTOM = 34;
    private static final int LEAST_GAP = 26;
    private static final int MOST_LABELS = 4;

    private static final List<Duration> MARKS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(4),
            Duration.ofDays(14),
            Duration.ofDays(60),
            Duration.ofDays(240),
            Duration.ofDays(1000),
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(10),
            Duration.ofDays(20),
            Duration.ofDays(30),
            Duration.ofDays(120));

    /**
     * An incident.
     *
     * @param x its middle
     * @param y its middle
     * @param verdict {@code met}, {@code missed} or {@code plain}
     * @param title the incident, how long it took and whether that met the objective
     */
    public record Dot(int x, int y, String verdict, String title) {}

    /**
     * A length that is marked.
     *
     * @param y its height
     * @param text the length
     */
    public record Grid(int y, String text) {}

    /**
     * A quarter of a year.
     *
     * @param x its beginning
     * @param width its width
     * @param text its name; empty if there is no room for it
     * @param medians the height of its median; none if nothing was measured in it
     */
    public record Quarter(int x, int width, String text, List<Integer> medians) {}

    private record Point(Account account, Instant at, Measure measure) {}

    /** The plot of a stage; no dots if nothing was measured. */
    static DotPlot of(Stage stage, Collection<Account> accounts, Duration median, Words words) {
        List<Point> points = new ArrayList<>();
        Duration shortest = median;
        Duration longest = median;
        for (Account account : accounts) {
            Measure measure = stage.of(account);
            Instant at = account.incident().declared().value();
            if (measure != null && at != null) {
                points.add(new Point(account, at, measure));
                shortest = measure.took().compareTo(shortest) < 0 ? measure.took() : shortest;
                longest = measure.took().compareTo(longest) > 0 ? measure.took() : longest;
            }
        }
        Scale scale = new Scale(log(shortest), log(longest));
        Time time = Time.of(points, words);
        List<Dot> dots = new ArrayList<>();
        for (Point point : points) {
            dots.add(new Dot(
                    time.x(point.at()),
                    scale.y(point.measure().took()),
                    verdict(point.measure()),
                    title(point, words)));
        }
        String name = words.say("figure." + stage.word());
        return new DotPlot(
                name,
                words.messages().count("figures.plot", dots.size(), name, words.length(median)),
                WIDTH,
                HEIGHT,
                LEFT,
                WIDTH - RIGHT,
                HEIGHT - BOTTOM,
                dots,
                scale.grid(words),
                time.quarters(points, scale, words),
                scale.y(median),
                words.length(median));
    }

    private static String title(Point point, Words words) {
        Duration objective = point.measure().objective();
        String took = point.account().incident().title() + ": "
                + words.length(point.measure().took());
        return objective == null ? took : took + ", " + words.verdict(point.measure(), objective);
    }

    private static String verdict(Measure measure) {
        return measure.objective() == null ? "plain" : measure.missed() ? "missed" : "met";
    }

    private static double log(Duration duration) {
        return Math.log(Math.max(60.0, (double) duration.toSeconds()));
    }

    /** From days to places: whole quarters. */
    private record Time(LocalDate from, LocalDate to, Words words) {

        static Time of(List<Point> points, Words words) {
            LocalDate first = words.day(
                    points.stream().map(Point::at).min(Instant::compareTo).orElse(Instant.EPOCH));
            LocalDate last = words.day(
                    points.stream().map(Point::at).max(Instant::compareTo).orElse(Instant.EPOCH));
            return new Time(Statistics.quarter(first), Statistics.quarter(last).plusMonths(3), words);
        }

        int x(Instant instant) {
            return x(instant.atZone(words.zone()).toLocalDate());
        }

        private int x(LocalDate day) {
            double share = (double) (day.toEpochDay() - from.toEpochDay()) / (to.toEpochDay() - from.toEpochDay());
            return (int) Math.round(LEFT + share * (WIDTH - LEFT - RIGHT));
        }

        List<Quarter> quarters(List<Point> points, Scale scale, Words words) {
            Map<LocalDate, List<Duration>> took = new TreeMap<>();
            points.forEach(p -> took.computeIfAbsent(Statistics.quarter(words.day(p.at())), k -> new ArrayList<>())
                    .add(p.measure().took()));
            int all = (int) (from.until(to).toTotalMonths() / 3);
            int every = (all + MOST_LABELS - 1) / MOST_LABELS;
            List<Quarter> quarters = new ArrayList<>();
            for (LocalDate day = from; day.isBefore(to); day = day.plusMonths(3)) {
                Duration median = Statistics.median(took.getOrDefault(day, List.of()));
                quarters.add(new Quarter(
                        x(day),
                        x(day.plusMonths(3)) - x(day),
                        quarters.size() % every == 0 ? words.quarter(day) : "",
                        median == null ? List.of() : List.of(scale.y(median))));
            }
            return quarters;
        }
    }

    /** From lengths to heights, with some room at both ends. */
    private record Scale(double low, double high) {

        int y(Duration duration) {
            double from = low - .5;
            double to = high + .5;
            double share = (log(duration) - from) / (to - from);
            return (int) Math.round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP));
        }

        /** The usual lengths first; others where there is room between them. */
        List<Grid> grid(Words words) {
            List<Grid> grid = new ArrayList<>();
            for (Duration mark : MARKS) {
                int y = y(mark);
                if (y >= TOP
                        && y <= HEIGHT - BOTTOM - 6
                        && grid.stream().allMatch(g -> Math.abs(g.y() - y) >= LEAST_GAP)) {
                    grid.add(new Grid(y, words.length(mark)));
                }
            }
            return grid;
        }
    }
}
