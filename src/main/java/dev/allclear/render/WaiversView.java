package dev.allclear.render;

import dev.allclear.model.Document;
import dev.allclear.model.SiteMap;
import dev.allclear.model.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules that documents knowingly do not meet.
 *
 * @param rows those in force first, then by their last day
 */
public record WaiversView(List<Row> rows) {

    private static final String TEMPLATE = "waivers.ftlh";

    /**
     * One waiver.
     *
     * @param rule the rule's id
     * @param document where it stands
     * @param reason why
     * @param by who answers for it
     * @param until its last day
     * @param expired whether that has passed
     */
    public record Row(String rule, LinkView document, String reason, LinkView by, String until, boolean expired) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE).from("people.yaml");
        for (Document document : atlas.library().everyDocument()) {
            if (!document.waivers().isEmpty()) {
                made.naming(document.path());
            }
        }
        return new PagePlan(
                SiteMap.WAIVERS,
                TEMPLATE,
                atlas.words().say("section.waivers"),
                "",
                List.of(),
                () -> view(atlas),
                made.inputs());
    }

    private static WaiversView view(Atlas atlas) {
        Links links = new Links(SiteMap.WAIVERS);
        LocalDate today = atlas.words().day(atlas.now());
        String none = atlas.words().say("none");
        List<Row> rows = new ArrayList<>();
        for (Document document : atlas.library().everyDocument()) {
            for (Waiver waiver : document.waivers()) {
                LocalDate until = waiver.until().value();
                rows.add(new Row(
                        waiver.rule().or(none),
                        new LinkView(document.title(), links.to(document.page())),
                        waiver.reason().or(none),
                        atlas.person(waiver.by().value(), links),
                        until == null ? none : atlas.words().date(until),
                        until == null || until.isBefore(today)));
            }
        }
        rows.sort(Comparator.comparing(Row::expired).thenComparing(Row::until).thenComparing(Row::rule));
        return new WaiversView(rows);
    }
}
