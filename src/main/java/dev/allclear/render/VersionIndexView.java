package dev.allclear.render;

import dev.allclear.model.Issue;
import dev.allclear.model.SiteMap;
import java.util.ArrayList;
import java.util.List;

/**
 * All versions.
 *
 * @param rows the newest first
 */
public record VersionIndexView(List<Row> rows) {

    private static final String TEMPLATE = "versions.ftlh";

    /** Enough of a commit's id to tell it from others. */
    private static final int SHORT = 10;

    /**
     * A version.
     *
     * @param home its label, which leads to its home page
     * @param number its place among the versions
     * @param published when
     * @param commit the beginning of the commit's id, or empty
     * @param clean whether the content was as that commit has it
     * @param documents how many documents it holds
     * @param incidents how many of them are incidents
     * @param playbooks how many of them are playbooks
     * @param changes what is different from the version before; no address if it has no such page
     * @param newest whether it is the newest that stands
     * @param withdrawn that it was withdrawn, in words, or empty
     * @param reason why
     */
    public record Row(
            LinkView home,
            int number,
            TimeView published,
            String commit,
            boolean clean,
            int documents,
            int incidents,
            int playbooks,
            LinkView changes,
            boolean newest,
            String withdrawn,
            String reason) {}

    static PagePlan plan(Atlas atlas) {
        return new PagePlan(
                SiteMap.VERSION_INDEX,
                TEMPLATE,
                atlas.words().say("versions.title"),
                "versions",
                List.of(),
                () -> view(atlas),
                Made.with(TEMPLATE).from("people.yaml").versions().inputs());
    }

    private static VersionIndexView view(Atlas atlas) {
        Links links = new Links(SiteMap.VERSION_INDEX);
        Words words = atlas.words();
        List<Row> rows = new ArrayList<>();
        boolean newest = true;
        List<Issue> issues = atlas.edition().issues();
        for (int i = issues.size() - 1; i >= 0; i--) {
            Issue issue = issues.get(i);
            String folder = issue.imprint().folder();
            Issue.Retraction retraction = issue.retraction();
            rows.add(new Row(
                    new LinkView(issue.label(), links.to(folder + SiteMap.HOME)),
                    issue.imprint().number(),
                    words.time(issue.imprint().released()),
                    issue.commit().substring(0, Math.min(SHORT, issue.commit().length())),
                    issue.clean(),
                    issue.counts().documents(),
                    issue.counts().incidents(),
                    issue.counts().playbooks(),
                    new LinkView(
                            words.say("changes.title"),
                            issue.pages().contains(SiteMap.CHANGES) ? links.to(folder + SiteMap.CHANGES) : ""),
                    newest && issue.stands(),
                    retraction == null
                            ? ""
                            : words.say(
                                    "versions.withdrawn-by",
                                    words.time(retraction.at()).shown(),
                                    atlas.person(retraction.by(), links).text()),
                    retraction == null ? "" : retraction.reason()));
            newest &= !issue.stands();
        }
        return new VersionIndexView(rows);
    }
}
