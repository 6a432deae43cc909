package dev.allclear.render;

import dev.allclear.model.Issue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A page that versions have and the site has no more. A version's page leads to the newest one of its name, for good: so
 * something must stand there.
 *
 * @param last the page in the newest version that has it
 * @param number that version's place among the versions
 * @param published when that version was published
 */
public record GoneView(LinkView last, int number, String published) {

    private static final String TEMPLATE = "gone.ftlh";

    /**
     * A page in the place of each that the site has no more.
     *
     * @param taken the paths of everything that the site has
     */
    static List<PagePlan> plans(Atlas atlas, Collection<String> taken) {
        Map<String, Issue> gone = new TreeMap<>();
        for (Issue issue : atlas.edition().standing()) {
            issue.pages().forEach(p -> gone.put(p, issue));
        }
        if (gone.isEmpty()) {
            return List.of();
        }
        Set<String> places = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (String path : taken) {
            places.add(folded(path));
            for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
                folders.add(folded(path.substring(0, i)));
            }
        }
        List<PagePlan> plans = new ArrayList<>();
        gone.forEach((path, issue) -> {
            if (isFree(path, places, folders)) {
                plans.add(plan(path, issue, atlas));
                places.add(folded(path));
            }
        });
        return plans;
    }

    /** Whether nothing stands at a path, in its way, or so near that some file system takes the one for the other. */
    private static boolean isFree(String path, Set<String> places, Set<String> folders) {
        String name = folded(path);
        if (places.contains(name) || folders.contains(name)) {
            return false;
        }
        for (int i = name.indexOf('/'); i >= 0; i = name.indexOf('/', i + 1)) {
            if (places.contains(name.substring(0, i))) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static PagePlan plan(String path, Issue issue, Atlas atlas) {
        Links links = new Links(path);
        Words words = atlas.words();
        return new PagePlan(
                path,
                TEMPLATE,
                words.say("gone.title"),
                "gone",
                List.of(),
                () -> new GoneView(
                        new LinkView(issue.label(), links.to(issue.imprint().folder() + path)),
                        issue.imprint().number(),
                        words.date(words.day(issue.imprint().released()))),
                Made.with(TEMPLATE).versions().inputs());
    }
}
