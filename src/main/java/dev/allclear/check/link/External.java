package dev.allclear.check.link;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.Document;
import dev.allclear.model.Reachability;
import dev.allclear.model.Reference;

/** {@code link/external}. */
public final class External implements Rule {

    /** The rule's id: it speaks only where other sites were asked. */
    public static final String ID = "link/external";

    private static final RuleCard CARD = new RuleCard(
            ID,
            Severity.ERROR,
            "each link to another site leads to something that is there; asked only with `check --external`",
            """
            The console, the dashboard, the vendor's status page: in an incident somebody follows these links for the \
            first time in a year. Each site is asked at most twice at a time and once a day, with HEAD, then with GET. A page that \
            wants a sign-in is there; a site that wants to be left alone (429) or is slow is not called broken.""",
            """
            [the status page](https://status.example.com/gone)     # answers 404
            """,
            """
            [the status page](https://status.example.com/)
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        if (context.external().isEmpty()) {
            return;
        }
        for (Document document : context.documents()) {
            for (Reference reference : document.references()) {
                Reachability answer = context.external().get(reference.webAddress());
                if (answer != null && answer.isBroken()) {
                    findings.report(
                            "",
                            reference.at(),
                            "The link `%s` %s.".formatted(reference.destination(), answer.words()),
                            "Correct the address, link to a copy of your own, or remove the link.");
                }
            }
        }
    }
}
