package dev.allclear.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was measured of each kind of page, as a table in {@code target/pages.md}. Several tests write it, in processes
 * of their own, each its columns.
 */
final class Scoreboard {

    private static final Path FILE = Path.of("target/pages.md");
    private static final String KIND = "page";

    private Scoreboard() {}

    /** Sets a column, and prints the table. */
    static void column(String name, Map<String, ?> byKind) {
        try {
            Map<String, Map<String, String>> rows = read();
            byKind.forEach((kind, value) ->
                    rows.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(name, String.valueOf(value)));
            Set<String> columns = new LinkedHashSet<>();
            rows.values().forEach(r -> columns.addAll(r.keySet()));
            StringBuilder table = new StringBuilder("| %-20s |".formatted(KIND));
            columns.forEach(c -> table.append(" %s |".formatted(c)));
            table.append("\n|---|").append("--:|".repeat(columns.size())).append('\n');
            rows.forEach((kind, row) -> {
                table.append("| %-20s |".formatted(kind));
                columns.forEach(c -> table.append((" %" + c.length() + "s |").formatted(row.getOrDefault(c, ""))));
                table.append('\n');
            });
            Files.createDirectories(FILE.resolveSibling(""));
            Files.writeString(FILE, table);
            System.out.println("\n" + FILE + "\n" + table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, String>> read() throws IOException {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        if (!Files.exists(FILE)) {
            return rows;
        }
        String[] columns = new String[0];
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.substring(1).split("\\|", -1);
            if (columns.length == 0) {
                columns = cells;
            } else if (!line.startsWith("|---")) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i < cells.length - 1; i++) {
                    row.put(columns[i].strip(), cells[i].strip());
                }
                rows.put(cells[0].strip(), row);
            }
        }
        return rows;
    }
}
