package dev.allclear.markdown;

import dev.allclear.finding.Location;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a piece of raw HTML links to, and what in it can be linked to. */
final class RawHtml {

    private RawHtml() {}

    /** Adds its links, anchors and images without a text to the lists. */
    static void read(
            String literal,
            Location at,
            LinkResolver resolver,
            List<Link> links,
            List<String> anchors,
            List<Location> unlabelled) {
        String lower = literal.toLowerCase(Locale.ROOT);
        if (!lower.contains("href") && !lower.contains("src") && !lower.contains("id=") && !lower.contains("<img")) {
            return;
        }
        for (Element element : Jsoup.parseBodyFragment(literal).body().getAllElements()) {
            if (SafeHtml.isAnchor(element.id())) {
                anchors.add(element.id());
            }
            boolean image = element.nameIs("img");
            String name = image ? "src" : "href";
            if ((image || element.nameIs("a")) && element.hasAttr(name)) {
                String destination = element.attr(name);
                links.add(
                        new Link(destination, resolver.resolve(destination), image, within(literal, destination, at)));
            }
            if (image && !element.hasAttr("alt")) {
                unlabelled.add(within(literal, element.attr("src"), at));
            }
        }
    }

    /** Where some words of the literal stand, if they can be found in it. */
    private static Location within(String literal, String words, Location at) {
        int index = words.isEmpty() ? -1 : literal.indexOf(words);
        if (index < 0) {
            return at;
        }
        String before = literal.substring(0, index);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int column = lines == 0 ? at.column() + index : index - before.lastIndexOf('\n');
        return at.line() + lines > at.endLine()
                ? at
                : Location.on(
                        at.file(),
                        at.line() + lines,
                        column,
                        words.lines().findFirst().orElse("").length());
    }
}
