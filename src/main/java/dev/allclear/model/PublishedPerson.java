package dev.allclear.model;

import java.util.List;

/**
 * A person as a published version holds them.
 *
 * @param name the name
 * @param role what they do
 * @param groups the groups that they belong to, in the order written
 */
public record PublishedPerson(String name, String role, List<String> groups) {

    /** Keeps an unchangeable copy. */
    public PublishedPerson {
        groups = List.copyOf(groups);
    }

    /** The person as a version would hold them now. */
    public static PublishedPerson of(Person person, Library library) {
        return new PublishedPerson(
                person.display(),
                person.role().or(""),
                library.groups().values().stream()
                        .filter(g -> g.members().stream().anyMatch(m -> m.text().equals(person.id())))
                        .map(Group::id)
                        .toList());
    }
}
