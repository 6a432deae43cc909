package dev.allclear.render;

import dev.allclear.model.Document;
import dev.allclear.model.SiteMap;
import dev.allclear.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tags and the documents that bear them.
 *
 * @param tags in the order of their names
 */
public record TagsView(List<Tag> tags) {

    private static final String TEMPLATE = "tags.ftlh";

    /**
     * One tag.
     *
     * @param id its anchor
     * @param name as written
     * @param documents what bears it, in the order of their paths
     */
    public record Tag(String id, String name, List<LinkView> documents) {}

    /** The anchor of a tag. */
    static String id(String tag) {
        return "tag." + tag.strip().replaceAll("\\s+", "-");
    }

    static PagePlan plan(Atlas atlas) {
        Made made = Made.with(TEMPLATE);
        for (Document document : atlas.library().everyDocument()) {
            if (!document.tags().isEmpty()) {
                made.naming(document.path());
            }
        }
        return new PagePlan(
                SiteMap.TAGS,
                TEMPLATE,
                atlas.words().say("section.tags"),
                "",
                List.of(),
                () -> view(atlas),
                made.inputs());
    }

    private static TagsView view(Atlas atlas) {
        Links links = new Links(SiteMap.TAGS);
        Map<String, Map<String, Document>> byId = new TreeMap<>();
        Map<String, Set<String>> names = new TreeMap<>();
        for (Document document : atlas.library().everyDocument()) {
            for (Word tag : document.tags()) {
                byId.computeIfAbsent(id(tag.text()), k -> new TreeMap<>()).put(document.path(), document);
                names.computeIfAbsent(id(tag.text()), k -> new TreeSet<>())
                        .add(tag.text().strip());
            }
        }
        List<Tag> tags = new ArrayList<>();
        byId.forEach((id, documents) -> tags.add(new Tag(
                id,
                names.getOrDefault(id, Set.of(id)).iterator().next(),
                documents.values().stream()
                        .map(d -> new LinkView(d.title(), links.to(d.page())))
                        .toList())));
        return new TagsView(tags);
    }
}
