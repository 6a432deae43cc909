package dev.allclear.markdown;

import dev.allclear.finding.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words that a reader sees in safe HTML, paragraph by paragraph. */
public final class Paragraphs {

    /** What is shown otherwise than as the author's own words. */
    private static final String UNSEEN =
            "pre, code, del, s, h1, h2, h3, h4, h5, h6, img, .footnotes, .footnote-ref, .alert-title, template, [hidden]";

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}].*", Pattern.DOTALL);

    private static final String OF_TWO = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u30FC]";
    private static final String OF_FOUR = "[\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]";
    private static final Pattern UNSPACED = Pattern.compile(OF_TWO + "|" + OF_FOUR);
    private static final Pattern PIECE = Pattern.compile(
            OF_TWO + "{1,2}|" + OF_FOUR
                    + "{1,4}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u30FC\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]]+");

    private Paragraphs() {}

    /** Each block's words: no code, deleted text, headings, pictures or footnotes. */
    public static List<List<String>> of(String safeHtml) {
        Element body = Jsoup.parseBodyFragment(safeHtml).body();
        body.select(UNSEEN).remove();
        List<List<String>> paragraphs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        collect(body, current, paragraphs);
        end(current, paragraphs);
        return paragraphs;
    }

    private static void collect(Element element, StringBuilder current, List<List<String>> paragraphs) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                current.append(text.getWholeText());
            } else if (child instanceof Element inner) {
                boolean block = inner.isBlock();
                if (block || inner.nameIs("br")) {
                    current.append(' ');
                }
                if (block) {
                    end(current, paragraphs);
                }
                collect(inner, current, paragraphs);
                if (block) {
                    end(current, paragraphs);
                }
            }
        }
    }

    /** Where a script has no spaces between its words, every few letters are one: as many as its words have on the average. */
    private static List<String> apart(String word) {
        if (!UNSPACED.matcher(word).find()) {
            return List.of(word);
        }
        List<String> words = new ArrayList<>();
        Matcher piece = PIECE.matcher(word);
        while (piece.find()) {
            words.add(piece.group());
        }
        return words;
    }

    private static void end(StringBuilder current, List<List<String>> paragraphs) {
        List<String> words = new ArrayList<>();
        SPACE.splitAsStream(Appearance.visible(current.toString()))
                .filter(word -> WORD.matcher(word).matches())
                .forEach(word -> words.addAll(apart(word)));
        if (!words.isEmpty()) {
            paragraphs.add(List.copyOf(words));
        }
        current.setLength(0);
    }
}
