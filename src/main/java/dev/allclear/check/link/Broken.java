package dev.allclear.check.link;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.finding.Spelling;
import dev.allclear.model.Aim;
import dev.allclear.model.Document;
import dev.allclear.model.Reference;
import dev.allclear.model.SiteMap;
import dev.allclear.model.TemplateLink;

/** {@code link/broken}. */
public final class Broken extends LinkRule {

    private static final RuleCard CARD = new RuleCard(
            "link/broken",
            Severity.ERROR,
            "each link inside the site and each image leads to something that is there",
            """
            A link to nowhere costs a reader a minute, and in an incident the link was the next step. Letter case \
            counts: what works on one computer is broken on the web server and on the stick.""",
            """
            [the capture](captur.txt)
            """,
            """
            [the capture](capture.txt)
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        super.check(context, findings);
        for (TemplateLink link : context.templates().links()) {
            if (!link.found()) {
                findings.report(
                        "",
                        link.at(),
                        "The template links to `%s`, which not every site has.".formatted(link.target()),
                        Spelling.near(link.target(), SiteMap.ALWAYS)
                                        .map("Did you mean `${frame.root()}%s`? "::formatted)
                                        .orElse("")
                                + "Write `${frame.root()}` and the path of a page that every site has or of a file of the theme.");
            }
        }
    }

    @Override
    void check(Document document, Targets targets, Findings findings) {
        document.references().forEach(r -> check(r, document, targets, findings));
    }

    private static void check(Reference reference, Document document, Targets targets, Findings findings) {
        Aim aim = reference.aim();
        if (aim == null) {
            return;
        }
        String target = reference.target().strip();
        String what = reference.image() ? "image" : "link";
        if (target.isEmpty()) {
            findings.report(
                    "",
                    reference.at(),
                    "The %s has no address.".formatted(what),
                    "Write between the parentheses where it leads.");
            return;
        }
        String path = aim.path();
        if (path == null) {
            findings.report(
                    "",
                    reference.at(),
                    "The %s `%s` leads out of the content folder.".formatted(what, reference.destination()),
                    "Copy the file into the content folder, or link to its address on the web.");
        } else if (!targets.has(path) || target.startsWith("/")) {
            findings.report(
                    "",
                    reference.at(),
                    "The %s `%s` leads to nothing.".formatted(what, reference.destination()),
                    targets.didYouMean(reference.destination().strip(), document)
                            + "Write the path of a file, from the folder of this document.");
        }
    }
}
