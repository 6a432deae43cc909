package dev.allclear.markdown;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Moves safe HTML from a page of its own onto one that holds many, is read without any other file, and is printed: ids
 * and links are made anew, pictures are put in, headings stand one level lower, boxes can be ticked, and nothing is
 * folded away.
 */
public final class Transplant {

    private static final int LOWEST = 6;

    /** What moves; most pieces have nothing of it, and need not be parsed. */
    private static final Pattern MOVES = Pattern.compile("<(?:a|img|input|details|h[1-6])[\\s>]|\\sid=\"");

    private Transplant() {}

    /** The ids in a piece of safe HTML, in order. */
    public static Set<String> ids(String html) {
        Set<String> ids = new LinkedHashSet<>();
        if (html.contains("id=\"")) {
            Jsoup.parseBodyFragment(html).body().select("[id]").forEach(e -> ids.add(e.id()));
        }
        return ids;
    }

    /** A piece of safe HTML as it stands on its new page. */
    public static String of(String html, Ground ground) {
        if (!MOVES.matcher(html).find()) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (Element element : document.body().getAllElements()) {
            if (!element.nameIs("body")) {
                move(element, ground);
            }
        }
        return document.body().html();
    }

    private static void move(Element element, Ground ground) {
        if (element.hasAttr("id")) {
            String id = ground.id(element.id());
            if (id.isEmpty()) {
                element.removeAttr("id");
            } else {
                element.attr("id", id);
            }
        }
        switch (element.normalName()) {
            case "a" -> link(element, ground);
            case "img" -> picture(element, ground);
            case "input" -> box(element);
            case "details" -> element.attr("open", "");
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                element.tagName("h" + Math.min(LOWEST, element.normalName().charAt(1) - '0' + 1));
            default -> {}
        }
    }

    private static void link(Element element, Ground ground) {
        if (!element.hasAttr("href")) {
            return;
        }
        Ground.Destination to = ground.link(element.attr("href"));
        if (!to.note().isEmpty()) {
            element.after(new Element("span").addClass("at").text(to.note()));
            element.after(new TextNode(" "));
        }
        if (to.address().isEmpty()) {
            element.tagName("span").removeAttr("href").removeAttr("rel");
        } else {
            element.attr("href", to.address());
        }
    }

    private static void picture(Element element, Ground ground) {
        String address = element.attr("src");
        @Nullable String data = ground.picture(address);
        // What is loaded late may be missing on paper.
        element.removeAttr("loading");
        if (data == null) {
            element.replaceWith(
                    new Element("span").addClass("missing").text(ground.missing(address, element.attr("alt"))));
        } else {
            element.attr("src", data);
        }
    }

    /** A box of a task list: one that is read on a page is ticked in a book. */
    private static void box(Element element) {
        Element item = element.parent();
        String text = item == null ? "" : item.text().strip();
        element.removeAttr("disabled");
        if (!text.isEmpty()) {
            element.attr("aria-label", text);
        }
    }
}
