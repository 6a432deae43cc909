package dev.allclear.render;

import dev.allclear.finding.Location;
import dev.allclear.model.SiteMap;
import dev.allclear.model.TemplateLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The links that templates write out themselves. They are read from the templates, once each, and not from the pages;
 * what a template takes from its model leads to a page by its making.
 */
public final class TemplateLinks {

    /** {@code ${frame.root()}people.html}: from the site's folder, whichever page it stands on. */
    private static final Pattern FROM_THE_ROOT = Pattern.compile("\\$\\{frame\\.root\\(\\)}([^\"'${<>#?\\s]+)");

    /**
     * {@code href="people.html"}: from the page, and so only right where the template makes one page in that folder. What
     * begins with a scheme or with two slashes leads out of the site.
     */
    private static final Pattern FROM_THE_PAGE =
            Pattern.compile("\\b(?:href|src)=[\"'](?!//|[A-Za-z][A-Za-z0-9+.-]*:)([^\"'${<>#?:\\s]+)");

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("home.ftlh", SiteMap.HOME),
            Map.entry("incidents.ftlh", SiteMap.INCIDENTS),
            Map.entry("playbooks.ftlh", SiteMap.PLAYBOOKS),
            Map.entry("systems.ftlh", SiteMap.SYSTEMS),
            Map.entry("pages.ftlh", SiteMap.PAGES),
            Map.entry("people.ftlh", SiteMap.PEOPLE),
            Map.entry("waivers.ftlh", SiteMap.WAIVERS),
            Map.entry("tags.ftlh", SiteMap.TAGS),
            Map.entry("figures.ftlh", SiteMap.FIGURES),
            Map.entry("changes.ftlh", SiteMap.CHANGES),
            Map.entry("versions.ftlh", SiteMap.VERSION_INDEX));

    private TemplateLinks() {}

    /**
     * All of a theme.
     *
     * @param folder what the places of the findings begin with
     */
    public static List<TemplateLink> of(Theme theme, String folder) {
        List<TemplateLink> links = new ArrayList<>();
        for (String name : theme.templates()) {
            String text = theme.template(name);
            if (text != null) {
                String file = folder + "/" + name;
                find(FROM_THE_ROOT, text, file, "", theme, links);
                String page = PAGES.get(name);
                find(
                        FROM_THE_PAGE,
                        text,
                        file,
                        page == null ? null : page.substring(0, page.lastIndexOf('/') + 1),
                        theme,
                        links);
            }
        }
        return links;
    }

    private static void find(
            Pattern pattern, String text, String file, @Nullable String from, Theme theme, List<TemplateLink> links) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String target = matcher.group(1);
            boolean found = from != null && has(from + target, theme);
            links.add(new TemplateLink(target, found, place(text, matcher.start(1), target.length(), file)));
        }
    }

    private static boolean has(String path, Theme theme) {
        return SiteMap.ALWAYS.contains(path) || theme.files().containsKey(path) || path.equals("findings.html");
    }

    private static Location place(String text, int start, int length, String file) {
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int column = start - text.lastIndexOf('\n', start - 1);
        return Location.on(file, line, column, length);
    }
}
