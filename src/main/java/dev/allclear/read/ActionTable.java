package dev.allclear.read;

import dev.allclear.finding.Appearance;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.finding.Spelling;
import dev.allclear.markdown.Cell;
import dev.allclear.markdown.Table;
import dev.allclear.model.Action;
import dev.allclear.model.ActionKind;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the table of actions; its columns are found by their header, letter case aside, in any order. */
final class ActionTable {

    private static final Set<String> EMPTY = Set.of("", "-", "–", "—");
    private static final List<String> REQUIRED = List.of("Action", "Kind", "Owner", "Due", "Done");
    private static final String BLOCKS = "blocks bau";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("<[^>]*>|[^\\p{L}\\p{N}]+");
    private static final Pattern NEARLY_BLOCKS = Pattern.compile("block(?:s|er|ers|ing)(?: .*)?|.*\\bbau\\b.*");

    private final Table table;
    private final Faults faults;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private ActionTable(Table table, Faults faults) {
        this.table = table;
        this.faults = faults;
    }

    static List<Action> read(Table table, Faults faults) {
        ActionTable reader = new ActionTable(table, faults);
        reader.findColumns();
        return table.rows().stream().map(reader::action).toList();
    }

    private void findColumns() {
        for (int i = 0; i < table.header().size(); i++) {
            Cell cell = table.header().get(i);
            Integer first = columns.putIfAbsent(column(cell), i);
            if (first != null && !cell.text().isEmpty()) {
                faults.add(
                        FaultKind.IDENTITY,
                        cell.text(),
                        cell.at(),
                        "The column `%s` stands twice in this table".formatted(cell.text()),
                        "Keep one of the two.",
                        List.of(new Related(table.header().get(first).at(), "the first")));
            }
        }
        List<String> missing = new ArrayList<>();
        for (String name : REQUIRED) {
            if (!columns.containsKey(name.toLowerCase(Locale.ROOT))) {
                missing.add("`" + name + "`");
            }
        }
        if (!missing.isEmpty()) {
            faults.add(
                    FaultKind.MISSING_FIELD,
                    "Actions",
                    table.at(),
                    "The table of actions lacks the column%s %s"
                            .formatted(missing.size() == 1 ? "" : "s", String.join(", ", missing)),
                    "Its columns are Action, Kind, Owner, Due and Done, and if you like Blocks BAU and Link.");
        }
    }

    /** What a header names. One that is nearly "Blocks BAU" is taken for it: the gate fails closed. */
    private String column(Cell header) {
        String name = BETWEEN_WORDS
                .matcher(Appearance.skeleton(header.text()))
                .replaceAll(" ")
                .strip();
        boolean near = NEARLY_BLOCKS.matcher(name).matches()
                || Spelling.near(name, Set.of(BLOCKS)).isPresent();
        if (!near || name.equals(BLOCKS)) {
            return name;
        }
        faults.add(
                FaultKind.UNKNOWN_FIELD,
                header.text(),
                header.at(),
                "`%s` is not a column of the actions, and counts as Blocks BAU".formatted(header.text()),
                "Did you mean `Blocks BAU`? Write it so, or give the column another name.");
        return BLOCKS;
    }

    private Action action(List<Cell> row) {
        Cell action = cell(row, "action");
        Location place = row.isEmpty() ? table.at() : row.get(0).at();
        // A value whose column is missing would stand under the header.
        Location header = table.at();
        return new Action(
                action == null ? "" : action.text(),
                action == null ? "" : action.html(),
                kind(row, header),
                owner(row, header),
                date(row, "due", header),
                date(row, "done", header),
                blocks(row, header),
                html(row, "link"),
                action == null ? place : action.at());
    }

    private Field<ActionKind> kind(List<Cell> row, Location header) {
        Cell cell = cell(row, "kind");
        if (cell == null || isEmpty(cell)) {
            return Field.absent(cell == null ? header : cell.at());
        }
        ActionKind kind = Named.find(ActionKind.class, cell.text()).orElse(null);
        if (kind != null) {
            return Field.of(kind, cell.text(), cell.at());
        }
        List<String> words = Arrays.stream(ActionKind.values()).map(Named::word).toList();
        faults.add(
                FaultKind.UNKNOWN_VALUE,
                "Kind",
                cell.at(),
                "`%s` is not a kind of action".formatted(cell.text()),
                Spelling.didYouMean(cell.text(), words) + "Write one of: `" + String.join("`, `", words) + "`.");
        return Field.unreadable(cell.text(), cell.at());
    }

    private Field<String> owner(List<Cell> row, Location header) {
        Cell cell = cell(row, "owner");
        return cell == null || isEmpty(cell)
                ? Field.absent(cell == null ? header : cell.at())
                : Field.of(cell.text(), cell.text(), cell.at());
    }

    private Field<LocalDate> date(List<Cell> row, String column, Location header) {
        Cell cell = cell(row, column);
        if (cell == null || isEmpty(cell)) {
            return Field.absent(cell == null ? header : cell.at());
        }
        LocalDate date = Times.date(cell.text());
        if (date != null) {
            return Field.of(date, cell.text(), cell.at());
        }
        faults.add(
                FaultKind.WRONG_TYPE,
                column,
                cell.at(),
                "`%s` can't be read as a date".formatted(cell.text()),
                Times.DATE_FORM + (column.equals("done") ? " Leave it empty while the action is open." : ""));
        return Field.unreadable(cell.text(), cell.at());
    }

    private Field<Boolean> blocks(List<Cell> row, Location header) {
        Cell cell = cell(row, BLOCKS);
        if (cell == null || isEmpty(cell)) {
            return Field.absent(cell == null ? header : cell.at());
        }
        if (cell.text().equalsIgnoreCase("yes")) {
            return Field.of(true, cell.text(), cell.at());
        }
        faults.add(
                FaultKind.UNKNOWN_VALUE,
                "Blocks BAU",
                cell.at(),
                "`%s` is not a value of the column Blocks BAU, and counts as yes".formatted(cell.text()),
                "Write `yes`, or leave it empty.");
        return Field.unreadable(cell.text(), cell.at());
    }

    private String html(List<Cell> row, String column) {
        Cell cell = cell(row, column);
        return cell == null ? "" : cell.html();
    }

    private @Nullable Cell cell(List<Cell> row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.size() ? null : row.get(index);
    }

    private static boolean isEmpty(Cell cell) {
        return EMPTY.contains(cell.text());
    }
}
