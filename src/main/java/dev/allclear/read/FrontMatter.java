package dev.allclear.read;

import dev.allclear.finding.Location;
import org.jspecify.annotations.Nullable;

/**
 * A document cut into its YAML front matter and its Markdown.
 *
 * @param yaml the YAML between the {@code ---} lines, or null if there is none
 * @param yamlLine the line on which the YAML starts
 * @param body the Markdown
 * @param bodyLine the line on which the Markdown starts
 * @param closed whether the second {@code ---} line is there
 */
record FrontMatter(@Nullable String yaml, int yamlLine, String body, int bodyLine, boolean closed) {

    /** Cuts. Front matter begins on the first line or not at all. */
    static FrontMatter cut(String text) {
        int end = lineEnd(text, 0);
        if (!isFence(text, 0, end)) {
            return new FrontMatter(null, 1, text, 1, true);
        }
        int yamlStart = next(text, end);
        int line = 2;
        for (int at = yamlStart; at < text.length(); line++) {
            int stop = lineEnd(text, at);
            if (isFence(text, at, stop)) {
                return new FrontMatter(
                        text.substring(yamlStart, at), 2, text.substring(next(text, stop)), line + 1, true);
            }
            at = next(text, stop);
        }
        return new FrontMatter(text.substring(yamlStart), 2, "", line, false);
    }

    /** Where the front matter opens: the place of whatever is missing from it. */
    static Location opening(String file) {
        return Location.on(file, 1, 1, 3);
    }

    private static boolean isFence(String text, int from, int to) {
        return to - from >= 3
                && text.startsWith("---", from)
                && text.substring(from + 3, to).isBlank();
    }

    /** Where the line that this place is in ends, its line end not counted. */
    static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** Where the line after the one that ends here begins. */
    static int next(String text, int lineEnd) {
        if (lineEnd >= text.length()) {
            return text.length();
        }
        boolean crlf = text.charAt(lineEnd) == '\r' && lineEnd + 1 < text.length() && text.charAt(lineEnd + 1) == '\n';
        return lineEnd + (crlf ? 2 : 1);
    }
}
