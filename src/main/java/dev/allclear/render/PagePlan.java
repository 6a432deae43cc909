package dev.allclear.render;

import dev.allclear.output.Inputs;
import java.util.List;
import java.util.function.Supplier;

/**
 * One page before it is filled.
 *
 * @param path its path in the site
 * @param template the template's name
 * @param title its title
 * @param section the part of the site that it belongs to: home, incidents, playbooks, systems, figures, pages or people; empty
 *     for a page of none
 * @param crumbs the pages above it
 * @param view makes what the template shows, when it is needed
 * @param inputs what it is made from
 * @param around where a reader may go from it
 */
record PagePlan(
        String path,
        String template,
        String title,
        String section,
        List<LinkView> crumbs,
        Supplier<Object> view,
        Inputs inputs,
        Around around) {

    /** A page that is no document. */
    PagePlan(
            String path,
            String template,
            String title,
            String section,
            List<LinkView> crumbs,
            Supplier<Object> view,
            Inputs inputs) {
        this(path, template, title, section, crumbs, view, inputs, Around.NOTHING);
    }
}
