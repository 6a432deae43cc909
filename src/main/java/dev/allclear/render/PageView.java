package dev.allclear.render;

import dev.allclear.model.Document;
import dev.allclear.model.SiteMap;
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
                        ? List.of(new LinkView("Incidents", links.to(SiteMap.INCIDENTS)))
                        : List.of(new LinkView("Pages", links.to(SiteMap.PAGES))),
                () -> new PageView(ProseView.of(document.prose())),
                Made.with(TEMPLATE).from(document).inputs());
    }
}
