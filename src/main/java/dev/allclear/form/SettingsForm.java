package dev.allclear.form;

import dev.allclear.model.RuleSetting;
import java.util.List;

/** The files {@code site.yaml}, {@code people.yaml} and {@code systems.yaml}. */
public final class SettingsForm {

    public static final Item TITLE = Item.of("title", Type.TEXT, "The name of the site.", "Harbour Freight Recovery")
            .needed("Name the site, as in `title: Harbour Freight Recovery`.");

    public static final Item TIME_ZONE = Item.of(
                    "time-zone",
                    Type.TEXT,
                    "The zone in which times without an offset are read: an IANA name.",
                    "Australia/Sydney")
            .needed("Name the time zone, as in `time-zone: Europe/Lisbon`.");

    public static final Item URL = Item.of(
            "url",
            Type.TEXT,
            "Where the site is published. Needed for feeds, the sitemap and canonical addresses.",
            "https://recovery.example.com/");

    public static final Item LANGUAGE =
            Item.of("language", Type.TEXT, "The language of the site's own words.", "en", "de", "fr");

    public static final Item INFORM = Item.of(
            "inform",
            Type.TEXTS,
            "The groups of people.yaml that must be told of every change of state.",
            "[stakeholders, development-team]");

    public static final Choice<RuleSetting> RULE = Choice.of(
            RuleSetting.class,
            Item.of("rule", Type.WORD, "How much a finding of this rule weighs, or that there is none.", "error"));

    public static final Form RULES = new Form(
            "",
            "the rules",
            "",
            "Rules by their id. Those under gate/ can't be set.",
            List.of(),
            RULE.item(),
            "(?!gate/).*");

    public static final Item RULES_ITEM =
            Item.of("rules", Type.MAPPING, RULES, "What rules are set to.", "{\"playbook/review-overdue\": error}");

    public static final Form SITE = Form.of(
            "site",
            "site.yaml",
            "site.yaml",
            "The site: what it is called, its time zone, and what rules are set to.",
            TITLE,
            TIME_ZONE,
            URL,
            LANGUAGE,
            INFORM,
            RULES_ITEM);

    public static final Item NAME =
            Item.of("name", Type.TEXT, "The person's name.", "Maria Lopez").needed("Write the person's name.");

    public static final Item ROLE = Item.of("role", Type.TEXT, "What the person does.", "Product Owner");

    public static final Item PUBLIC_NAME =
            Item.of("public-name", Type.TEXT, "What a public site says instead of the name.", "the Product Owner");

    public static final Form PERSON = Form.inner("a person", "One person.", NAME, ROLE, PUBLIC_NAME);

    public static final Item EACH_PERSON = Item.of("person", Type.MAPPING, PERSON, "A person, by an id.");

    public static final Form PEOPLE_BY_ID = Form.keyed("the people", "People by their id.", EACH_PERSON);

    public static final Item PEOPLE = Item.of(
            "people",
            Type.MAPPING,
            PEOPLE_BY_ID,
            "Everybody who is named in the records, by an id.",
            "{maria.lopez: {name: \"Maria Lopez\", role: \"Product Owner\"}}");

    public static final Item EACH_GROUP =
            Item.of("group", Type.TEXTS, "The members of a group: ids of people.", "[sam.ops, ana.silva]");

    public static final Form GROUPS_BY_ID = Form.keyed("the groups", "Groups by their id.", EACH_GROUP);

    public static final Item GROUPS = Item.of(
            "groups",
            Type.MAPPING,
            GROUPS_BY_ID,
            "People who are informed or consulted together, by an id that no person has.",
            "{development-team: [sam.ops, ana.silva]}");

    public static final Form WHO = Form.of(
            "people",
            "people.yaml",
            "people.yaml",
            "Who is who, and the groups that are kept informed.",
            PEOPLE,
            GROUPS);

    public static final Item SYSTEM_NAME = Item.of("name", Type.TEXT, "What people call it.", "Checkout")
            .needed("Write the name that people call it.");

    public static final Item PRODUCT_OWNER = Item.of(
                    "product-owner",
                    Type.PERSON,
                    "The one person who decides its state: an id of people.yaml.",
                    "maria.lopez")
            .needed("Write the id of the one person who decides its state.");

    public static final Item RTO = Item.of(
                    "rto", Type.DURATION, "How soon it must be restored: the recovery time objective.", "4h")
            .needed("Write its recovery time objective.");

    public static final Item RPO =
            Item.of("rpo", Type.DURATION, "How much work may be lost: the recovery point objective.", "15m");

    public static final Item DEPENDS_ON =
            Item.of("depends-on", Type.TEXTS, "The systems that it can't do without.", "[payments]");

    public static final Form SYSTEM =
            Form.inner("a system", "One system.", SYSTEM_NAME, PRODUCT_OWNER, RTO, RPO, DEPENDS_ON);

    public static final Item EACH_SYSTEM = Item.of(
            "system",
            Type.MAPPING,
            SYSTEM,
            "A system, by an id.",
            "{name: Checkout, product-owner: maria.lopez, rto: 4h, rpo: 15m, depends-on: [payments]}");

    public static final Form SYSTEMS = new Form(
            "systems",
            "systems.yaml",
            "systems.yaml",
            "The systems by their id, with their Product Owners and recovery objectives.",
            List.of(),
            EACH_SYSTEM,
            "");

    private SettingsForm() {}
}
