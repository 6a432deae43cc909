package dev.allclear.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Reduces HTML that authors wrote to a safe list, and balances it. */
final class SafeHtml {

    /** The classes that our own rendering writes; an author's page must not imitate the theme's badges. */
    private static final Set<String> CLASSES = Set.of(
            "alert",
            "alert-title",
            "alert-note",
            "alert-tip",
            "alert-important",
            "alert-warning",
            "alert-caution",
            "alert-internal",
            "task",
            "scroll",
            "short",
            "code",
            "align-left",
            "align-center",
            "align-right",
            "footnotes",
            "footnote-ref",
            "footnote-backref");

    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9_+#-]+");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}\\p{M}_-]+");
    private static final Addresses ADDRESSES = new Addresses();

    private static final String[] TAGS = {
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var"
    };

    /** What an author may write. */
    private static final Safelist WRITTEN = list();

    /** What an author may write and what our own rendering adds. */
    private static final Safelist RENDERED = list().addTags("input")
            .addAttributes("input", "type", "disabled", "checked", "aria-label")
            .addAttributes(":all", "class", "role", "aria-label", "tabindex")
            .addAttributes("a", "rel")
            .addAttributes("img", "loading")
            .addAttributes("th", "scope");

    private SafeHtml() {}

    private static Safelist list() {
        return new Safelist()
                .addTags(TAGS)
                .addAttributes(":all", "id", "title", "lang", "dir")
                .addAttributes("a", "href")
                .addAttributes("img", "src", "alt", "width", "height")
                .addAttributes("ol", "start")
                .addAttributes("li", "value")
                .addAttributes("td", "colspan", "rowspan", "align")
                .addAttributes("th", "colspan", "rowspan", "align")
                .addAttributes("details", "open");
    }

    /** Whether an id stays as it is, so that a link can lead to it. */
    static boolean isAnchor(String id) {
        return ID.matcher(id).matches();
    }

    /** Whether a piece of raw HTML has nothing that would be removed. */
    static boolean isSafe(String raw) {
        // A piece is often half of a pair, whose other half stands elsewhere: what counts is what would be removed.
        return new Cleaner(WRITTEN).isValid(Jsoup.parseBodyFragment(raw));
    }

    /** Rendered HTML with raw HTML in it, reduced; links go through the resolver. */
    static String reduce(String html, LinkResolver links) {
        Document dirty = Jsoup.parseBodyFragment(html);
        // A box that our own rendering did not write could not be told from one that it did.
        dirty.select("input:not([aria-label][disabled][type=checkbox])").remove();
        Document clean = new Cleaner(RENDERED).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        for (Element element : clean.body().getAllElements()) {
            mend(element, links);
        }
        return clean.body().html();
    }

    private static void mend(Element element, LinkResolver links) {
        for (String name : Set.copyOf(element.classNames())) {
            if (!CLASSES.contains(name) && !LANGUAGE.matcher(name).matches()) {
                element.removeClass(name);
            }
        }
        if (element.hasAttr("class") && element.classNames().isEmpty()) {
            element.removeAttr("class");
        }
        if (element.hasAttr("id") && !ID.matcher(element.id()).matches()) {
            element.removeAttr("id");
        }
        String role = element.attr("role").toLowerCase(Locale.ROOT);
        if (!role.isEmpty() && !role.equals("note") && !role.equals("group")) {
            element.removeAttr("role");
        }
        if (element.hasAttr("href")) {
            element.attr("href", ADDRESSES.sanitizeLinkUrl(links.resolve(element.attr("href"))));
        }
        if (element.nameIs("img")) {
            PictureSize size = links.size(element.attr("src"));
            if (size != null && !element.hasAttr("width") && !element.hasAttr("height")) {
                element.attr("width", String.valueOf(size.width()));
                element.attr("height", String.valueOf(size.height()));
            }
            element.attr("loading", "lazy");
            element.attr("src", ADDRESSES.sanitizeImageUrl(links.resolve(element.attr("src"))));
        }
    }
}
