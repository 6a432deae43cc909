package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Measure;
import dev.allclear.model.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How long a stage took in each incident: time of the declaration from left to right, length from bottom to top on a
 * logarithmic scale, the median as a line.
 *
 * @param name what was measured
 * @param summary the picture in one sentence
 * @param width in pixels
 * @param height in pixels
 * @param left where the time begins
 * @param dots one for each incident that was measured
 * @param grid the lengths that are marked at the side
 * @param medianY the height of the median's line
 * @param median the median in words
 */
public record DotPlot(
        String name,
        String summary,
        int width,
        int height,
        int left,
        List<Dot> dots,
        List<Grid> grid,
        int medianY,
        String median) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 210;
    private static final int LEFT = 74;
    private static final int RIGHT = 20;
    private static final int TOP = 16;
    private static final int BOTTOM = 30;

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
            Duration.ofDays(1000));

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
        Instant first = points.stream().map(Point::at).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant last = points.stream().map(Point::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        double seconds = Math.max(1.0, (double) Duration.between(first, last).toSeconds());
        List<Dot> dots = new ArrayList<>();
        for (Point point : points) {
            double share = points.size() == 1
                    ? .5
                    : Duration.between(first, point.at()).toMillis() / 1000.0 / seconds;
            dots.add(new Dot(
                    (int) Math.round(LEFT + 14 + share * (WIDTH - LEFT - RIGHT - 28)),
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
                dots,
                scale.grid(words),
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

    /** From lengths to heights, with some room at both ends. */
    private record Scale(double low, double high) {

        int y(Duration duration) {
            double from = low - .5;
            double to = high + .5;
            double share = (log(duration) - from) / (to - from);
            return (int) Math.round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP));
        }

        List<Grid> grid(Words words) {
            List<Grid> grid = new ArrayList<>();
            for (Duration mark : MARKS) {
                int y = y(mark);
                if (y >= TOP && y <= HEIGHT - BOTTOM) {
                    grid.add(new Grid(y, words.length(mark)));
                }
            }
            return grid;
        }
    }
}
