package dev.allclear.render;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a theme's file of words.
 *
 * @param line the line, from 1
 * @param message what is wrong and what to do, in sentences
 */
public record WordFault(int line, String message) {

    private static final String ENGLISH = "messages/en.properties";

    private static final Pattern FILE = Pattern.compile("messages/[^/]+\\.properties");

    private static final int NAMED = 5;

    /**
     * What is wrong with a file, or null.
     *
     * @param name its name in the theme
     * @param builtIn the text of the built-in theme's file of that name; empty if there is none
     */
    public static @Nullable WordFault of(String name, String text, String builtIn) {
        if (!FILE.matcher(name).matches()) {
            return null;
        }
        Map<String, String> texts;
        try {
            texts = Messages.texts(text);
        } catch (IllegalArgumentException e) {
            return new WordFault(
                    malformed(text), "After `\\u` four hexadecimal digits must follow. Write the letter itself.");
        }
        if (name.equals(ENGLISH)) {
            TreeSet<String> lacking = new TreeSet<>(Messages.texts(builtIn).keySet());
            lacking.removeAll(texts.keySet());
            if (!lacking.isEmpty()) {
                return new WordFault(1, lacks(lacking));
            }
        }
        // A day has no hour.
        for (Map.Entry<String, TemporalAccessor> format : Map.of(
                        "format.date",
                        Instant.EPOCH.atZone(ZoneOffset.UTC).toLocalDate(),
                        "format.time",
                        (TemporalAccessor) Instant.EPOCH.atZone(ZoneOffset.UTC))
                .entrySet()) {
            String pattern = texts.get(format.getKey());
            if (pattern != null && !fits(pattern, format.getValue())) {
                return new WordFault(
                        line(text, format.getKey()),
                        "`%s` is `%s`, which is no pattern of java.time.format.DateTimeFormatter for it, such as `%s`."
                                .formatted(
                                        format.getKey(),
                                        pattern,
                                        format.getKey().equals("format.date") ? "d MMM uuuu" : "d MMM uuuu HH:mm"));
            }
        }
        return null;
    }

    private static String lacks(TreeSet<String> lacking) {
        List<String> first =
                lacking.stream().limit(NAMED).map(k -> "`" + k + "`").toList();
        int more = lacking.size() - first.size();
        return "The file takes the place of all English words and lacks %s%s. templates/messages/en.properties has them."
                .formatted(String.join(", ", first), more == 0 ? "" : " and " + more + " more");
    }

    /** Where the first lines that can't be read end. */
    private static int malformed(String text) {
        int line = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            try {
                Messages.texts(text.substring(0, end));
            } catch (IllegalArgumentException e) {
                return line;
            }
            line++;
        }
        return line;
    }

    private static boolean fits(String pattern, TemporalAccessor time) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .format(time)
                    .isBlank();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static int line(String text, String key) {
        Matcher matcher = Pattern.compile("(?m)^[ \\t\\f]*" + Pattern.quote(key) + "[ \\t\\f]*[=: \\t]")
                .matcher(text);
        return !matcher.find()
                ? 1
                : 1
                        + (int) text.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
