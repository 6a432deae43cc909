package dev.allclear.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every word of the theme, in the site's language. The files are {@code messages/LANGUAGE.properties} in UTF-8, in the
 * form of {@link Properties}; {@code {0}}, {@code {1}} … stand for what is put in. What a language lacks is said in
 * English.
 */
final class Messages {

    private static final String ENGLISH = "en";

    /** Languages whose scripts run from right to left. */
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi");

    private final String language;
    private final Map<String, String> texts;

    private Messages(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * The words of a theme in a language.
     *
     * @param language a BCP 47 tag; what follows its first part is tried first, as in {@code pt-BR}, then that part
     */
    static Messages of(Theme theme, String language) {
        Map<String, String> texts = new TreeMap<>(read(theme, ENGLISH));
        String written = language.replace('_', '-');
        String tag = canonical(written);
        for (String name : new LinkedHashSet<>(List.of(first(tag), first(written), written, tag))) {
            texts.putAll(read(theme, name));
        }
        return new Messages(tag, Collections.unmodifiableMap(texts));
    }

    /** As BCP 47 has it, {@code pt-BR} for {@code PT-br}; what is no tag stays as it was written. */
    private static String canonical(String tag) {
        String canonical = Locale.forLanguageTag(tag).toLanguageTag();
        return canonical.equalsIgnoreCase(tag) ? canonical : tag;
    }

    private static String first(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    private static Map<String, String> read(Theme theme, String language) {
        String text = theme.template("messages/" + language + ".properties");
        return text == null ? Map.of() : texts(text);
    }

    /**
     * The words in a file.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    static Map<String, String> texts(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
        return texts;
    }

    String language() {
        return language;
    }

    /** Whether what is said is English, for want of another language or because it is the site's. */
    boolean isEnglish() {
        return "Table".equals(texts.get("prose.table"));
    }

    /** {@code rtl} or {@code ltr}. */
    String direction() {
        return RIGHT_TO_LEFT.contains(first(language).toLowerCase(Locale.ROOT)) ? "rtl" : "ltr";
    }

    /**
     * A text with what is put in.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    String say(String key, Object... with) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no message `" + key + "`");
        }
        return with.length == 0 ? text : fill(text, List.of(with));
    }

    /** A text for a number: {@code key.one} for 1, {@code key.many} for any other, with the number as {@code {0}}. */
    String count(String key, long number, Object... with) {
        Object[] all = new Object[with.length + 1];
        all[0] = number;
        System.arraycopy(with, 0, all, 1, with.length);
        return say(key + (number == 1 ? ".one" : ".many"), all);
    }

    private static String fill(String text, List<Object> with) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            String inside = close < 0 ? "" : text.substring(open + 1, close);
            boolean number = inside.length() == 1 && Character.digit(inside.charAt(0), 10) >= 0;
            int index = number ? Character.digit(inside.charAt(0), 10) : with.size();
            if (index < with.size()) {
                out.append(text, at, open).append(with.get(index));
                at = close + 1;
            } else {
                out.append(text, at, open + 1);
                at = open + 1;
            }
        }
        return out.append(text, at, text.length()).toString();
    }
}
