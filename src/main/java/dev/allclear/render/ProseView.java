package dev.allclear.render;

import dev.allclear.model.Part;
import dev.allclear.model.Prose;
import java.util.ArrayList;
import java.util.List;

/**
 * A document's text.
 *
 * @param html safe HTML with headings and anchors
 * @param toc its headings of the second and third level
 */
public record ProseView(String html, List<TocView> toc) {

    static ProseView of(Prose prose, Words words) {
        StringBuilder html = new StringBuilder();
        List<TocView> toc = new ArrayList<>();
        for (Part part : prose.parts()) {
            if (part.hasHeading()) {
                // The page has its own first heading: one of the author's of that level becomes a second.
                int level = Math.max(2, part.level());
                html.append("<h%d id=\"%s\">%s <a class=\"anchor\" href=\"#%s\" aria-label=\"%s\">#</a></h%d>\n"
                        .formatted(level, part.id(), part.title(), part.id(), words.say("toc.link"), level));
                if (level <= 3) {
                    toc.add(new TocView(level, withoutLinks(part.title()), part.id()));
                }
            }
            html.append(part.html());
        }
        html.append(prose.footnotes());
        return new ProseView(html.toString(), List.copyOf(toc));
    }

    /** A link inside a link is no HTML. */
    static String withoutLinks(String html) {
        return html.replaceAll("</?a\\b[^>]*>", "");
    }
}
