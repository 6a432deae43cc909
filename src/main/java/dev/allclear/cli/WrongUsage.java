package dev.allclear.cli;

import dev.allclear.finding.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say of arguments that no command understands: one line, with the word that was probably meant. */
final class WrongUsage {

    private WrongUsage() {}

    static String sentence(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String said;
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            said = unknown(line, unmatched.getUnmatched().get(0));
        } else {
            String message = String.valueOf(e.getMessage());
            said = message.endsWith(".") ? message + " " : message + ". ";
        }
        return "%sTry `%s --help`.".formatted(said, line.getCommandSpec().qualifiedName());
    }

    /** The sentence on the name of a command that is not there, with a space after it. */
    static String noCommand(CommandLine line, String word) {
        return "There is no command `%s`. %s"
                .formatted(word, meant(word, List.copyOf(line.getSubcommands().keySet())));
    }

    private static String unknown(CommandLine line, String word) {
        if (word.startsWith("-") && word.length() > 1) {
            return noOption(line, word.contains("=") ? word.substring(0, word.indexOf('=')) : word);
        }
        if (!line.getSubcommands().isEmpty()) {
            return noCommand(line, word);
        }
        boolean takesSome = !line.getCommandSpec().positionalParameters().isEmpty();
        return "`%s` takes no %sargument, and `%s` is one. "
                .formatted(line.getCommandSpec().qualifiedName(), takesSome ? "further " : "", word);
    }

    private static String noOption(CommandLine line, String option) {
        String name = line.getCommandSpec().qualifiedName();
        List<String> own = List.copyOf(line.getCommandSpec().optionsMap().keySet());
        String meant = meant(option, own);
        if (meant.isEmpty()) {
            meant = ofOthers(root(line), option);
        }
        return "`%s` has no option `%s`. %s".formatted(name, option, meant);
    }

    /** Asks for the nearest word, and takes the beginning of just one for that one. */
    private static String meant(String written, List<String> known) {
        List<String> longer = new ArrayList<>();
        for (String word : known) {
            if (written.length() > 2 && word.startsWith(written.toLowerCase(Locale.ROOT))) {
                longer.add(word);
            }
        }
        return longer.size() == 1
                ? "Did you mean `%s`? ".formatted(longer.get(0))
                : Spelling.didYouMean(written, known);
    }

    /** Of an option that other commands have, or nearly. */
    private static String ofOthers(CommandLine root, String written) {
        Map<String, Set<String>> commands = new TreeMap<>();
        collect(root, commands);
        String near = commands.containsKey(written)
                ? written
                : Spelling.near(written, commands.keySet()).orElse("");
        return near.isEmpty()
                ? ""
                : "`%s` is an option of `%s`. "
                        .formatted(near, String.join("`, `", commands.getOrDefault(near, Set.of())));
    }

    private static void collect(CommandLine line, Map<String, Set<String>> commands) {
        for (String option : line.getCommandSpec().optionsMap().keySet()) {
            commands.computeIfAbsent(option, o -> new TreeSet<>())
                    .add(line.getCommandSpec().qualifiedName());
        }
        line.getSubcommands().values().forEach(below -> collect(below, commands));
    }

    private static CommandLine root(CommandLine line) {
        return line.getParent() == null ? line : root(line.getParent());
    }
}
