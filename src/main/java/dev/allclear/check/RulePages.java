package dev.allclear.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints the pages of {@code docs/rules} from the rules' cards. */
public final class RulePages {

    private RulePages() {}

    /** The pages by their path below {@code docs/rules}, the list of all rules among them. */
    public static Map<String, String> print(List<Rule> rules) {
        Map<String, String> pages = new TreeMap<>();
        StringBuilder list = new StringBuilder("""
                # The rules

                Printed from the rules' cards; `allclear explain RULE` says the same. Those under `gate/` are always errors; the
                others can be set in `site.yaml`.

                | rule | severity | holds when |
                |---|---|---|
                """);
        for (Rule rule : rules) {
            RuleCard card = rule.card();
            pages.put(card.id() + ".md", page(card));
            list.append("| [%s](%s.md) | %s | %s |\n"
                    .formatted(
                            card.id(), card.id(), severity(card), card.summary().replace("|", "\\|")));
        }
        pages.put("README.md", list.toString());
        return pages;
    }

    private static String severity(RuleCard card) {
        return card.severity().word() + (card.isGate() ? ", always" : "");
    }

    private static String page(RuleCard card) {
        return """
            # %s

            %s: holds when %s.

            %s

            Not so:

            %s
            But so:

            %s
            What `check` says where it does not hold, of a document in the tests:

            %s""".formatted(
                        card.id(),
                        severity(card),
                        card.summary(),
                        card.why().strip(),
                        fenced(card.bad()),
                        fenced(card.good()),
                        fenced(Examples.finding(card)));
    }

    /** A fence longer than any in the example. */
    private static String fenced(String example) {
        String fence = "```";
        while (example.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + example.stripTrailing() + "\n" + fence + "\n";
    }
}
