package dev.allclear.check.link;

import dev.allclear.check.Findings;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Aim;
import dev.allclear.model.Document;
import dev.allclear.model.Reference;
import java.util.List;

/** {@code link/anchor}. */
public final class Anchor extends LinkRule {

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
    void check(Document document, Targets targets, Findings findings) {
        for (Reference reference : document.references()) {
            Aim aim = reference.aim();
            String path = aim == null ? null : aim.path();
            List<String> places = path == null ? null : targets.places(path);
            if (aim != null && path != null && places != null) {
                check(aim.fragment(), path, reference, places, targets, findings);
            }
        }
    }

    private static void check(
            String fragment,
            String path,
            Reference reference,
            List<String> inOrder,
            Targets targets,
            Findings findings) {
        if (fragment.isEmpty()
                || fragment.equals("top")
                || fragment.startsWith(OWN)
                || targets.hasPlace(path, fragment)) {
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
}
