package dev.allclear.render;

import dev.allclear.model.Imprint;
import dev.allclear.model.SiteMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * What stands around every page.
 *
 * @param title the page's title
 * @param section the part of the site that it belongs to
 * @param crumbs the pages above it
 * @param root the way up to the site's folder
 * @param site the site's title
 * @param language a BCP 47 tag
 * @param dir {@code ltr} or {@code rtl}
 * @param now the time of the build
 * @param zone the site's time zone
 * @param version the version of this tool
 * @param around where a reader may go from here
 * @param carried what the site carries because one of its pages needs it, by its path
 * @param own the script of this kind of page, by its path in the site
 * @param path the page's path in its edition; empty for a page about versions, which is in none
 * @param top the way up to the folder that holds the site and its versions
 * @param imprint the version that this page is of; none if it is one of the site's own
 * @param body what stands inside the frame, if it is known already; else empty
 * @param keeping told what stands inside the frame
 * @param urgent how many errors the site was published in spite of, 0 if none
 */
public record FrameView(
        String title,
        String section,
        List<LinkView> crumbs,
        String root,
        String site,
        String language,
        String dir,
        TimeView now,
        String zone,
        String version,
        Around around,
        SortedSet<String> carried,
        List<String> own,
        String path,
        String top,
        List<ImprintView> imprint,
        String body,
        Consumer<String> keeping,
        int urgent) {

    /**
     * How a version is known.
     *
     * @param label its label
     * @param number its place among the versions
     * @param published when it was published
     * @param newest where the newest version of this page is
     */
    public record ImprintView(String label, int number, String published, String newest) {}

    static FrameView of(PagePlan plan, Atlas atlas, String body, Consumer<String> keeping) {
        var site = atlas.library().site();
        return new FrameView(
                plan.title(),
                plan.section(),
                plan.crumbs(),
                new Links(plan.path()).root(),
                site.title().or(atlas.words().say("frame.untitled")),
                atlas.words().messages().language(),
                atlas.words().messages().direction(),
                atlas.words().time(atlas.now()),
                atlas.words().zone().getId(),
                atlas.edition().toolVersion(),
                plan.around(),
                atlas.extras(),
                plan.template().equals("playbook.ftlh") ? List.of("theme/playbook.js") : List.of(),
                plan.path().startsWith(SiteMap.VERSIONS) ? "" : plan.path(),
                new Links(atlas.edition().folder() + plan.path()).root(),
                imprint(plan, atlas),
                body,
                keeping,
                (int) atlas.edition().findings().stream()
                        .filter(dev.allclear.finding.Finding::isError)
                        .count());
    }

    private static List<ImprintView> imprint(PagePlan plan, Atlas atlas) {
        Imprint imprint = atlas.edition().imprint();
        return imprint == null
                ? List.of()
                : List.of(new ImprintView(
                        imprint.label(),
                        imprint.number(),
                        atlas.words().date(atlas.words().day(imprint.released())),
                        atlas.elsewhere(new Links(plan.path()), plan.path())));
    }

    /**
     * What stands inside the frame, so that a page that says the same in another edition need not be filled again.
     *
     * @param html the page as HTML, without its frame
     * @return the same
     */
    public String inside(String html) {
        keeping.accept(html);
        return html;
    }

    /**
     * The scripts that a page needs beside the one of every page, by their path in the site.
     *
     * @param body the page as HTML, without its frame
     */
    public List<String> scripts(String body) {
        List<String> scripts = new ArrayList<>(Extras.scripts(body, carried));
        scripts.addAll(own);
        return List.copyOf(scripts);
    }

    /**
     * The style sheets that a page needs beside the one of every page, by their path in the site.
     *
     * @param body the page as HTML, without its frame
     */
    public List<String> styles(String body) {
        return Extras.styles(Extras.scripts(body, carried));
    }
}
