package dev.allclear.cli;

import dev.allclear.author.PlainText;
import dev.allclear.build.BuildProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks, one line a question. */
final class Dialog {

    private final PrintWriter screen;
    private final BufferedReader keyboard;

    Dialog(PrintWriter screen, BufferedReader keyboard) {
        this.screen = screen;
        this.keyboard = keyboard;
    }

    /**
     * Asks until the answer will do.
     *
     * @param standard what an empty answer means; null if it will not do
     * @param refusal why an answer will not do, or nothing
     */
    String ask(
            String question,
            @org.jspecify.annotations.Nullable String standard,
            Function<String, Optional<String>> refusal)
            throws BuildProblem {
        while (true) {
            String answer = line(question
                    + (standard == null || standard.isEmpty() ? "" : " [" + standard + "]")
                    + (question.endsWith("?") ? " " : ": "));
            if (answer.isEmpty() && standard != null) {
                return standard;
            }
            Optional<String> why = answer.isEmpty() ? Optional.of("An answer is needed here.") : refusal.apply(answer);
            if (why.isEmpty()) {
                return answer;
            }
            screen.println("  " + why.get());
        }
    }

    /**
     * Shows what there is and asks for some of it.
     *
     * @param standard what an empty answer means; null if it will not do
     * @param several whether more than one will do
     */
    List<String> choose(
            String question, Choices choices, @org.jspecify.annotations.Nullable List<String> standard, boolean several)
            throws BuildProblem {
        screen.println(question);
        screen.print(choices.list());
        String hint = several ? "Number or name, several with commas" : "Number or name";
        while (true) {
            String shown =
                    standard == null ? "" : " [" + (standard.isEmpty() ? "none" : String.join(", ", standard)) + "]";
            String answer = line(hint + shown + ": ");
            if (answer.isEmpty() && standard != null) {
                return standard;
            }
            List<String> words = several ? apart(answer, choices) : List.of(answer);
            Optional<String> unclear =
                    words.stream().filter(w -> choices.meant(w).size() != 1).findFirst();
            if (unclear.isEmpty() && !words.isEmpty()) {
                return words.stream()
                        .flatMap(w -> choices.meant(w).stream())
                        .distinct()
                        .toList();
            }
            screen.println(
                    "  " + (unclear.orElse("").isEmpty() ? "An answer is needed here." : choices.doubt(unclear.get())));
        }
    }

    /** The words of an answer. Names have blanks, and a name with a role a comma: only what means nothing as a whole is cut. */
    private static List<String> apart(String answer, Choices choices) {
        if (!choices.meant(answer).isEmpty()) {
            return List.of(answer);
        }
        List<String> words = new ArrayList<>();
        for (String part : answer.strip().split("\\s*[,;]\\s*", -1)) {
            List<String> pieces = List.of(part.split("\\s+", -1));
            boolean whole = !choices.meant(part).isEmpty()
                    || pieces.stream().allMatch(p -> choices.meant(p).isEmpty());
            words.addAll(whole ? List.of(part) : pieces);
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    private String line(String prompt) throws BuildProblem {
        screen.print(prompt);
        screen.flush();
        try {
            String line = keyboard.readLine();
            if (line != null) {
                return PlainText.oneLine(line);
            }
        } catch (IOException e) {
            throw new BuildProblem("The answer can't be read: %s. Nothing was written.".formatted(e.getMessage()), e);
        }
        screen.println();
        throw new BuildProblem("There was no answer. Nothing was written.");
    }
}
