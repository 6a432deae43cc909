package dev.allclear.cli;

import dev.allclear.finding.Spelling;
import dev.allclear.model.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What can be chosen from.
 *
 * @param what one of them, as in "a system"
 * @param words what to say of each, by id, in order; may be empty
 */
record Choices(String what, Map<String, String> words) {

    private static final int MOST = 20;

    static <E extends Enum<E> & Named> Choices of(String what, Class<E> type) {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(c -> words.put(c.word(), ""));
        return new Choices(what, words);
    }

    /** The same without one of them. */
    Choices without(String id) {
        Map<String, String> others = new LinkedHashMap<>(words);
        others.remove(id);
        return new Choices(what, others);
    }

    List<String> ids() {
        return List.copyOf(words.keySet());
    }

    /** The ids in a row, as many as anybody reads. */
    String row() {
        List<String> ids = ids();
        return ids.isEmpty()
                ? "there is none yet"
                : String.join(", ", ids.subList(0, Math.min(MOST, ids.size()))) + (ids.size() > MOST ? ", …" : "");
    }

    /** Why a word can't be chosen; nothing if it can. */
    Optional<String> refusal(String word) {
        return words.containsKey(word)
                ? Optional.empty()
                : Optional.of("`%s` is not %s. %sKnown: %s."
                        .formatted(word, what, Spelling.didYouMean(word, words.keySet()), row()));
    }

    /** The ids that an answer may mean: an id, its number in the list, all of a name, or a piece that they have. */
    List<String> meant(String answer) {
        if (answer.isEmpty()) {
            return List.of();
        }
        if (words.containsKey(answer)) {
            return List.of(answer);
        }
        List<String> ids = ids();
        if (answer.matches("\\d{1,4}")) {
            int number = Integer.parseInt(answer);
            return number >= 1 && number <= ids.size() ? List.of(ids.get(number - 1)) : List.of();
        }
        List<String> named = ids.stream()
                .filter(id -> isNameOf(answer, words.getOrDefault(id, "")))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        String piece = answer.toLowerCase(Locale.ROOT);
        List<String> hits = new ArrayList<>();
        words.forEach((id, said) -> {
            if ((id + " " + said).toLowerCase(Locale.ROOT).contains(piece)) {
                hits.add(id);
            }
        });
        return hits;
    }

    /** Whether this is all that is said of one, or all that stands before what a person does. */
    private static boolean isNameOf(String answer, String said) {
        return said.equalsIgnoreCase(answer)
                || said.toLowerCase(Locale.ROOT).startsWith(answer.toLowerCase(Locale.ROOT) + ", ");
    }

    /** Why a word does not tell which one is meant. */
    String doubt(String word) {
        List<String> hits = meant(word);
        return hits.isEmpty()
                ? refusal(word).orElse("")
                : "`%s` may be %s%s. Write more of it, or its number."
                        .formatted(
                                word,
                                String.join(" or ", hits.subList(0, Math.min(MOST, hits.size()))),
                                hits.size() > MOST ? " or …" : "");
    }

    /** The list as it is shown above the question. */
    String list() {
        StringBuilder list = new StringBuilder();
        int width = ids().stream().mapToInt(String::length).max().orElse(0);
        int number = 0;
        for (Map.Entry<String, String> choice : words.entrySet()) {
            if (++number > MOST) {
                return list.append("  … and %d more\n".formatted(words.size() - MOST))
                        .toString();
            }
            String id = choice.getValue().isEmpty()
                    ? choice.getKey()
                    : choice.getKey()
                            + " ".repeat(Math.max(0, width - choice.getKey().length())) + "  " + choice.getValue();
            list.append("  %2d  %s\n".formatted(number, id));
        }
        return list.toString();
    }
}
