package dev.allclear.author;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small content folder to start from.
 *
 * @param title the site's name
 * @param timeZone the IANA name of its time zone
 * @param system the first system, as people call it
 * @param productOwner the name of the one who decides its state
 * @param developer the name of one who mends it
 * @param stakeholder the name of one who answers to its users
 * @param today the day on which it is written
 */
public record StarterSite(
        String title,
        String timeZone,
        String system,
        Someone productOwner,
        Someone developer,
        Someone stakeholder,
        LocalDate today) {

    /**
     * A person.
     *
     * @param name the name
     * @param example whether somebody real is still to be put in their place
     */
    public record Someone(String name, boolean example) {

        private String id(Set<String> taken) {
            String slug = Slug.of(name, "person").replace('-', '.');
            String id = slug.isEmpty() ? "person" : slug;
            for (int n = 2; !taken.add(id); n++) {
                id = (slug.isEmpty() ? "person" : slug) + "." + n;
            }
            return id;
        }

        private String role(String role) {
            return PlainText.yaml(example ? "TODO: put a real person here; this one is an example. " + role : role);
        }
    }

    /** Its files, by path. */
    public Map<String, String> files() {
        Set<String> ids = new TreeSet<>(Set.of("stakeholders", "development-team", "on-call"));
        String owner = productOwner.id(ids);
        String developing = developer.id(ids);
        String answering = stakeholder.id(ids);
        String systemId = systemId();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("site.yaml", site());
        files.put("people.yaml", people(owner, developing, answering));
        files.put("systems.yaml", systems(systemId, owner));
        files.put("playbooks/first-hour.md", playbook(systemId, developing));
        files.put("pages/how-we-declare.md", page(systemId, owner));
        return files;
    }

    /** The id of the first system. */
    public String systemId() {
        String slug = Slug.of(system, "system");
        return slug.isEmpty() ? "system" : slug;
    }

    private String site() {
        return """
                title: %s
                time-zone: %s       # local times in all documents are read in it

                # url: https://recovery.example.com/    # where the site is published; needed for feeds and sitemap
                language: en

                # Every change of a system's state, of the sprint and of business as usual is told to these groups.
                # The gate refuses a decision that left one out.
                inform: [stakeholders, development-team]
                """.formatted(PlainText.yaml(title), PlainText.yaml(timeZone));
    }

    private String people(String owner, String developing, String answering) {
        return """
                # Who is who. Documents name people by the id on the left: choose it once, for records keep it for ever.
                people:
                  %s:
                    name: %s
                    role: %s
                    public-name: the Product Owner      # what a public site says instead of the name
                  %s:
                    name: %s
                    role: %s
                    public-name: an engineer
                  %s:
                    name: %s
                    role: %s
                    public-name: customer support

                groups:
                  stakeholders: [%s]
                  development-team: [%s]
                  on-call: [%s]
                """.formatted(
                        PlainText.yaml(owner),
                        PlainText.yaml(productOwner.name()),
                        productOwner.role("Product Owner"),
                        PlainText.yaml(developing),
                        PlainText.yaml(developer.name()),
                        developer.role("Engineer"),
                        PlainText.yaml(answering),
                        PlainText.yaml(stakeholder.name()),
                        stakeholder.role("Head of customer support"),
                        PlainText.yaml(answering),
                        PlainText.yaml(developing),
                        PlainText.yaml(developing));
    }

    private String systems(String id, String owner) {
        return """
                # The systems whose recovery somebody answers for, each with the one person who decides its state.
                %s:
                  name: %s
                  product-owner: %s
                  rto: 4h              # recovery time objective: the longest that it may be away
                  rpo: 15m             # recovery point objective: how much data, in time, may be lost
                  # depends-on: [payments]
                """.formatted(PlainText.yaml(id), PlainText.yaml(system), PlainText.yaml(owner));
    }

    private String playbook(String systemId, String owner) {
        return """
                ---
                title: The first hour of a disaster
                version: 1
                owner: %s
                systems: [%s]
                needs: []
                kinds: [security, data, accidental]
                reviewed: %s
                review-every: 180d
                ---

                ## When to use this

                Something takes a system away from its users, or does harm as long as it runs, and nobody can say that it will be
                over in minutes. If in doubt, begin: to find after an hour that it was small costs an hour.

                ## Before you start

                Two people are enough: one who decides (the Product Owner of the system) and one who acts. They talk to each other the
                whole time, here: TODO: the number of the bridge line, and what to do when it does not answer.

                ## Steps

                ### Declare the disaster

                ```step
                who: product-owner
                how: manual
                within: 5m
                check: "`allclear status` names the incident and who decides"
                undo: "Set the system `restored` and resume business as usual, as after any other incident"
                ```

                ```sh
                allclear new incident "What happened, in one line" --system %s --kind security
                ```

                From now on business as usual is suspended. Whatever changes a system is a decision in the log.

                ### Stop the harm

                ```step
                who: on-call
                how: manual
                within: 10m
                check: "Somebody outside the company sees what users are meant to see now"
                undo: "Let users in again, after a decision that says so"
                ```

                Take the system offline, into maintenance or read-only: whichever stops the harm first. A system that runs with wrong
                data makes more of it every minute. Here that is done so: TODO: the commands, each as it is typed.

                ```sh
                allclear new decision "Take it offline" --state offline
                ```

                ### Keep the evidence

                ```step
                who: on-call
                how: manual
                within: 10m
                check: "The files lie beside incident.md, and open"
                undo: "Nothing to undo: this step only copies"
                ```

                Logs, a copy of the data as it is, what the screen showed. Before anybody repairs, restarts or cleans up.

                ### Tell the groups

                ```step
                who: product-owner
                how: manual
                within: 10m
                check: "Somebody of each group has answered"
                undo: "Say that it was called off, and why"
                ```

                Say what is closed, since when, and when the next word comes. Then keep that time, even if there is nothing new.

                ### Choose the way back

                ```step
                who: product-owner
                how: manual
                within: 20m
                check: "The log holds a decision that names a playbook, or says that there is none"
                undo: "Decide otherwise, in another decision"
                ```

                Ask the people who built it. Then decide, alone, and write down whom you asked.
                """.formatted(PlainText.yaml(owner), PlainText.yaml(systemId), today, systemId);
    }

    private String page(String systemId, String owner) {
        return """
                ---
                title: How we declare a disaster, and how it ends
                ---

                One person decides, everybody can see it. For %s that person is `%s`; who it is for each system stands in
                `systems.yaml`.

                ## When something breaks

                1. **Declare.** `allclear new incident "…" --system %s --kind security` (or `data`, or `accidental`). Follow
                   [the first hour](../playbooks/first-hour.md).
                2. **Decide.** `allclear new decision "…" --state offline`. Each decision is a section of the log, with its time, who took
                   it, who was asked and who was told. Decisions are never changed, only followed by others.
                3. **Restore.** `--state restoring` when the work begins. `--state restored` when somebody has tested it, with what was
                   tested as evidence.

                ## When it works again

                That it works again is not the end. Business as usual resumes when the root cause has been investigated to a close:

                1. `allclear new root-cause --lead …` opens the investigation.
                2. The report says what failed and why nothing stopped it, and at least one action prevents it, with an owner and a day.
                3. Somebody other than the lead accepts it: `status: closed`, `closed`, `closed-by`.
                4. `allclear new decision "Resume business as usual" --bau resumed --consulted …`.

                `allclear status` says at any moment what is missing. TODO: say where this site is published, and who has it on a stick.
                """.formatted(PlainText.markdown(system), owner, systemId);
    }
}
