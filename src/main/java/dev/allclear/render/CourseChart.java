package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Decision;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.SprintState;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The course of an incident as a picture: a lane for each system, the sprint, the investigation and BAU, the decisions
 * as marks above them, the objective of each system as a line in its lane. Hours and weeks stand side by side, so
 * distances are compressed: a gap takes room with the logarithm of its length, and the order of events is exact.
 *
 * @param kind {@code wide} or {@code narrow}
 * @param width in pixels
 * @param height in pixels
 * @param top where the lanes begin
 * @param bottom where they end
 * @param summary the picture in one sentence
 * @param lanes from top to bottom; none if the times can't be told
 * @param marks the decisions
 * @param objectives what the lines of the objectives stand for
 * @param ticks the times that stand below
 */
public record CourseChart(
        String kind,
        int width,
        int height,
        int top,
        int bottom,
        String summary,
        List<Lane> lanes,
        List<Mark> marks,
        List<Label> objectives,
        List<Label> ticks) {

    private static final int BAR = 30;
    private static final int BETWEEN_MARKS = 29;
    private static final int BESIDE_A_MARK = 17;
    private static final int BETWEEN_OTHERS = 10;
    private static final int OBJECTIVE_ROW = 16;
    private static final int SHAPE = 20;
    private static final double SHORTEST_GAP_MINUTES = 8;

    /** How much room there is for the picture. */
    enum Room {
        /** Names stand beside their lanes. */
        WIDE(1120, 190, 30, 40, 8, 1.5),
        /** Names stand above their lanes: for a telephone, upright. */
        NARROW(328, 4, 14, 52, 7, 1);

        private final int width;
        private final int left;
        private final int right;
        private final int lane;
        private final int letter;
        private final double stretch;

        Room(int width, int left, int right, int lane, int letter, double stretch) {
            this.width = width;
            this.left = left;
            this.right = right;
            this.lane = lane;
            this.letter = letter;
            this.stretch = stretch;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One lane.
     *
     * @param names what it is of, in one line or two
     * @param y its upper edge
     * @param bars what held and from when to when
     * @param objectives where the lines of its objective stand: one or none
     */
    public record Lane(List<Label> names, int y, List<Bar> bars, List<Integer> objectives) {}

    /**
     * What held for a while.
     *
     * @param state the word that its colour is chosen by
     * @param shape the state whose shape stands on it; empty if there is no room or it is no state
     * @param text what is written on it; empty if there is no room
     * @param textX where that begins
     * @param title what it says in full
     * @param x its left edge
     * @param width its width
     * @param hatched whether it can't be told for sure
     */
    public record Bar(
            String state, String shape, String text, int textX, String title, int x, int width, boolean hatched) {}

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
     * A word at a place.
     *
     * @param text the word
     * @param x where
     * @param y its base line
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    public record Label(String text, int x, int y, String anchor) {}

    private record Span(Instant from, Instant to, String state, String text, boolean hatched) {}

    private record Goal(Duration length, Instant at) {}

    static CourseChart of(Account account, Atlas atlas, Links links, Room room) {
        Instant declared = account.incident().declared().value();
        return declared == null || declared.isAfter(atlas.now())
                ? new CourseChart(room.word(), 0, 0, 0, 0, "", List.of(), List.of(), List.of(), List.of())
                : new Drawing(account, atlas, links, declared, room).draw();
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
        private final Room room;
        private final Map<String, Goal> goals = new LinkedHashMap<>();
        private final List<Goal> rows;
        private final TreeMap<Instant, Integer> places = new TreeMap<>();
        private final int[] markPlaces;
        private final int top;
        private int width;

        Drawing(Account account, Atlas atlas, Links links, Instant declared, Room room) {
            this.room = room;
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
            for (String id : incident.systemIds()) {
                SystemUnderCare system = atlas.library().systems().get(id);
                Duration rto = system == null ? null : system.rto().value();
                boolean running = account.isOpen() && account.course().restoredAt() == null;
                if (rto != null && (running || !declared.plus(rto).isAfter(end))) {
                    goals.put(id, new Goal(rto, declared.plus(rto)));
                }
            }
            this.rows = goals.values().stream()
                    .distinct()
                    .sorted(Comparator.comparing(Goal::length))
                    .toList();
            this.top = 46 + OBJECTIVE_ROW * rows.size();
            this.markPlaces = new int[turns.size()];
            place();
        }

        CourseChart draw() {
            List<Lane> lanes = new ArrayList<>();
            int y = top + room.lane - BAR - 10;
            for (String id : incident.systemIds()) {
                Goal goal = goals.get(id);
                lanes.add(lane(
                        atlas.system(id, links).text(),
                        y,
                        system(id),
                        goal == null ? List.of() : List.of(x(goal.at())),
                        true));
                y += room.lane;
            }
            if (account.course().sprint() != SprintState.NONE) {
                lanes.add(lane(words.say("course.sprint"), y, sprint(), List.of(), false));
                y += room.lane;
            }
            lanes.add(lane(words.say("course.investigation"), y, investigation(), List.of(), false));
            y += room.lane;
            lanes.add(lane(words.say("bau.short"), y, bau(), List.of(), true));
            int bottom = y + BAR + 4;
            return new CourseChart(
                    room.word(),
                    width,
                    bottom + 44,
                    top,
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
            // An objective that is still to come is drawn to the right of now.
            goals.values().forEach(g -> events.putIfAbsent(g.at(), new ArrayList<>()));
            double most = 0;
            int least = 0;
            Instant before = null;
            int marksBefore = 0;
            for (Map.Entry<Instant, List<Integer>> event : events.entrySet()) {
                int marks = event.getValue().size();
                most += before == null ? 0 : weight(before, event.getKey());
                least += (before == null ? 0 : apart(marksBefore, marks)) + BETWEEN_MARKS * Math.max(0, marks - 1);
                before = event.getKey();
                marksBefore = marks;
            }
            width = Math.max(room.width, room.left + room.right + (int) (room.stretch * least));
            double unit = most == 0 ? 0 : (width - room.left - room.right - least) / most;
            double x = room.left;
            before = null;
            marksBefore = 0;
            for (Map.Entry<Instant, List<Integer>> event : events.entrySet()) {
                int marks = event.getValue().size();
                if (before != null) {
                    x += apart(marksBefore, marks) + unit * weight(before, event.getKey());
                }
                places.put(event.getKey(), (int) Math.round(x));
                for (int i = 0; i < marks; i++) {
                    x += i > 0 ? BETWEEN_MARKS : 0;
                    markPlaces[event.getValue().get(i)] = (int) Math.round(x);
                }
                before = event.getKey();
                marksBefore = marks;
            }
        }

        /** The least distance of two times, so that the marks of their decisions don't lie on each other. */
        private static int apart(int marksBefore, int marks) {
            boolean both = marksBefore > 0 && marks > 0;
            return both ? BETWEEN_MARKS : marksBefore + marks > 0 ? BESIDE_A_MARK : BETWEEN_OTHERS;
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

        private Lane lane(String name, int y, List<Span> spans, List<Integer> objectives, boolean states) {
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
                boolean shaped = states && !span.hatched() && to - from >= SHAPE;
                int textX = from + (shaped ? SHAPE + 3 : 8);
                boolean fits = textX + span.text().length() * room.letter + 4 <= to;
                bars.add(new Bar(
                        span.state(),
                        shaped ? span.state() : "",
                        fits ? span.text() : "",
                        textX,
                        title,
                        from,
                        to - from,
                        span.hatched()));
            }
            return new Lane(names(name, y), y, bars, objectives);
        }

        /** A name beside its lane, in two lines if need be; or above it. */
        private List<Label> names(String name, int y) {
            if (room == Room.NARROW) {
                return List.of(new Label(shortened(name, room.width / room.letter), room.left, y - 5, "start"));
            }
            int most = (room.left - 14) / room.letter;
            int x = room.left - 10;
            int space = name.codePointCount(0, name.length()) <= most ? -1 : name.lastIndexOf(' ', most);
            return space <= 0
                    ? List.of(new Label(shortened(name, most), x, y + 20, "end"))
                    : List.of(
                            new Label(shortened(name.substring(0, space), most), x, y + 13, "end"),
                            new Label(shortened(name.substring(space + 1), most), x, y + 28, "end"));
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
                        top - 24));
            }
            return marks;
        }

        /** One row for each length, so that no label lies on another. */
        private List<Label> objectives() {
            List<Label> labels = new ArrayList<>();
            for (Goal goal : rows) {
                int x = x(goal.at());
                labels.add(new Label(
                        words.say("course.objective", words.length(goal.length())),
                        x,
                        OBJECTIVE_ROW * (labels.size() + 1) - 3,
                        x > width / 2 ? "end" : "start"));
            }
            return labels;
        }

        /** The ends first: what then has no room in two rows is left out, and stands in the table. */
        private List<Label> ticks(int bottom) {
            Set<Instant> wanted = new LinkedHashSet<>(List.of(begin, end));
            Instant restored = account.course().restoredAt();
            if (restored != null) {
                wanted.add(restored);
            }
            wanted.add(declared);
            List<Label> ticks = new ArrayList<>();
            List<List<int[]>> taken = List.of(new ArrayList<>(), new ArrayList<>());
            for (Instant instant : wanted) {
                Integer x = places.get(instant);
                if (x == null) {
                    continue;
                }
                String text = words.time(instant).shown();
                int length = text.length() * room.letter;
                boolean first = x < length / 2;
                boolean last = x + length / 2 > width;
                int from = first ? x : last ? x - length : x - length / 2;
                for (int row = 0; row < taken.size(); row++) {
                    List<int[]> there = taken.get(row);
                    if (there.stream().noneMatch(t -> from < t[1] && t[0] < from + length + 6)) {
                        there.add(new int[] {from, from + length + 6});
                        ticks.add(
                                new Label(text, x, bottom + 18 + 16 * row, first ? "start" : last ? "end" : "middle"));
                        break;
                    }
                }
            }
            return ticks;
        }

        private static String shortened(String name, int most) {
            return name.codePointCount(0, name.length()) <= most
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
        }
    }
}
