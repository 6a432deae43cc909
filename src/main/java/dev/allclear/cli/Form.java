package dev.allclear.cli;

import dev.allclear.author.PlainText;
import dev.allclear.build.BuildProblem;
import java.io.BufferedReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a document needs to be written: from the command line, else asked for on a terminal, else the default. What is
 * wrong or missing is said all at once; while something given is wrong, nothing is asked.
 */
final class Form {

    private final String command;
    private final @Nullable Dialog dialog;
    private final Set<String> lacks = new LinkedHashSet<>();

    Form(String command, Surroundings surroundings) {
        this.command = command;
        BufferedReader keyboard = surroundings.keyboard();
        this.dialog = keyboard == null ? null : new Dialog(surroundings.err(), keyboard);
    }

    /** Whether somebody is there to ask. */
    boolean asks() {
        return dialog != null && lacks.isEmpty();
    }

    /** Whether nothing is wrong or missing so far. */
    boolean isRight() {
        return lacks.isEmpty();
    }

    /** Notes what is wrong with something that was given. */
    void refuse(String sentence) {
        lacks.add(sentence);
    }

    /** Notes what is wrong with words that were given. */
    void among(String option, List<String> given, Choices choices) {
        for (String word : given) {
            choices.refusal(word).ifPresent(why -> lacks.add(option + ": " + why));
        }
    }

    void among(String option, @Nullable String given, Choices choices) {
        among(option, given == null ? List.of() : List.of(given), choices);
    }

    /** Text that is given or asked for; required if there is no default. */
    String text(@Nullable String given, String option, String question, @Nullable String standard) throws BuildProblem {
        return text(given, option, question, standard, answer -> Optional.empty());
    }

    /** The same, if only some will do. */
    String text(
            @Nullable String given,
            String option,
            String question,
            @Nullable String standard,
            Function<String, Optional<String>> refusal)
            throws BuildProblem {
        String said = given == null ? "" : PlainText.oneLine(given);
        if (!said.isEmpty()) {
            if (said.indexOf('\uFFFD') >= 0) {
                lacks.add(
                        "%s: `%s` holds characters that were lost on the way: this terminal does not speak UTF-8. Set LC_ALL=C.UTF-8, or write without accents."
                                .formatted(option, said));
            }
            refusal.apply(said).ifPresent(why -> lacks.add(option + ": " + why));
            return said;
        }
        if (dialog != null && lacks.isEmpty()) {
            return dialog.ask(question, standard, refusal);
        }
        if (standard == null) {
            lacks.add(option + " is missing: " + lower(question) + ".");
            return "";
        }
        return standard;
    }

    /** One of some words, or several. Those that were given have been looked at. */
    List<String> chosen(
            List<String> given,
            String option,
            String question,
            Choices choices,
            @Nullable List<String> standard,
            boolean several)
            throws BuildProblem {
        if (!given.isEmpty()) {
            return given.stream().distinct().toList();
        }
        if (dialog != null && lacks.isEmpty() && !choices.words().isEmpty()) {
            return dialog.choose(question, choices, standard, several);
        }
        if (standard == null) {
            lacks.add(option + " is missing: " + choices.row() + ".");
            return List.of();
        }
        return standard;
    }

    /** One of some words; empty if it is still missing. */
    String chosen(@Nullable String given, String option, String question, Choices choices, @Nullable String standard)
            throws BuildProblem {
        List<String> chosen = chosen(
                given == null ? List.of() : List.of(given),
                option,
                question,
                choices,
                standard == null ? null : standard.isEmpty() ? List.of() : List.of(standard),
                false);
        return chosen.isEmpty() ? "" : chosen.get(0);
    }

    /** Stops here if anything is wrong or missing, and says what. */
    void conclude() throws BuildProblem {
        if (!lacks.isEmpty()) {
            throw new BuildProblem(
                    "`allclear %s` has written nothing.\n  %s".formatted(command, String.join("\n  ", lacks)));
        }
    }

    private static String lower(String question) {
        return Character.toLowerCase(question.charAt(0)) + question.substring(1).replaceAll("[?.]$", "");
    }
}
