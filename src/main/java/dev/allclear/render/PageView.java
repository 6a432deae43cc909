package dev.allclear.render;

import dev.allclear.model.Document;
import java.util.List;

/**
 * Any other page.
 *
 * @param prose the document's text
 */
public record PageView(ProseView prose) {

    private static final String TEMPLATE = "page.ftlh";

    static PagePlan plan(Document document, Atlas atlas) {
        Links links = new Links(document.page());
        boolean inIncident = document.path().startsWith("incidents/");
        return new PagePlan(
                document.page(),
                TEMPLATE,
                document.title(),
                inIncident ? "incidents" : "pages",
                inIncident
                        ? List.of(new LinkView("Incidents", links.to("incidents/index.html")))
                        : List.of(new LinkView("Pages", links.to("pages/index.html"))),
                () -> new PageView(ProseView.of(document.prose())),
                Made.with(TEMPLATE).from(document).inputs());
    }
}
