package dev.allclear.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script by which fish completes: picocli writes one for bash only. */
final class FishCompletion {

    private final CommandLine root;
    private final String name;
    private final StringBuilder script = new StringBuilder();

    FishCompletion(CommandLine root) {
        this.root = root;
        this.name = root.getCommandName();
    }

    String print() {
        script.append("""
                # fish completion of %1$s, printed by `%1$s completion fish`.

                # Whether the words before the cursor begin with these.
                function __%1$s_within
                    set -l words (commandline -opc)
                    set -e words[1]
                    string match -q -- "$argv *" "$words "
                end

                # Whether they are these and no others.
                function __%1$s_at
                    set -l words (commandline -opc)
                    set -e words[1]
                    test "$words" = "$argv"
                end

                complete -c %1$s -f
                """.formatted(name));
        command(root, "");
        return script.toString();
    }

    private void command(CommandLine line, String path) {
        script.append("\n");
        String within = path.isEmpty() ? "__%s_at".formatted(name) : "__%s_within %s".formatted(name, path);
        String at = path.isEmpty() ? "__%s_at".formatted(name) : "__%s_at %s".formatted(name, path);
        for (CommandLine below : line.getSubcommands().values()) {
            add(
                    at,
                    "-a " + below.getCommandName(),
                    firstLine(below.getCommandSpec().usageMessage().description()));
        }
        if (line.getCommandName().equals("help")) {
            for (CommandLine other : root.getSubcommands().values()) {
                add(at, "-a " + other.getCommandName(), "");
            }
        }
        for (OptionSpec option : line.getCommandSpec().options()) {
            for (String each : option.names()) {
                String spelling = each.startsWith("--") ? "-l " + each.substring(2) : "-s " + each.substring(1);
                add(within, spelling + values(option, option.arity().max() > 0), firstLine(option.description()));
            }
        }
        for (PositionalParamSpec parameter : line.getCommandSpec().positionalParameters()) {
            String values = values(parameter, false);
            if (!values.isEmpty()) {
                add(within, values.strip(), "");
            }
        }
        // By name: a command that is known by two names is one.
        new TreeMap<>(line.getSubcommands())
                .values().stream()
                        .distinct()
                        .forEach(below -> command(below, (path + " " + below.getCommandName()).strip()));
    }

    private static String values(ArgSpec argument, boolean needed) {
        List<String> words = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(words::add);
        }
        if (!words.isEmpty()) {
            return (needed ? " -x" : "") + " -a " + quoted(String.join(" ", words));
        }
        Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
        if (type == Path.class || type == File.class) {
            return needed ? " -r -F" : " -F";
        }
        return needed ? " -x" : "";
    }

    private void add(String condition, String what, String description) {
        script.append("complete -c %s -n %s %s%s\n"
                .formatted(name, quoted(condition), what, description.isEmpty() ? "" : " -d " + quoted(description)));
    }

    private static String firstLine(String[] description) {
        return description.length == 0 ? "" : description[0];
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c == '\'' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c))
                .collect(Collectors.joining("", "'", "'"));
    }
}
