package dev.allclear.markdown;

import dev.allclear.finding.Location;
import java.util.List;
import java.util.Objects;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Where nodes of the tree stand in their file.
 *
 * @param file the file
 * @param firstLine the line on which the parsed text starts
 */
record Places(String file, int firstLine) {

    /** The place of a node; the place of its parent if the parser gave it none. */
    Location of(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            List<SourceSpan> spans = spans(each);
            if (!spans.isEmpty()) {
                return between(spans);
            }
        }
        return Location.on(file, firstLine, 1, 1);
    }

    /** The place of what stands inside a node, without its markers. */
    Location inside(Node node) {
        Node first = node.getFirstChild();
        Node last = node.getLastChild();
        if (first == null
                || last == null
                || spans(first).isEmpty()
                || spans(last).isEmpty()) {
            return of(node);
        }
        Location from = of(first);
        Location to = of(last);
        return new Location(file, from.line(), from.column(), to.endLine(), to.endColumn());
    }

    /** The place of a node's first line. */
    Location firstLineOf(Node node) {
        List<SourceSpan> spans = spans(node);
        return spans.isEmpty() ? of(node) : between(spans.subList(0, 1));
    }

    /** The parser leaves some places of cells empty. */
    private static List<SourceSpan> spans(Node node) {
        return node.getSourceSpans().stream().filter(Objects::nonNull).toList();
    }

    private Location between(List<SourceSpan> spans) {
        SourceSpan first = spans.get(0);
        SourceSpan last = spans.get(spans.size() - 1);
        return new Location(
                file,
                firstLine + first.getLineIndex(),
                1 + first.getColumnIndex(),
                firstLine + last.getLineIndex(),
                1 + last.getColumnIndex() + last.getLength());
    }
}
