package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Decision;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.SprintState;
import dev.allclear.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The course of an incident as a picture: a lane for each system, the sprint, the investigation and BAU, the decisions
 * as marks above them, the objective as a line. Hours and weeks stand side by side, so distances are compressed: a gap
 * takes room with the logarithm of its length, and the order of events is exact.
 *
 * @param width in pixels
 * @param height in pixels
 * @param left where the time begins, in pixels
 * @param top where the lanes begin
 * @param bottom where they end
 * @param summary the picture in one sentence
 * @param lanes from top to bottom; none if the times can't be told
 * @param marks the decisions
 * @param objectives the line of the objective, if there is one
 * @param ticks the times that stand below
 */
public record CourseChart(
        int width,
        int height,
        int left,
        int top,
        int bottom,
        String summary,
        List<Lane> lanes,
        List<Mark> marks,
        List<Label> objectives,
        List<Label> ticks) {

    private static final int LEFT = 170;
    private static final int RIGHT = 30;
    private static final int WIDTH = 1020;
    private static final int TOP = 62;
    private static final int LANE = 40;
    private static final int BETWEEN_MARKS = 29;
    private static final int LETTER = 8;
    private static final double SHORTEST_GAP_MINUTES = 8;

    /**
     * One lane.
     *
     * @param name what it is of
     * @param y its upper edge
     * @param bars what held and from when to when
     */
    public record Lane(String name, int y, List<Bar> bars) {}

    /**
     * What held for a while.
     *
     * @param state the word that its colour is chosen by
     * @param text what is written on it; empty if there is no room
     * @param title what it says in full
     * @param x its left edge
     * @param width its width
     * @param hatched whether it can't be told for sure
     */
    public record Bar(String state, String text, String title, int x, int width, boolean hatched) {}

    /**
     * A decision.
     *
     * @param number from 1
     * @param url its place in the log
     * @param title the decision and its time
     * @param x its middle
     * @param y its middle
     */
    public record Mark(int number, String url, String title, int x, int y) {}

    /**
     * A word at a time.
     *
     * @param text the word
     * @param x where
     * @param y its base line
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    public record Label(String text, int x, int y, String anchor) {}

    private record Span(Instant from, Instant to, String state, String text, boolean hatched) {}

    static CourseChart of(Account account, Atlas atlas, Links links) {
        Instant declared = account.incident().declared().value();
        return declared == null || declared.isAfter(atlas.now())
                ? new CourseChart(0, 0, 0, 0, 0, "", List.of(), List.of(), List.of(), List.of())
                : new Drawing(account, atlas, links, declared).draw();
    }

    private static final class Drawing {

        private final Account account;
        private final Incident incident;
        private final Atlas atlas;
        private final Words words;
        private final Links links;
        private final Instant declared;
        private final Instant begin;
        private final Instant end;
        private final List<Turn> turns = new ArrayList<>();
        private final @Nullable Instant objective;
        private final TreeMap<Instant, Integer> places = new TreeMap<>();
        private final int[] markPlaces;
        private int width = WIDTH;

        Drawing(Account account, Atlas atlas, Links links, Instant declared) {
            this.account = account;
            this.incident = account.incident();
            this.atlas = atlas;
            this.words = atlas.words();
            this.links = links;
            this.declared = declared;
            Instant started = incident.started().value();
            this.begin = started != null && started.isBefore(declared) ? started : declared;
            Instant last = declared;
            for (Turn turn : account.course().turns()) {
                Instant at = turn.decision().at().value();
                // What stands out of order or in the future is a finding, and no place on a line of time.
                if (at != null && !at.isBefore(last) && !at.isAfter(atlas.now())) {
                    turns.add(turn);
                    last = at;
                }
            }
            Turn resumption = account.isOpen() ? null : account.course().resumption();
            Instant resumed =
                    resumption == null ? null : resumption.decision().at().value();
            this.end = resumed == null || resumed.isBefore(last) ? atlas.now() : resumed;
            Duration rto = IncidentCard.objective(incident, atlas);
            this.objective = rto == null ? null : declared.plus(rto);
            this.markPlaces = new int[turns.size()];
            place();
        }

        CourseChart draw() {
            List<Lane> lanes = new ArrayList<>();
            int y = TOP;
            for (String id : incident.systemIds()) {
                lanes.add(lane(shortened(atlas.system(id, links).text()), y, system(id)));
                y += LANE;
            }
            if (account.course().sprint() != SprintState.NONE) {
                lanes.add(lane(words.say("course.sprint"), y, sprint()));
                y += LANE;
            }
            lanes.add(lane(words.say("course.investigation"), y, investigation()));
            y += LANE;
            lanes.add(lane(words.say("bau.short"), y, bau()));
            y += LANE;
            int bottom = y - LANE + 30 + 4;
            return new CourseChart(
                    width,
                    bottom + 44,
                    LEFT,
                    TOP,
                    bottom,
                    words.say(
                            "course.summary",
                            turns.size(),
                            words.time(begin).shown(),
                            words.time(end).shown()),
                    lanes,
                    marks(),
                    objectives(),
                    ticks(bottom));
        }

        /** Gives every time its place from left to right, and every decision a place of its own. */
        private void place() {
            TreeMap<Instant, List<Integer>> events = new TreeMap<>();
            for (Instant instant : List.of(begin, declared, end)) {
                events.putIfAbsent(instant, new ArrayList<>());
            }
            for (int i = 0; i < turns.size(); i++) {
                Instant at = Objects.requireNonNull(turns.get(i).decision().at().value());
                events.computeIfAbsent(at, k -> new ArrayList<>()).add(i);
            }
            Investigation investigation = incident.investigation();
            if (investigation != null) {
                inside(investigation.opened().value(), events);
                inside(investigation.closed().value(), events);
            }
            inside(objective, events);
            double most = 0;
            int least = 0;
            Instant before = null;
            for (Map.Entry<Instant, List<Integer>> event : events.entrySet()) {
                most += before == null ? 0 : weight(before, event.getKey());
                least += BETWEEN_MARKS * Math.max(1, event.getValue().size());
                before = event.getKey();
            }
            width = Math.max(WIDTH, LEFT + RIGHT + 2 * least);
            double unit = most == 0 ? 0 : (width - LEFT - RIGHT - least) / most;
            double x = LEFT;
            before = null;
            for (Map.Entry<Instant, List<Integer>> event : events.entrySet()) {
                if (before != null) {
                    x += BETWEEN_MARKS + unit * weight(before, event.getKey());
                }
                places.put(event.getKey(), (int) Math.round(x));
                for (int i = 0; i < event.getValue().size(); i++) {
                    x += i > 0 ? BETWEEN_MARKS : 0;
                    markPlaces[event.getValue().get(i)] = (int) Math.round(x);
                }
                before = event.getKey();
            }
        }

        private void inside(@Nullable Instant instant, Map<Instant, List<Integer>> events) {
            if (instant != null && instant.isAfter(begin) && instant.isBefore(end)) {
                events.putIfAbsent(instant, new ArrayList<>());
            }
        }

        private static double weight(Instant from, Instant to) {
            double minutes = Duration.between(from, to).toSeconds() / 60.0;
            return Math.log1p(minutes / SHORTEST_GAP_MINUTES);
        }

        /** Where a time is; what has none of its own stands where the next known one is, within the picture. */
        private int x(Instant instant) {
            Map.Entry<Instant, Integer> entry = places.ceilingEntry(instant);
            return entry == null ? places.lastEntry().getValue() : entry.getValue();
        }

        private Lane lane(String name, int y, List<Span> spans) {
            List<Bar> bars = new ArrayList<>();
            for (Span span : spans) {
                int from = x(span.from());
                int to = Math.max(x(span.to()), from + 2);
                String title = words.say(
                        "course.bar",
                        name,
                        span.text(),
                        words.time(span.from()).shown(),
                        words.time(span.to()).shown());
                boolean room = span.text().length() * LETTER + 14 <= to - from;
                bars.add(new Bar(span.state(), room ? span.text() : "", title, from, to - from, span.hatched()));
            }
            return new Lane(name, y, bars);
        }

        private List<Span> system(String id) {
            List<Span> spans = new ArrayList<>();
            if (begin.isBefore(declared)) {
                spans.add(new Span(begin, declared, "degraded", words.say("course.harm"), true));
            }
            Instant since = declared;
            String state = "declared";
            boolean unclear = false;
            for (Turn turn : turns) {
                Instant at = Objects.requireNonNull(turn.decision().at().value());
                String after = turn.after().containsKey(id)
                        ? Objects.requireNonNull(turn.after().get(id)).word()
                        : state;
                if (turn.before().get(id) != turn.after().get(id)
                        || turn.unclear().contains(id) != unclear) {
                    span(spans, since, at, state, unclear);
                    since = at;
                    state = after;
                    unclear = turn.unclear().contains(id);
                }
            }
            span(spans, since, end, state, unclear);
            return spans;
        }

        private void span(List<Span> spans, Instant from, Instant to, String state, boolean unclear) {
            if (from.isBefore(to) || spans.isEmpty()) {
                String shown = unclear ? "unclear" : state;
                spans.add(new Span(from, to, shown, words.say("state." + shown), unclear));
            }
        }

        private List<Span> sprint() {
            List<Span> spans = new ArrayList<>();
            Instant cancelled = null;
            for (Turn turn : turns) {
                if (turn.sprint() == SprintState.CANCELLED && cancelled == null) {
                    cancelled = turn.decision().at().value();
                }
            }
            Instant until = cancelled == null ? end : cancelled;
            spans.add(new Span(begin, until, "operational", words.say("sprint.running"), false));
            if (cancelled != null) {
                spans.add(new Span(cancelled, end, "offline", words.say("sprint.cancelled"), false));
            }
            return spans;
        }

        private List<Span> investigation() {
            List<Span> spans = new ArrayList<>();
            Investigation investigation = incident.investigation();
            Instant opened =
                    investigation == null ? null : investigation.opened().value();
            Instant closed = investigation == null || !investigation.isClosed()
                    ? null
                    : investigation.closed().value();
            Instant from = opened == null || opened.isBefore(begin) ? declared : opened;
            if (investigation == null || (opened == null && closed == null)) {
                String word = investigation == null ? "missing" : "open";
                spans.add(
                        new Span(declared, end, "offline", words.say("investigation." + word), investigation == null));
                return spans;
            }
            if (declared.isBefore(from) && from.isBefore(end)) {
                spans.add(new Span(declared, from, "offline", words.say("investigation.missing"), true));
            }
            if (from.isBefore(end)) {
                Instant until = closed == null || closed.isAfter(end) || closed.isBefore(from) ? end : closed;
                spans.add(new Span(from, until, "maintenance", words.say("investigation.open"), false));
                if (until.isBefore(end)) {
                    spans.add(new Span(until, end, "operational", words.say("investigation.closed"), false));
                }
            }
            return spans;
        }

        private List<Span> bau() {
            List<Span> spans = new ArrayList<>();
            if (begin.isBefore(declared)) {
                spans.add(new Span(begin, declared, "operational", words.say("course.not-declared"), true));
            }
            spans.add(new Span(declared, end, "suspended", words.say("state.suspended"), false));
            return spans;
        }

        private List<Mark> marks() {
            List<Mark> marks = new ArrayList<>();
            DecisionLog log = incident.log();
            String page = log == null ? "" : log.document().page();
            List<Turn> all = account.course().turns();
            for (int i = 0; i < turns.size(); i++) {
                Decision decision = turns.get(i).decision();
                int number = all.indexOf(turns.get(i)) + 1;
                marks.add(new Mark(
                        number,
                        links.to(page, decision.id()),
                        number + ": " + decision.title() + ", "
                                + words.time(decision.at()).shown(),
                        markPlaces[i],
                        38));
            }
            return marks;
        }

        private List<Label> objectives() {
            if (objective == null || objective.isAfter(end) || objective.isBefore(begin)) {
                return List.of();
            }
            int x = x(objective);
            String text = words.say("course.objective", words.length(Duration.between(declared, objective)));
            return List.of(new Label(text, x, 15, x > width / 2 ? "end" : "start"));
        }

        private List<Label> ticks(int bottom) {
            List<Label> ticks = new ArrayList<>();
            int[] free = {0, 0};
            Instant restored = account.course().restoredAt();
            List<Instant> wanted = new ArrayList<>(List.of(begin, declared));
            if (restored != null) {
                wanted.add(restored);
            }
            wanted.add(end);
            for (Instant instant : new java.util.TreeSet<>(wanted)) {
                Integer x = places.get(instant);
                String text = words.time(instant).shown();
                int half = text.length() * LETTER / 2;
                if (x == null) {
                    continue;
                }
                boolean last = x + half > width;
                int from = last ? x - 2 * half : Math.max(0, x - half);
                for (int row = 0; row < free.length; row++) {
                    if (from >= free[row]) {
                        free[row] = from + 2 * half + 6;
                        ticks.add(new Label(text, x, bottom + 18 + 16 * row, last ? "end" : "middle"));
                        break;
                    }
                }
            }
            return ticks;
        }

        private static String shortened(String name) {
            int most = (LEFT - 14) / LETTER;
            return name.codePointCount(0, name.length()) <= most
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
        }
    }
}
