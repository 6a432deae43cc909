package dev.allclear.render;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param title the page's title
 * @param section the part of the site that it belongs to
 * @param crumbs the pages above it
 * @param root the way up to the site's folder
 * @param site the site's title
 * @param language a BCP 47 tag
 * @param now the time of the build
 * @param zone the site's time zone
 * @param version the version of this tool
 * @param urgent how many errors the site was published in spite of, 0 if none
 */
public record FrameView(
        String title,
        String section,
        List<LinkView> crumbs,
        String root,
        String site,
        String language,
        TimeView now,
        String zone,
        String version,
        int urgent) {

    static FrameView of(PagePlan plan, Atlas atlas) {
        var site = atlas.library().site();
        return new FrameView(
                plan.title(),
                plan.section(),
                plan.crumbs(),
                new Links(plan.path()).root(),
                site.title().or("Recovery"),
                site.language().or("en"),
                atlas.words().time(atlas.now()),
                atlas.words().zone().getId(),
                atlas.edition().toolVersion(),
                (int) atlas.edition().findings().stream()
                        .filter(dev.allclear.finding.Finding::isError)
                        .count());
    }
}
