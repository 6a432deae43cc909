package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.model.Account;
import dev.allclear.model.Incident;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the incident that an author means. */
final class OpenIncidents {

    private final Authoring authoring;
    private final Form form;

    OpenIncidents(Authoring authoring, Form form) {
        this.authoring = authoring;
        this.form = form;
    }

    /**
     * The incident with this id, else the only open one, else the one that is chosen; null if the form says what is
     * wrong.
     *
     * @param rather which of the open ones are meant, if there are several
     */
    @Nullable
    Incident choose(@Nullable String id, Predicate<Incident> rather) throws BuildProblem {
        Choices all = authoring.incidents(i -> true);
        if (id != null) {
            form.among("--incident", id, all);
            return authoring.library().incident(id).orElse(null);
        }
        List<Incident> open = authoring.before().verdict().accounts().values().stream()
                .filter(Account::isOpen)
                .map(Account::incident)
                .toList();
        if (open.isEmpty()) {
            throw new BuildProblem("No incident is open. Declare one: `%s`."
                    .formatted(authoring.command("new incident \"What happened\" --system SYSTEM --kind KIND")));
        }
        List<Incident> meant = open.stream().filter(rather).toList();
        List<Incident> left = meant.isEmpty() ? open : meant;
        if (left.size() == 1) {
            return left.get(0);
        }
        Choices choices = authoring.incidents(i -> left.stream().anyMatch(o -> o.id().equals(i)));
        if (form.asks()) {
            String chosen = form.chosen(null, "--incident", "Several incidents are open. Which one?", choices, null);
            return authoring.library().incident(chosen).orElse(null);
        }
        form.refuse("--incident ID is missing: %d incidents are open.%n%s"
                .formatted(
                        left.size(),
                        String.join(
                                System.lineSeparator(),
                                left.stream()
                                        .map(i -> "    --incident %s   %s".formatted(i.id(), i.title()))
                                        .toList())));
        return null;
    }
}
