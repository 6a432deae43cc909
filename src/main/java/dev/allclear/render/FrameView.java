package dev.allclear.render;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

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
        int urgent) {

    static FrameView of(PagePlan plan, Atlas atlas) {
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
                (int) atlas.edition().findings().stream()
                        .filter(dev.allclear.finding.Finding::isError)
                        .count());
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
