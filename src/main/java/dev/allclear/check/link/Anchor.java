package dev.allclear.check.link;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Aim;
import dev.allclear.model.Document;
import dev.allclear.model.Reference;
import dev.allclear.model.SiteMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code link/anchor}. */
public final class Anchor implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "link/anchor",
            Severity.WARNING,
            "each link to a place in a page leads to a heading that the page has",
            """
            The page opens all the same, at its top, and the reader looks for what the link promised. It happens when a \
            heading is reworded.""",
            """
            [the actions](root-cause.md#action)
            """,
            """
            [the actions](root-cause.md#actions)
            """);

    /** What the tool's own parts of a page are called begins so. */
    private static final String OWN = "ac.";

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        Targets targets = new Targets(context.library());
        Map<String, Set<String>> known = new HashMap<>();
        List<String> people = people(context);
        for (Document document : context.library().everyDocument()) {
            for (Reference reference : document.references()) {
                Aim aim = reference.aim();
                if (aim == null || aim.fragment().isEmpty()) {
                    continue;
                }
                String path = aim.path();
                Document page = path == null ? null : targets.page(path);
                if (page != null) {
                    Set<String> ids = known.computeIfAbsent(page.page(), p -> new HashSet<>(page.anchors()));
                    check(aim, reference, ids, page.anchors(), findings);
                } else if (SiteMap.PEOPLE.equals(path)) {
                    check(aim, reference, Set.copyOf(people), people, findings);
                }
            }
        }
    }

    private static void check(Aim aim, Reference reference, Set<String> ids, List<String> inOrder, Findings findings) {
        String fragment = aim.fragment();
        if (fragment.isEmpty() || fragment.equals("top") || fragment.startsWith(OWN) || ids.contains(fragment)) {
            return;
        }
        findings.report(
                "",
                reference.at(),
                "The page has no place `#%s`, where the link `%s` leads.".formatted(fragment, reference.destination()),
                Spelling.near(fragment, inOrder)
                                .map("Did you mean `#%s`? "::formatted)
                                .orElse("")
                        + "The anchor of a heading is its text in lower case, with hyphens for blanks.");
    }

    private static List<String> people(Context context) {
        List<String> ids = new ArrayList<>();
        context.library().people().keySet().forEach(p -> ids.add("person." + p));
        context.library().groups().keySet().forEach(g -> ids.add("group." + g));
        return ids;
    }
}
