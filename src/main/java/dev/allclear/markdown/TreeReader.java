package dev.allclear.markdown;

import dev.allclear.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Reads one parsed document: notes what carries data, resolves its links, and prepares the tree for rendering (cuts at
 * top-level headings, anchors of the others, alerts; the record that opens a section is taken out).
 */
final class TreeReader {

    private static final Set<String> RECORDS = Set.of("decision", "step");

    private final Places places;
    private final LinkResolver resolver;
    private final HtmlRenderer renderer;
    private final Slugger slugger = new Slugger();
    private final List<@Nullable Heading> headings = new ArrayList<>();
    private final List<List<Block>> blocks = new ArrayList<>();
    private final List<Fence> fences = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Mark> unclosed = new ArrayList<>();
    private final List<Mark> rawBlocks = new ArrayList<>();
    private final List<Location> removed = new ArrayList<>();
    private final List<String> anchors = new ArrayList<>();
    private final List<Location> unlabelled = new ArrayList<>();
    private final List<Mark> fillers = new ArrayList<>();
    private final boolean seekFillers;
    private boolean rawHtml;

    /**
     * Makes a reader for one document.
     *
     * @param seekFillers whether to look for words that only hold a place
     */
    TreeReader(Places places, LinkResolver resolver, HtmlRenderer renderer, boolean seekFillers) {
        this.seekFillers = seekFillers;
        this.places = places;
        this.resolver = resolver;
        this.renderer = renderer;
    }

    List<@Nullable Heading> headings() {
        return headings;
    }

    List<List<Block>> blocks() {
        return blocks;
    }

    List<Fence> fences() {
        return fences;
    }

    List<Link> links() {
        return links;
    }

    List<Mark> unclosed() {
        return unclosed;
    }

    List<Mark> rawBlocks() {
        return rawBlocks;
    }

    List<Location> removed() {
        return removed;
    }

    List<String> anchors() {
        return anchors;
    }

    List<Location> unlabelled() {
        return unlabelled;
    }

    List<Mark> fillers() {
        return fillers;
    }

    boolean hasRawHtml() {
        return rawHtml;
    }

    /** Reads a document and prepares it. */
    void read(Node document) {
        headings.add(null);
        blocks.add(new ArrayList<>());
        for (Node node = document.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            topLevel(node);
            node = next;
        }
        // What follows this last cut are the footnotes, which are rendered at the end.
        document.appendChild(new SectionCut());
    }

    /** Only resolves the links below a node. */
    void resolve(Node node) {
        for (Node child = node.getFirstChild(); child != null; ) {
            Node next = child.getNext();
            inner(child);
            child = next;
        }
    }

    private void topLevel(Node node) {
        List<Block> here = blocks.get(blocks.size() - 1);
        if (node instanceof org.commonmark.node.Heading heading) {
            String text = NodeText.of(heading);
            String id = slugger.slug(text);
            blocks.add(new ArrayList<>());
            anchors.add(id);
            resolve(heading);
            headings.add(new Heading(heading.getLevel(), text, html(heading), id, places.inside(heading)));
            heading.insertAfter(new SectionCut());
            heading.unlink();
        } else if (node instanceof FencedCodeBlock code) {
            Fence fence = fence(code, true);
            boolean opens = here.isEmpty() && RECORDS.contains(fence.word());
            here.add(fence);
            if (opens) {
                code.unlink();
            }
        } else if (!(node instanceof LinkReferenceDefinition)) {
            inner(node);
            here.add(block(node));
        }
    }

    private Block block(Node node) {
        if (node instanceof TableBlock table) {
            return table(table);
        }
        if (node instanceof ListBlock list) {
            return listing(list);
        }
        return new OtherBlock(places.of(node));
    }

    /** Looks at a node that does not stand directly in the document, and at all below it. */
    private void inner(Node node) {
        if (node instanceof FencedCodeBlock code) {
            fence(code, false);
            return;
        }
        if (node instanceof HtmlBlock block) {
            raw(block, block.getLiteral());
            if (!block.getLiteral().strip().startsWith("<!--")) {
                rawBlocks.add(new Mark(block.getLiteral(), blocks.size() - 1, places.of(block)));
            }
            return;
        }
        if (node instanceof HtmlInline inline) {
            raw(inline, inline.getLiteral());
            return;
        }
        if (node instanceof Text text) {
            filler(text);
            return;
        }
        resolve(node);
        if (node instanceof org.commonmark.node.Link link) {
            String target = resolver.resolve(link.getDestination());
            links.add(new Link(link.getDestination(), target, false, places.of(link)));
            link.setDestination(target);
        } else if (node instanceof Image image) {
            String target = resolver.resolve(image.getDestination());
            links.add(new Link(image.getDestination(), target, true, places.of(image)));
            if (NodeText.of(image).isBlank()) {
                unlabelled.add(places.of(image));
            }
            move(image, new Picture(target, image.getTitle(), resolver.size(image.getDestination())));
        } else if (node instanceof org.commonmark.node.Heading heading) {
            String id = slugger.slug(NodeText.of(heading));
            anchors.add(id);
            move(heading, new AnchoredHeading(heading.getLevel(), id));
        } else if (node instanceof TableBlock table && !(table.getParent() instanceof Document)) {
            nested(table);
        } else if (node instanceof BlockQuote quote) {
            alert(quote);
        }
    }

    private void filler(Text text) {
        Matcher m = seekFillers ? Filler.first(text.getLiteral()) : null;
        if (m != null) {
            Location at = places.of(text);
            fillers.add(new Mark(
                    m.group(),
                    blocks.size() - 1,
                    Location.on(
                            at.file(),
                            at.line(),
                            at.column() + m.start(),
                            m.group().length())));
        }
    }

    private void raw(Node node, String literal) {
        rawHtml = true;
        Location at = places.of(node);
        RawHtml.read(literal, at, resolver, links, anchors, unlabelled);
        RawHtml.missingEnd(literal).ifPresent(end -> unclosed.add(new Mark(end, blocks.size() - 1, at)));
        boolean silent = literal.strip().startsWith("<!--") || literal.startsWith("</");
        if (!silent && !SafeHtml.isSafe(literal)) {
            removed.add(at);
        }
    }

    private Fence fence(FencedCodeBlock code, boolean topLevel) {
        List<SourceSpan> spans = code.getSourceSpans();
        Location at = places.firstLineOf(code);
        int indent = spans.size() > 1 ? spans.get(1).getColumnIndex() : at.column() - 1;
        Fence fence = new Fence(
                MarkdownReader.firstWord(code.getInfo()),
                code.getLiteral(),
                at,
                at.line() + 1,
                indent + code.getFenceIndent(),
                code.getClosingFenceLength() != null,
                topLevel);
        fences.add(fence);
        return fence;
    }

    /** A table inside a quote, a list or a footnote is a table of its section too: its rows count like any others. */
    private void nested(TableBlock table) {
        if (!blocks.isEmpty()) {
            blocks.get(blocks.size() - 1).add(table(table));
        }
    }

    private Table table(TableBlock block) {
        List<Cell> header = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead) {
                    header.addAll(cells(row));
                } else if (part instanceof TableBody && row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        return new Table(List.copyOf(header), List.copyOf(rows), places.firstLineOf(block));
    }

    private List<Cell> cells(Node row) {
        List<Cell> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell) {
                cells.add(new Cell(NodeText.ofData(node), html(node), places.inside(node)));
            }
        }
        return cells;
    }

    private Listing listing(ListBlock list) {
        List<Cell> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Paragraph) {
                    items.add(new Cell(NodeText.of(child), html(child), places.inside(child)));
                    break;
                }
            }
        }
        return new Listing(List.copyOf(items));
    }

    /** The inline HTML of a node's children. */
    private String html(Node parent) {
        Node only = parent.getFirstChild();
        if (only == null) {
            return "";
        }
        if (only instanceof Text text && only.getNext() == null) {
            return Entities.escape(text.getLiteral()).strip();
        }
        StringBuilder html = new StringBuilder();
        boolean raw = false;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            // A footnote is rendered with its document only.
            if (!(node instanceof FootnoteReference)) {
                html.append(renderer.render(node));
                raw |= node instanceof HtmlInline;
            }
        }
        return (raw ? SafeHtml.reduce(html.toString(), resolver) : html.toString()).strip();
    }

    private static void alert(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first)) {
            return;
        }
        StringBuilder marker = new StringBuilder();
        Node node = first.getFirstChild();
        while (node instanceof Text text) {
            marker.append(text.getLiteral());
            node = node.getNext();
        }
        if (node != null && !(node instanceof SoftLineBreak) && !(node instanceof HardLineBreak)) {
            return;
        }
        for (Alert.Kind kind : Alert.Kind.values()) {
            if (marker.toString().strip().equalsIgnoreCase("[!" + kind.name() + "]")) {
                while (first.getFirstChild() != null && first.getFirstChild() != node) {
                    first.getFirstChild().unlink();
                }
                if (node != null) {
                    node.unlink();
                }
                if (first.getFirstChild() == null) {
                    first.unlink();
                }
                move(quote, new Alert(kind));
                return;
            }
        }
    }

    private static void move(Node from, Node to) {
        from.insertAfter(to);
        while (from.getFirstChild() != null) {
            to.appendChild(from.getFirstChild());
        }
        from.unlink();
    }
}
