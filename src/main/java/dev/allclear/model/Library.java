package dev.allclear.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a content folder says.
 *
 * @param content the name of the content folder, which findings' paths begin with
 * @param site {@code site.yaml}
 * @param people by id, in the order written
 * @param groups by id, in the order written
 * @param systems by id, in the order written
 * @param playbooks in the order of their ids
 * @param incidents in the order of their ids
 * @param pages every other document, in the order of their paths
 * @param assets every other file, in the order of their paths
 * @param emergency what the emergency edition is made from
 * @param faults what could not be taken as written
 */
public record Library(
        String content,
        Site site,
        Map<String, Person> people,
        Map<String, Group> groups,
        Map<String, SystemUnderCare> systems,
        List<Playbook> playbooks,
        List<Incident> incidents,
        List<Document> pages,
        List<Asset> assets,
        EmergencySources emergency,
        List<Fault> faults) {

    /** Keeps unchangeable copies of the lists. */
    public Library {
        playbooks = List.copyOf(playbooks);
        incidents = List.copyOf(incidents);
        pages = List.copyOf(pages);
        assets = List.copyOf(assets);
        faults = List.copyOf(faults);
    }

    /** The playbook with this id. */
    public Optional<Playbook> playbook(String id) {
        return playbooks.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The incident with this id. */
    public Optional<Incident> incident(String id) {
        return incidents.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The ids of the people whom this word names: one person, or the known members of a group. */
    public Collection<String> peopleNamed(String word) {
        if (people.containsKey(word)) {
            return List.of(word);
        }
        Group group = groups.get(word);
        return group == null
                ? List.of()
                : group.members().stream()
                        .map(Word::text)
                        .filter(people::containsKey)
                        .toList();
    }

    /** Every Markdown document: those of the incidents, the playbooks, the pages. */
    public List<Document> everyDocument() {
        List<Document> all = new ArrayList<>();
        for (Incident incident : incidents) {
            all.add(incident.document());
            if (incident.log() != null) {
                all.add(incident.log().document());
            }
            if (incident.investigation() != null) {
                all.add(incident.investigation().document());
            }
        }
        playbooks.forEach(p -> all.add(p.document()));
        all.addAll(pages);
        return all;
    }

    /** How many Markdown documents there are. */
    public int documents() {
        return playbooks.size()
                + pages.size()
                + incidents.stream()
                        .mapToInt(i -> 1 + (i.log() == null ? 0 : 1) + (i.investigation() == null ? 0 : 1))
                        .sum();
    }
}
