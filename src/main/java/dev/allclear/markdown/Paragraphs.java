package dev.allclear.markdown;

import java.util.ArrayList;
import java.util.List;
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

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\r]]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}].*", Pattern.DOTALL);

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

    private static void end(StringBuilder current, List<List<String>> paragraphs) {
        List<String> words = new ArrayList<>();
        SPACE.splitAsStream(INVISIBLE.matcher(current).replaceAll(""))
                .filter(word -> WORD.matcher(word).matches())
                .forEach(words::add);
        if (!words.isEmpty()) {
            paragraphs.add(List.copyOf(words));
        }
        current.setLength(0);
    }
}
