package dev.allclear.author;

import dev.allclear.model.SystemState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision on its way into a log.
 *
 * @param title what was decided, in one line
 * @param at when
 * @param by who decided, by id
 * @param all the new state of every system of the incident, or null
 * @param each the new states of some systems, by id
 * @param sprint what becomes of the sprint, or empty
 * @param owner to whom the incident is handed over, by id, or empty
 * @param bau {@code resumed}, or empty
 * @param consulted who was asked
 * @param informed who was told
 * @param evidence what it rests on, in Markdown
 * @param playbook the playbook that it starts, or empty
 * @param why the reason, in Markdown, or empty
 */
public record NewDecision(
        String title,
        Instant at,
        String by,
        @Nullable SystemState all,
        Map<String, SystemState> each,
        String sprint,
        String owner,
        String bau,
        List<String> consulted,
        List<String> informed,
        List<String> evidence,
        String playbook,
        String why) {

    /** Keeps unchangeable copies of the lists; the systems stay in their order. */
    public NewDecision {
        consulted = List.copyOf(consulted);
        informed = List.copyOf(informed);
        evidence = List.copyOf(evidence);
    }

    /** Its section. */
    public String section(ZoneId zone) {
        String system = all != null
                ? all.word()
                : each.entrySet().stream()
                        .map(e ->
                                PlainText.yaml(e.getKey()) + ": " + e.getValue().word())
                        .collect(Collectors.joining(", ", "{", "}"));
        FrontText record = new FrontText()
                .raw("at", WrittenTime.of(at, zone))
                .text("by", by)
                .raw("system", system.equals("{}") ? "" : system)
                .raw("sprint", sprint)
                .text("owner", owner)
                .raw("bau", bau)
                .list("consulted", consulted)
                .list("informed", informed)
                .items("evidence", evidence)
                .text("playbook", playbook);
        return """
                ## %s

                ```decision
                %s```

                %s
                """.formatted(
                        PlainText.markdown(title),
                        record,
                        why.isEmpty() ? "TODO: Say why, for those who were not there." : why.strip());
    }

    /**
     * A log with the decision at its end. Nothing of what is there changes; line ends are those that the log has.
     *
     * @param log the bytes of the log, or null if there is none yet
     */
    public byte[] appendedTo(byte @Nullable [] log, ZoneId zone) {
        if (log == null) {
            return ("# Decisions\n\n" + section(zone)).getBytes(StandardCharsets.UTF_8);
        }
        // Only ASCII characters are looked at, which stand for themselves in UTF-8.
        String there = new String(log, StandardCharsets.ISO_8859_1);
        String lineEnd = there.contains("\r\n") ? "\r\n" : "\n";
        String gap = there.isBlank() || there.endsWith("\n\n") || there.endsWith("\n\r\n")
                ? ""
                : there.endsWith("\n") ? "\n" : "\n\n";
        byte[] section = (gap + section(zone)).replaceAll("\r\n|\r|\n", lineEnd).getBytes(StandardCharsets.UTF_8);
        byte[] grown = java.util.Arrays.copyOf(log, log.length + section.length);
        System.arraycopy(section, 0, grown, log.length, section.length);
        return grown;
    }
}
