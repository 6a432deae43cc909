package dev.allclear.render;

import dev.allclear.model.Document;
import dev.allclear.model.SiteMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All other pages.
 *
 * @param folders the pages by folder
 */
public record PageIndexView(List<Folder> folders) {

    private static final String TEMPLATE = "pages.ftlh";
    private static final String PATH = SiteMap.PAGES;

    /**
     * A folder of pages.
     *
     * @param name its name below the content folder
     * @param pages its pages
     */
    public record Folder(String name, List<LinkView> pages) {}

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE);
        atlas.library().pages().forEach(p -> made.naming(p.path()));
        return new PagePlan(PATH, TEMPLATE, "Pages", "pages", List.of(), () -> view(atlas), made.inputs());
    }

    private static PageIndexView view(Atlas atlas) {
        Links links = new Links(PATH);
        Map<String, List<LinkView>> folders = new TreeMap<>();
        for (Document page : atlas.library().pages()) {
            int slash = page.path().lastIndexOf('/');
            String folder = slash < 0 ? "" : page.path().substring(0, slash);
            String shown = folder.equals("pages") ? "" : folder.startsWith("pages/") ? folder.substring(6) : folder;
            folders.computeIfAbsent(shown, k -> new ArrayList<>())
                    .add(new LinkView(page.title(), links.to(page.page())));
        }
        List<Folder> all = new ArrayList<>();
        folders.forEach((name, pages) -> all.add(new Folder(name, pages)));
        return new PageIndexView(all);
    }
}
