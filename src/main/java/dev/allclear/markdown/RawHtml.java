package dev.allclear.markdown;

import dev.allclear.finding.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a piece of raw HTML links to, and what in it can be linked to. */
final class RawHtml {

    private static final Pattern VERBATIM = Pattern.compile("<(script|pre|style|textarea)(?=[\\s>]|$)");

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

    /**
     * What would close a piece of HTML that has no end, and so takes all that follows for itself: the kinds of block of
     * <a href="https://spec.commonmark.org/0.31.2/#html-blocks">CommonMark</a> that an empty line does not end.
     */
    static Optional<String> missingEnd(String literal) {
        String lower = literal.strip().toLowerCase(Locale.ROOT);
        int comment = lower.lastIndexOf("<!--");
        if (comment >= 0) {
            return lower.indexOf("-->", comment) < 0 ? Optional.of("-->") : Optional.empty();
        }
        if (lower.startsWith("<?")) {
            return lacks(lower, "?>");
        }
        if (lower.startsWith("<![cdata[")) {
            return lacks(lower, "]]>");
        }
        if (lower.startsWith("<!")) {
            return lacks(lower, ">");
        }
        Matcher verbatim = VERBATIM.matcher(lower);
        return verbatim.lookingAt() ? lacks(lower, "</" + verbatim.group(1) + ">") : Optional.empty();
    }

    private static Optional<String> lacks(String text, String end) {
        return text.contains(end) ? Optional.empty() : Optional.of(end);
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
