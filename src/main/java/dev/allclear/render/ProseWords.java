package dev.allclear.render;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The few words that the rendering of Markdown puts beside the author's own (the titles of alerts, the names of tables
 * and boxes), which it writes in English, in the site's language.
 */
final class ProseWords {

    private record Phrase(Pattern written, String key) {

        static Phrase of(String before, String word, String after, String key) {
            return new Phrase(
                    Pattern.compile("(" + Pattern.quote(before) + ")" + word + "(" + Pattern.quote(after) + ")"), key);
        }
    }

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of("<p class=\"alert-title\">", "Note", "</p>", "prose.alert.note"),
            Phrase.of("<p class=\"alert-title\">", "Tip", "</p>", "prose.alert.tip"),
            Phrase.of("<p class=\"alert-title\">", "Important", "</p>", "prose.alert.important"),
            Phrase.of("<p class=\"alert-title\">", "Warning", "</p>", "prose.alert.warning"),
            Phrase.of("<p class=\"alert-title\">", "Caution", "</p>", "prose.alert.caution"),
            Phrase.of("<p class=\"alert-title\">", "Internal", "</p>", "prose.alert.internal"),
            Phrase.of("<div class=\"scroll\" role=\"group\" aria-label=\"", "Table", "\"", "prose.table"),
            Phrase.of(" aria-label=\"", "done", "\">", "prose.done"),
            Phrase.of(" aria-label=\"", "to do", "\">", "prose.to-do"),
            Phrase.of(" aria-label=\"", "Back to reference (?=[0-9])", "", "prose.back"),
            Phrase.of(" rel=\"noopener noreferrer\">", "Picture elsewhere", "</a>", "prose.picture"));

    private ProseWords() {}

    /** A page in the language of these messages. */
    static String in(Messages messages, String page) {
        if (messages.isEnglish()) {
            return page;
        }
        String translated = page;
        for (Phrase phrase : PHRASES) {
            String word = java.util.regex.Matcher.quoteReplacement(messages.say(phrase.key()));
            translated = phrase.written().matcher(translated).replaceAll("$1" + word + "$2");
        }
        return translated;
    }
}
