package dev.allclear.check.playbook;

import dev.allclear.check.Context;
import dev.allclear.check.Findings;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.finding.Related;
import dev.allclear.finding.Severity;
import dev.allclear.model.Playbook;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code playbook/needs-what-it-restores}. */
public final class NeedsWhatItRestores implements Rule {

    private static final RuleCard CARD = new RuleCard(
            "playbook/needs-what-it-restores",
            Severity.ERROR,
            "a playbook needs nothing that it restores, straight or through what that depends on",
            """
            A restore that needs the sign-in that it brings back can't begin. Such circles hide in `depends-on`, and \
            show on the day when everything is down at once.""",
            """
            systems: [identity]
            needs: [builds]         # builds depends on identity
            """,
            """
            systems: [identity]
            needs: []
            """);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public void check(Context context, Findings findings) {
        for (Playbook playbook : context.library().playbooks()) {
            for (Word need : playbook.needs()) {
                check(need, playbook, context, findings);
            }
        }
    }

    private static void check(Word need, Playbook playbook, Context context, Findings findings) {
        for (Word restored : playbook.systems()) {
            List<Word> way = way(need, restored.text(), context);
            if (way != null) {
                List<Related> related = new ArrayList<>();
                related.add(new Related(restored.at(), "what it restores"));
                way.forEach(w -> related.add(new Related(w.at(), "depends on `%s`".formatted(w.text()))));
                findings.report(
                        "needs",
                        need.at(),
                        way.isEmpty()
                                ? "The playbook needs `%s`, which it restores.".formatted(need.text())
                                : "The playbook needs `%s`, which depends on `%s`, which it restores."
                                        .formatted(
                                                need.text(),
                                                String.join(
                                                        "`, which depends on `",
                                                        way.stream()
                                                                .map(Word::text)
                                                                .toList())),
                        "Find a way that works while `%s` is down, or leave it out if it is not needed after all."
                                .formatted(need.text()),
                        related.toArray(Related[]::new));
                return;
            }
        }
    }

    /** The dependencies that lead from one system to another, the shortest way; empty if they are the same, null if there is none. */
    private static @Nullable List<Word> way(Word from, String to, Context context) {
        Map<String, List<Word>> ways = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>();
        ways.put(from.text(), List.of());
        next.add(from.text());
        while (!next.isEmpty()) {
            String id = next.remove();
            List<Word> here = ways.getOrDefault(id, List.of());
            if (id.equals(to)) {
                return here;
            }
            SystemUnderCare system = context.library().systems().get(id);
            for (Word dependency : system == null ? List.<Word>of() : system.dependsOn()) {
                if (!ways.containsKey(dependency.text())) {
                    List<Word> longer = new ArrayList<>(here);
                    longer.add(dependency);
                    ways.put(dependency.text(), longer);
                    next.add(dependency.text());
                }
            }
        }
        return null;
    }
}
