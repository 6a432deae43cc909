package dev.allclear.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a published version says: what no build may contradict, and what later versions are compared with.
 *
 * @param label the version's label
 * @param incidents the incidents by id; to rules only those whose logs do not begin as they were published
 * @param playbooks the playbooks by id; none in a version that an older tool published
 * @param people everybody by id; null in a version that an older tool published
 * @param systems the systems by id
 */
public record PublishedVersion(
        String label,
        Map<String, PublishedIncident> incidents,
        Map<String, PublishedPlaybook> playbooks,
        @Nullable Map<String, PublishedPerson> people,
        Map<String, PublishedSystem> systems) {

    /** What would be published now. */
    public static PublishedVersion of(String label, Library library, Map<String, Account> accounts) {
        Map<String, PublishedIncident> incidents = new LinkedHashMap<>();
        accounts.forEach((id, account) -> incidents.put(id, PublishedIncident.of(account)));
        Map<String, PublishedPlaybook> playbooks = new LinkedHashMap<>();
        library.playbooks().forEach(p -> playbooks.put(p.id(), PublishedPlaybook.of(p)));
        Map<String, PublishedPerson> people = new LinkedHashMap<>();
        library.people().values().forEach(p -> people.put(p.id(), PublishedPerson.of(p, library)));
        Map<String, PublishedSystem> systems = new LinkedHashMap<>();
        library.systems().values().forEach(s -> systems.put(s.id(), PublishedSystem.of(s)));
        return new PublishedVersion(label, incidents, playbooks, people, systems);
    }

    /** The decisions of each incident, by its id, in order. */
    public Map<String, List<PublishedDecision>> decisions() {
        Map<String, List<PublishedDecision>> decisions = new LinkedHashMap<>();
        incidents.forEach((id, incident) -> decisions.put(id, incident.decisions()));
        return decisions;
    }

    /** The same without the texts of its playbooks, which only the version after it is compared with. */
    public PublishedVersion withoutTexts() {
        Map<String, PublishedPlaybook> bare = new LinkedHashMap<>();
        playbooks.forEach((id, playbook) -> bare.put(id, playbook.withoutText()));
        return new PublishedVersion(label, incidents, bare, people, systems);
    }
}
