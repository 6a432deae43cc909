package dev.allclear.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** How nodes become HTML where CommonMark's own rendering is not enough for readers or for style sheets. */
final class Html implements NodeRenderer {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_+#-]+");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    private Html(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    /** A renderer with these extensions. */
    static HtmlRenderer renderer(List<Extension> extensions) {
        return HtmlRenderer.builder()
                .nodeRendererFactory(Html::new)
                .attributeProviderFactory(c -> new Attributes())
                .extensions(extensions)
                .sanitizeUrls(true)
                .urlSanitizer(new Addresses())
                .percentEncodeUrls(true)
                .build();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                SectionCut.class,
                AnchoredHeading.class,
                Alert.class,
                TableBlock.class,
                TaskListItemMarker.class,
                FencedCodeBlock.class,
                IndentedCodeBlock.class,
                Picture.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof SectionCut) {
            html.raw(String.valueOf(SectionCut.SENTINEL));
        } else if (node instanceof AnchoredHeading heading) {
            html.line();
            html.tag("h" + heading.level(), Map.of("id", heading.id()));
            children(heading);
            html.tag("/h" + heading.level());
            html.line();
        } else if (node instanceof Alert alert) {
            alert(alert);
        } else if (node instanceof TableBlock table) {
            html.line();
            html.tag("div", ordered("class", "scroll", "role", "group", "aria-label", "Table", "tabindex", "0"));
            html.tag("table");
            children(table);
            html.tag("/table");
            html.tag("/div");
            html.line();
        } else if (node instanceof TaskListItemMarker marker) {
            html.raw(
                    marker.isChecked()
                            ? "<input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"done\"> "
                            : "<input type=\"checkbox\" disabled=\"\" aria-label=\"to do\"> ");
        } else if (node instanceof FencedCodeBlock fence) {
            code(fence.getLiteral(), MarkdownReader.firstWord(fence.getInfo()));
        } else if (node instanceof IndentedCodeBlock block) {
            code(block.getLiteral(), "");
        } else if (node instanceof Picture picture) {
            image(picture);
        }
    }

    private void alert(Alert alert) {
        html.line();
        html.tag("div", ordered("class", "alert alert-" + alert.kind().word(), "role", "note"));
        html.tag("p", Map.of("class", "alert-title"));
        html.text(alert.kind().title());
        html.tag("/p");
        html.line();
        children(alert);
        html.tag("/div");
        html.line();
    }

    private void code(String literal, String word) {
        html.line();
        html.tag("pre", ordered("class", "code", "tabindex", "0"));
        html.tag("code", LANGUAGE.matcher(word).matches() ? Map.of("class", "language-" + word) : Map.of());
        html.text(literal);
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    /** A picture of the site is shown; one from elsewhere is linked, for a page must ask nobody else for anything. */
    private void image(Picture image) {
        String alt = NodeText.of(image);
        String url = context.urlSanitizer().sanitizeLinkUrl(image.getDestination());
        if (Addresses.isExternal(image.getDestination())) {
            html.tag("a", ordered("href", context.encodeUrl(url), "rel", "noopener noreferrer"));
            html.text(alt.isEmpty() ? "Picture elsewhere" : alt);
            html.tag("/a");
            return;
        }
        Map<String, String> attributes = ordered("src", context.encodeUrl(url), "alt", alt, "loading", "lazy");
        PictureSize size = image.size();
        if (size != null) {
            attributes.put("width", String.valueOf(size.width()));
            attributes.put("height", String.valueOf(size.height()));
        }
        if (image.getTitle() != null && !image.getTitle().isBlank()) {
            attributes.put("title", image.getTitle());
        }
        html.tag("img", attributes);
    }

    private void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            context.render(node);
            node = next;
        }
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Attributes that CommonMark's own rendering lacks. */
    private static final class Attributes implements AttributeProvider {

        private static final int LONGEST_SHORT = "2026-03-14 14:02".length();

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Link link && Addresses.isExternal(link.getDestination())) {
                attributes.put("rel", "noopener noreferrer");
            } else if (tag.equals("th")) {
                attributes.put("scope", "col");
            } else if (node instanceof ListItem item && item.getFirstChild() instanceof TaskListItemMarker) {
                attributes.put("class", "task");
            }
            String align = tag.equals("td") || tag.equals("th") ? attributes.remove("align") : null;
            String classes = ((align == null ? "" : "align-" + align)
                            + (tag.equals("td") && isShort(node) ? " short" : ""))
                    .strip();
            if (!classes.isEmpty()) {
                attributes.put("class", classes);
            }
        }

        /** A day, a time, a length or a ticket: what must not be broken at its hyphens to make room for prose. */
        private static boolean isShort(Node cell) {
            Node only = cell.getFirstChild() instanceof Link link && link.getNext() == null ? link : cell;
            return only.getFirstChild() instanceof Text text
                    && text.getNext() == null
                    && text.getLiteral().length() <= LONGEST_SHORT
                    && text.getLiteral().chars().anyMatch(Character::isDigit);
        }
    }
}
