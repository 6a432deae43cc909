package dev.allclear.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the pages are that the tool makes itself, beside those of the documents. */
public final class SiteMap {

    /** The status board. */
    public static final String HOME = "index.html";

    /** Every incident. */
    public static final String INCIDENTS = "incidents/index.html";

    /** Every playbook. */
    public static final String PLAYBOOKS = "playbooks/index.html";

    /** Every system. */
    public static final String SYSTEMS = "systems/index.html";

    /** Every other page. */
    public static final String PAGES = "pages/index.html";

    /** Who is who. */
    public static final String PEOPLE = "people.html";

    /** The rules that are knowingly not met. */
    public static final String WAIVERS = "waivers.html";

    /** The tags and what bears them. */
    public static final String TAGS = "tags.html";

    /** What the times of all incidents say. */
    public static final String FIGURES = "figures.html";

    /** Everything for an emergency in one file. */
    public static final String EMERGENCY = "emergency.html";

    /** What is different from the version before. */
    public static final String CHANGES = "changes.html";

    /** The folder of the versions. */
    public static final String VERSIONS = "v/";

    /** All versions, beside them. */
    public static final String VERSION_INDEX = VERSIONS + "index.html";

    /** The same as a script, for pages that were published before. */
    public static final String VERSION_LIST = VERSIONS + "versions.js";

    /** In each version: which pages it has, as a script. */
    public static final String PAGE_LIST = "pages.js";

    /** The record as data. */
    public static final String RECORD = "record.json";

    /** What later versions may not contradict, as digests. */
    public static final String HISTORY = "history.json";

    /** What every site has. */
    public static final List<String> ALWAYS = List.of(
            HOME, INCIDENTS, PLAYBOOKS, SYSTEMS, PAGES, PEOPLE, WAIVERS, TAGS, FIGURES, EMERGENCY, CHANGES, RECORD,
            HISTORY);

    private SiteMap() {}

    /** The page of each system by its id. What a file system could mistake gets a name of its own. */
    public static Map<String, String> systems(Library library) {
        Map<String, String> places = new HashMap<>();
        Set<String> used = new HashSet<>(Set.of("index"));
        for (String id : library.systems().keySet()) {
            String name = id.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceAll("^\\.+", "-");
            String unique = name.isEmpty() ? "system" : name;
            while (!used.add(unique.toLowerCase(Locale.ROOT))) {
                unique += "_";
            }
            places.put(id, "systems/" + unique + ".html");
        }
        return places;
    }
}
