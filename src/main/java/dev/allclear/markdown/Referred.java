package dev.allclear.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** What the sections of a document say by a label only: footnotes, and links whose address is defined elsewhere. */
final class Referred {

    private final String text;
    private final Map<String, FootnoteDefinition> footnotes = new HashMap<>();

    private Referred(String text) {
        this.text = text;
    }

    /**
     * Looks through a tree that nothing has been taken out of yet.
     *
     * @return of each section, that before the first heading among them, what it refers to
     */
    static List<List<String>> of(Node document, String text) {
        Referred referred = new Referred(text);
        boolean defines = text.contains("]:");
        if (defines) {
            referred.define(document);
        }
        List<List<String>> sections = new ArrayList<>();
        Set<String> here = new TreeSet<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                sections.add(List.copyOf(here));
                here.clear();
            }
            if (defines) {
                referred.look(node, here);
            }
        }
        sections.add(List.copyOf(here));
        return sections;
    }

    private void define(Node node) {
        if (node instanceof FootnoteDefinition footnote) {
            footnotes.putIfAbsent(label(footnote.getLabel()), footnote);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            define(child);
        }
    }

    private void look(Node node, Set<String> to) {
        if (node instanceof FootnoteReference reference) {
            FootnoteDefinition footnote = footnotes.get(label(reference.getLabel()));
            // A footnote may refer to others, even to itself.
            if (footnote != null && to.add("footnote " + source(footnote))) {
                look(footnote, to);
            }
        } else if (node instanceof Link link) {
            address(link, link.getDestination(), link.getTitle(), to);
        } else if (node instanceof Image image) {
            address(image, image.getDestination(), image.getTitle(), to);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            look(child, to);
        }
    }

    /** An address that stands in the link itself is part of the section's own text. */
    private void address(Node node, String destination, @Nullable String title, Set<String> to) {
        if (source(node).endsWith("]")) {
            to.add("link " + destination + "\n" + Objects.toString(title, ""));
        }
    }

    private String source(Node node) {
        return node.getSourceSpans().stream()
                .filter(Objects::nonNull)
                .map(this::source)
                .collect(Collectors.joining("\n"));
    }

    private String source(SourceSpan span) {
        return text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }

    /** Labels are the same whatever their letter case and blanks. */
    private static String label(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }
}
