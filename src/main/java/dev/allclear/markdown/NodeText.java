package dev.allclear.markdown;

import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The plain text of inline nodes. */
final class NodeText {

    private NodeText() {}

    /** What a reader sees of a node's children: no deleted text, no pictures, no notes. */
    static String of(Node node) {
        StringBuilder text = new StringBuilder();
        collect(node, text, false);
        return text.toString().strip();
    }

    /** The same for data: markup that could hide or strike a value is kept, so that the value can't be read. */
    static String ofData(Node node) {
        StringBuilder text = new StringBuilder();
        collect(node, text, true);
        return text.toString().strip();
    }

    private static void collect(Node parent, StringBuilder text, boolean data) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text t) {
                text.append(t.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                text.append(' ');
            } else if (node instanceof HtmlInline html) {
                text.append(data && !html.getLiteral().startsWith("<!--") ? html.getLiteral() : "");
            } else if (data && (node instanceof Strikethrough || node instanceof Image)) {
                text.append(node instanceof Image ? "![" : "~~");
                collect(node, text, true);
                text.append(node instanceof Image ? "]" : "~~");
            } else if (!(node instanceof Strikethrough || node instanceof Image || node instanceof FootnoteReference)) {
                collect(node, text, data);
            }
        }
    }
}
