package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the tool says of itself, and of words that it does not know. */
class HelpTest {

    private static final Pattern CALL = Pattern.compile("(?:^|[| (])allclear((?: [^|#)]+)?)");

    static CommandLine all() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return AllClear.commandLine(new Surroundings(nowhere, nowhere, Map.of(), Clock.systemUTC(), false));
    }

    static Stream<CommandLine> commands() {
        return below(all());
    }

    private static Stream<CommandLine> below(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(HelpTest::below));
    }

    private static String name(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }

    /** The lines of a command's examples; a command with others below it may leave them to those. */
    private static List<String> examples(CommandLine line) {
        List<String> footer = List.of(line.getCommandSpec().usageMessage().footer());
        int begin = footer.indexOf("Examples:");
        assertTrue(begin >= 0, name(line) + " --help shows no examples");
        List<String> examples = footer.subList(begin + 1, footer.size()).stream()
                .filter(e -> e.startsWith("  ") && e.contains("allclear"))
                .toList();
        assertFalse(examples.isEmpty(), name(line) + " --help shows no examples");
        return examples;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandShowsExamplesOfItself(CommandLine line) {
        for (String example : examples(line)) {
            assertTrue(example.contains("allclear"), example);
        }
        if (line.getParent() != null) {
            assertTrue(
                    examples(line).stream().anyMatch(e -> e.contains(name(line))),
                    name(line) + " shows examples of others only");
        }
        String help = line.getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertTrue(help.contains("Usage: " + name(line)), help);
        for (String text : line.getCommandSpec().usageMessage().description()) {
            assertFalse(text.isBlank());
        }
        assertTrue(line.getCommandSpec().usageMessage().description().length > 0, name(line) + " says nothing");
    }

    /** An example that can't be typed as it stands is worse than none. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleUsesCommandsAndOptionsThatAreThere(CommandLine line) {
        for (String example : examples(line)) {
            Matcher call = CALL.matcher(example);
            assertTrue(call.find(), example);
            CommandLine at = all();
            for (String word : words(call.group(1))) {
                CommandLine deeper = at.getSubcommands().get(word);
                if (deeper != null && !at.getCommandName().equals("help")) {
                    at = deeper;
                } else if (word.startsWith("--")) {
                    String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
                    assertNotNull(at.getCommandSpec().findOption(option), example + ": " + option);
                }
            }
            assertFalse(at.getParent() == null && call.group(1).isBlank() && line.getParent() != null, example);
        }
    }

    private static List<String> words(String call) {
        List<String> words = new ArrayList<>();
        for (String word : call.strip().split("\\s+", -1)) {
            words.add(word);
        }
        return words;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            chekc; Did you mean `check`?
            chekc --format json; Did you mean `check`?
            Build; Did you mean `build`?
            help chekc; Did you mean `check`?
            check --fromat json; Did you mean `--format`?
            check --fromat=json; Did you mean `--format`?
            check --templ x; Did you mean `--templates`?
            check --formatt; Did you mean `--format`?
            check --format jsn; Did you mean `json`?
            check --fail-on warnings; Did you mean `warning`?
            rules --color allways; Did you mean `always`?
            completion bsh; Did you mean `bash`?
            explain gate/ordr; Did you mean `gate/order`?
            status --fail-on error; `--fail-on` is an option of `allclear check`.
            rules more; `allclear rules` takes no argument, and `more` is one.
            explain a b; `allclear explain` takes no further argument, and `b` is one.
            check --jobs many; Invalid value for option '--jobs'
            """)
    void aMisspeltWordIsAnsweredInOneLineWithTheNearOne(String arguments, String said) {
        Tool.Answer answer = InProcess.run(arguments.split(" ", -1));
        assertEquals(2, answer.status());
        assertEquals("", answer.out());
        assertTrue(answer.err().startsWith("allclear: "), answer.err());
        assertTrue(answer.err().contains(said), answer.err());
        assertEquals(1, answer.err().lines().count(), answer.err());
    }

    @Test
    void whatIsNearNothingIsNotGuessedAt() {
        assertEquals(
                "allclear: There is no command `frobnicate`. Try `allclear --help`.\n",
                InProcess.run("frobnicate").err());
        assertEquals(
                "allclear: `allclear check` has no option `--frobnicate`. Try `allclear check --help`.\n",
                InProcess.run("check", "--frobnicate").err());
    }

    @Test
    void helpOfACommandIsTheSameInBothForms() {
        assertEquals(
                InProcess.run("release", "--help").out(),
                InProcess.run("help", "release").out());
        assertEquals(InProcess.run("--help").out(), InProcess.run("help").out());
    }
}
