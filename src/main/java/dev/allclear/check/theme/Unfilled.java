package dev.allclear.check.theme;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;
import dev.allclear.model.TemplateFlaw;

/** {@code theme/template}. */
public final class Unfilled implements Rule {

    /** The rule's id: no page can be made without what it asks for. */
    public static final String ID = "theme/template";

    private static final RuleCard CARD = new RuleCard(
            ID, Severity.ERROR, "each template of `--templates` can be read, and filled for every page", """
            A misspelt name would leave a hole in a page, and the hole would be found by whoever needs what should stand \
            there. So every page is filled before anything is written, and by `check` too where `--templates` names a folder. \
            What a template sees is listed in docs/theme-model.md.""", """
            <title>${frame.titel}</title>
            """, """
            <title>${frame.title}</title>
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (TemplateFlaw flaw : context.templates().flaws()) {
            findings.report("", flaw.at(), flaw.message(), flaw.help());
        }
    }
}
