package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.markdown.Block;
import dev.allclear.markdown.Cell;
import dev.allclear.markdown.Heading;
import dev.allclear.markdown.Listing;
import dev.allclear.markdown.Section;
import dev.allclear.markdown.Table;
import dev.allclear.model.TimelineEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an incident's Timeline: a table whose first column is the time, a list whose items begin with one, or headings
 * that are one. A time may be approximate, a range, lack its date or be unknown; what can't be read is kept as written.
 */
final class TimelineReader {

    private static final String CLOCK =
            "(?:(\\d{4}-\\d{2}-\\d{2})(?:[T ]|,\\s*))?(\\d{1,2}:\\d{2})(?::\\d{2})?\\s?(Z|UTC|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern TIME = Pattern.compile(
            "\\s*([~≈]|c\\.|ca\\.|about)?\\s*" + CLOCK + "(?:\\s*(?:-|–|—|to|until)\\s*" + CLOCK + ")?\\s*");
    private static final Pattern BEGINS = Pattern.compile(
            "(\\s*(?:[~≈]|c\\.|ca\\.|about)?\\s*(?:" + CLOCK + "(?:\\s*(?:-|–|—|to|until)\\s*" + CLOCK
                    + ")?|\\?\\?+))(?:\\s|[:—–,.-]|$).*",
            Pattern.DOTALL);

    private final ZoneId zone;
    private final List<TimelineEntry> entries = new ArrayList<>();
    private @Nullable LocalDate day;

    private TimelineReader(ZoneId zone, @Nullable Instant first) {
        this.zone = zone;
        this.day = first == null ? null : LocalDate.ofInstant(first, zone);
    }

    /** Reads the sections of that name; a first time without a date is on the day of {@code first}. */
    static List<TimelineEntry> read(Draft draft, ZoneId zone, @Nullable Instant first) {
        TimelineReader reader = new TimelineReader(zone, first);
        for (int index : draft.named("Timeline")) {
            for (int i = index; i < draft.endOf(index); i++) {
                reader.section(draft.markdown.sections().get(i), i > index);
            }
        }
        return List.copyOf(reader.entries);
    }

    private void section(Section section, boolean inner) {
        Heading heading = section.heading();
        if (inner && heading != null && begins(heading.text()) != null) {
            add(String.valueOf(begins(heading.text())), section.html(), heading.at());
            return;
        }
        LocalDate date = heading == null ? null : Times.date(heading.text().strip());
        day = inner && date != null ? date : day;
        for (Block block : section.blocks()) {
            if (block instanceof Table table) {
                table.rows().forEach(this::row);
            } else if (block instanceof Listing list) {
                list.items().forEach(this::item);
            }
        }
    }

    private void row(List<Cell> row) {
        if (row.isEmpty()) {
            return;
        }
        StringBuilder html = new StringBuilder();
        for (Cell cell : row.subList(1, row.size())) {
            if (!cell.html().isEmpty()) {
                html.append(html.isEmpty() ? "" : " · ").append(cell.html());
            }
        }
        add(row.get(0).text(), html.toString(), row.get(0).at());
    }

    private void item(Cell item) {
        String written = begins(item.text());
        if (written != null) {
            add(written, item.html(), item.at());
        }
    }

    private static @Nullable String begins(String text) {
        Matcher m = BEGINS.matcher(text);
        return m.matches() ? m.group(1).strip() : null;
    }

    private void add(String written, String html, Location at) {
        Matcher m = TIME.matcher(written);
        if (!m.matches()) {
            entries.add(new TimelineEntry(written, null, null, false, html, at));
            return;
        }
        Instant from = moment(m.group(2), m.group(3), m.group(4));
        Instant to = m.group(6) == null ? null : moment(m.group(5), m.group(6), m.group(7));
        entries.add(new TimelineEntry(written, from, to, m.group(1) != null, html, at));
    }

    private @Nullable Instant moment(@Nullable String date, String clock, @Nullable String offset) {
        try {
            day = date == null ? day : LocalDate.parse(date);
            if (day == null) {
                return null;
            }
            LocalDateTime local = LocalDateTime.of(day, LocalTime.parse(clock.length() == 4 ? "0" + clock : clock));
            if (offset != null) {
                return local.toInstant(ZoneOffset.of(offset.equals("UTC") ? "Z" : offset));
            }
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            return offsets.size() == 1 ? local.toInstant(offsets.get(0)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
