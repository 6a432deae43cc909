package dev.allclear.render;

import java.util.Arrays;
import java.util.List;

/**
 * A word of the script on a playbook's page, in the site's language.
 *
 * @param key what the script calls it
 * @param text the word
 */
public record RunWords(String key, String text) {

    private static final String[] KEYS = {
        "start",
        "stop",
        "stop-sure",
        "elapsed",
        "left",
        "over",
        "no-objective",
        "changed",
        "next",
        "all-done",
        "done",
        "step",
        "export",
        "export-help",
        "fill",
        "fill-help",
        "started",
        "by",
        "who"
    };

    static List<RunWords> of(Words words) {
        return Arrays.stream(KEYS)
                .map(key -> new RunWords(key, words.say("run." + key)))
                .toList();
    }
}
