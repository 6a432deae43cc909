package dev.allclear.render;

import dev.allclear.model.Issue;
import java.util.List;

/**
 * What stands in the place of each page of a version that was withdrawn.
 *
 * @param published when the version was published
 * @param withdrawn when it was withdrawn
 * @param by the name of whoever withdrew it
 * @param reason why
 */
public record WithdrawnView(TimeView published, TimeView withdrawn, String by, String reason) {

    private static final String TEMPLATE = "withdrawn.ftlh";

    /**
     * A notice.
     *
     * @param path the path of the page in the version
     */
    static PagePlan plan(String path, Issue issue, Issue.Retraction retraction, Atlas atlas) {
        Words words = atlas.words();
        String place = issue.imprint().folder() + path;
        return new PagePlan(
                place,
                TEMPLATE,
                words.say("withdrawn.title", issue.label()),
                "versions",
                List.of(),
                () -> new WithdrawnView(
                        words.time(issue.imprint().released()),
                        words.time(retraction.at()),
                        atlas.person(retraction.by(), new Links(place)).text(),
                        retraction.reason()),
                Made.with(TEMPLATE).from("people.yaml").versions().inputs());
    }
}
