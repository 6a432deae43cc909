package dev.allclear.form;

import dev.allclear.model.Audience;
import java.util.ArrayList;
import java.util.List;

/** What the front matter of every document may hold. */
public final class DocumentForm {

    public static final Item TITLE = Item.of(
            "title",
            Type.TEXT,
            "What the page is called. Left out, it is the first heading of the text.",
            "Checkout offline after a poisoned dependency");

    public static final Choice<Audience> AUDIENCE = Choice.of(
            Audience.class,
            Item.of(
                    "audience",
                    Type.WORD,
                    "Who may see the page: `internal` (so it is if nothing is said) or `public`.",
                    "internal"));

    public static final Item TAGS =
            Item.of("tags", Type.TEXTS, "Words under which the document is found.", "[supply-chain, payments]");

    public static final Item RULE = Item.of(
                    "rule", Type.TEXT, "The rule that is not met; none under gate/ can be waived.", "action/overdue")
            .matching("(?!gate/|waiver/).*\\S.*")
            .needed("Write the id that stands in the finding.");

    public static final Item REASON = Item.of(
                    "reason", Type.TEXT, "Why it is not met.", "The vendor ships the fix in May")
            .needed("Say why it is not met.");

    public static final Item BY = Item.of(
                    "by", Type.TEXT, "Who takes responsibility: an id of people.yaml.", "maria.lopez")
            .needed("Write the id of the person who takes responsibility.");

    public static final Item UNTIL = Item.of(
                    "until", Type.DATE, "The last day on which the waiver holds.", "2026-05-31")
            .needed("Write the last day on which it holds.");

    /** What is wrong with a waiver is told by {@code waiver/invalid}, in one finding; the reader leaves it to that. */
    public static final Form WAIVER =
            Form.inner("a waiver", "A rule that is knowingly not met, for a while.", RULE, REASON, BY, UNTIL);

    public static final Item WAIVERS = Item.of(
            "waivers",
            Type.MAPPINGS,
            WAIVER,
            "Rules that this document knowingly does not meet, each with a reason, a name and an end.",
            "[{rule: \"action/overdue\", reason: \"The vendor ships the fix in May\", by: maria.lopez, until: 2026-05-31}]");

    /** A document with these fields between those that every document has. */
    static Form of(String name, String what, String where, String description, Item title, Item... own) {
        List<Item> items = new ArrayList<>(List.of(title, AUDIENCE.item()));
        items.addAll(List.of(own));
        items.addAll(List.of(TAGS, WAIVERS));
        return new Form(name, what, where, description, items, null, "");
    }

    private DocumentForm() {}
}
