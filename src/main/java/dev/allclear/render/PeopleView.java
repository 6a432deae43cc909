package dev.allclear.render;

import dev.allclear.model.Group;
import dev.allclear.model.Person;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is who.
 *
 * @param people everybody
 * @param groups the groups that are kept informed
 */
public record PeopleView(List<PersonRow> people, List<GroupRow> groups) {

    private static final String TEMPLATE = "people.ftlh";
    private static final String PATH = SiteMap.PEOPLE;

    /**
     * A person.
     *
     * @param id how documents name them
     * @param name the name
     * @param role what they do
     * @param owns the systems whose Product Owner they are
     */
    public record PersonRow(String id, String name, String role, List<LinkView> owns) {}

    /**
     * A group.
     *
     * @param id how documents name it
     * @param told whether it must be told of every change of state
     * @param members its members
     */
    public record GroupRow(String id, boolean told, List<LinkView> members) {}

    static PagePlan plan(Atlas atlas) {
        return new PagePlan(
                PATH,
                TEMPLATE,
                atlas.words().say("section.people"),
                "people",
                List.of(),
                () -> view(atlas),
                Made.with(TEMPLATE)
                        .from("people.yaml")
                        .from("systems.yaml")
                        .from("site.yaml")
                        .inputs());
    }

    /** The systems of each Product Owner, by id. */
    static Map<String, List<LinkView>> owned(Atlas atlas, Links links) {
        Map<String, List<LinkView>> owned = new HashMap<>();
        for (SystemUnderCare system : atlas.library().systems().values()) {
            owned.computeIfAbsent(system.productOwner().or(""), k -> new ArrayList<>())
                    .add(atlas.system(system.id(), links));
        }
        return owned;
    }

    private static PeopleView view(Atlas atlas) {
        Links links = new Links(PATH);
        Map<String, List<LinkView>> owned = owned(atlas, links);
        List<PersonRow> people = new ArrayList<>();
        for (Person person : atlas.library().people().values()) {
            people.add(new PersonRow(
                    person.id(), person.display(), person.role().or(""), owned.getOrDefault(person.id(), List.of())));
        }
        List<String> told = atlas.library().site().inform().or(List.of()).stream()
                .map(Word::text)
                .toList();
        List<GroupRow> groups = new ArrayList<>();
        for (Group group : atlas.library().groups().values()) {
            groups.add(new GroupRow(
                    group.id(),
                    told.contains(group.id()),
                    group.members().stream()
                            .map(m -> atlas.person(m.text(), links))
                            .toList()));
        }
        return new PeopleView(people, groups);
    }
}
