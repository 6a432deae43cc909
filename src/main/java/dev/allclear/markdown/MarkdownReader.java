package dev.allclear.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Document;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown: CommonMark with GFM tables, strikethrough, task lists and autolinks, footnotes, alerts and anchors of
 * headings. Safe for use by many threads.
 */
public final class MarkdownReader {

    private static final int DEEPEST = 60;

    private static final List<Extension> VALUE_EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create(),
            TaskListItemsExtension.create());
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create());

    private static final Parser DOCUMENTS = parser(EXTENSIONS, IncludeSourceSpans.BLOCKS_AND_INLINES);
    private static final Parser VALUES = parser(VALUE_EXTENSIONS, IncludeSourceSpans.NONE);
    private static final HtmlRenderer DOCUMENT_HTML = Html.renderer(EXTENSIONS);
    private static final HtmlRenderer VALUE_HTML = Html.renderer(VALUE_EXTENSIONS);

    private MarkdownReader() {}

    private static Parser parser(List<Extension> extensions, IncludeSourceSpans spans) {
        return Parser.builder()
                .extensions(extensions)
                .includeSourceSpans(spans)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
    }

    /**
     * Reads a document.
     *
     * @param text the Markdown, without front matter
     * @param file the file's name, for locations
     * @param firstLine the line of the file on which the text starts
     * @param links turns the addresses that the author wrote into those that the page needs
     */
    public static Markdown read(String text, String file, int firstLine, LinkResolver links) {
        Node document = DOCUMENTS.parse(text.replace(SectionCut.SENTINEL, '\uFFFD'));
        TreeReader tree = new TreeReader(new Places(file, firstLine), links, DOCUMENT_HTML, Filler.mayBeIn(text));
        List<List<String>> referred = Referred.of(document, text);
        tree.read(document);
        String html = DOCUMENT_HTML.render(document);
        String[] pieces = html.split(String.valueOf(SectionCut.SENTINEL), -1);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < tree.headings().size(); i++) {
            sections.add(new Section(
                    tree.headings().get(i),
                    List.copyOf(tree.blocks().get(i)),
                    tree.hasRawHtml() ? SafeHtml.reduce(pieces[i], links) : pieces[i],
                    referred.get(i)));
        }
        String notes = withoutSection(pieces[pieces.length - 1]);
        return new Markdown(
                List.copyOf(sections),
                tree.hasRawHtml() && !notes.isBlank() ? SafeHtml.reduce(notes, links) : notes,
                List.copyOf(tree.fences()),
                List.copyOf(tree.links()),
                List.copyOf(tree.anchors()),
                List.copyOf(tree.unclosed()),
                List.copyOf(tree.rawBlocks()),
                List.copyOf(tree.removed()),
                List.copyOf(tree.unlabelled()),
                List.copyOf(tree.fillers()));
    }

    /** Footnotes come as a section, which would need a heading of its own. */
    private static String withoutSection(String notes) {
        int open = notes.indexOf("<section class=\"footnotes\"");
        int close = notes.lastIndexOf("</section>");
        return open < 0 || close < open
                ? notes
                : notes.substring(0, open) + "<div" + notes.substring(open + "<section".length(), close) + "</div>"
                        + notes.substring(close + "</section>".length());
    }

    /** Reads a value, such as a piece of evidence, as safe HTML; a single paragraph without its tags. */
    public static String inline(String text, LinkResolver links) {
        return inline(text, links, new ArrayList<>());
    }

    /** The same, with each link added to a list; their places are those in the value. */
    public static String inline(String text, LinkResolver links, List<Link> found) {
        Node document = VALUES.parse(text.strip().replace(SectionCut.SENTINEL, '\uFFFD'));
        TreeReader tree = new TreeReader(new Places("", 1), links, VALUE_HTML, false);
        tree.resolve(document);
        found.addAll(tree.links());
        String html = VALUE_HTML.render(document).strip();
        if (document instanceof Document
                && document.getFirstChild() instanceof Paragraph only
                && only.getNext() == null
                && html.startsWith("<p>")
                && html.endsWith("</p>")) {
            html = html.substring(3, html.length() - 4);
        }
        return containsRawHtml(document) ? SafeHtml.reduce(html, links) : html;
    }

    /** The words of a value that a reader sees: no code, deleted text or pictures. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Paragraphs.of(inline(text, LinkResolver.AS_WRITTEN)).forEach(words::addAll);
        return List.copyOf(words);
    }

    private static boolean containsRawHtml(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof HtmlBlock || child instanceof HtmlInline || containsRawHtml(child)) {
                return true;
            }
        }
        return false;
    }

    static String firstWord(@Nullable String info) {
        if (info == null) {
            return "";
        }
        String stripped = info.strip();
        int end = 0;
        while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end);
    }
}
