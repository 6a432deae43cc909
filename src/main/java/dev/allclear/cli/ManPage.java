package dev.allclear.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, in the language of {@code man}: everything that {@code --help} says, and what holds for all commands. */
final class ManPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final String REST = """
            .SH EXIT STATUS
            .TP
            .B 0
            Done.
            .TP
            .B 1
            Findings that fail the command.
            .TP
            .B 2
            Wrong usage or configuration, or an input or output that can't be read or written.
            .SH ENVIRONMENT
            .TP
            .B SOURCE_DATE_EPOCH
            The time of the build, in seconds since 1970, if
            .B \\-\\-now
            does not say another.
            .TP
            .B NO_COLOR
            If it is set and not empty, nothing is coloured, unless
            .B \\-\\-color always
            asks for colours.
            .TP
            .B TERM
            On a terminal of the type
            .B dumb
            likewise, and no progress is shown there.
            .TP
            .B XDG_CACHE_HOME
            Where answers of other sites and versions that were built from tags are kept, in the folder
            .BR allclear ;
            else in
            .IR ~/.cache .
            .TP
            .B GITHUB_STEP_SUMMARY
            With
            .B allclear check \\-\\-format github
            a summary is added to the file that it names.
            .TP
            .B JAVA_HOME
            The Java that the launch script runs, 17 or newer, if it is not the one on the PATH.
            .TP
            .B ALLCLEAR_JAVA_OPTS
            Further options of the launch script for Java, such as
            .BR \\-Xmx512m .
            .SH FILES
            .TP
            .I content/site.yaml
            The site: title, time zone, address, what rules are set to.
            .TP
            .I content/people.yaml
            Who is who, and the groups that are kept informed.
            .TP
            .I content/systems.yaml
            The systems, their Product Owners and their recovery objectives.
            .TP
            .I content/playbooks/**/NAME.md
            Recovery playbooks.
            .TP
            .I content/incidents/NAME/
            One folder an incident:
            .IR incident.md ,
            .IR decisions.md ,
            .I root-cause.md
            and whatever they refer to.
            .TP
            .I content/pages/**/NAME.md
            Any other page.
            .TP
            .I site/
            What is built. Its folder
            .I v/LABEL/
            is a version, which is never changed.
            """;

    private final CommandLine root;
    private final String version;
    private final StringBuilder page = new StringBuilder();
    private final Set<String> common;

    ManPage(CommandLine root, String version) {
        this.root = root;
        this.version = version;
        this.common = CommandSpec.forAnnotatedObject(new CommonOptions()).options().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        common.addAll(List.of("--help", "--version"));
    }

    String print() {
        String name = root.getCommandName();
        String[] description = root.getCommandSpec().usageMessage().description();
        String sentence = String.join(" ", description);
        page.append(".\\\" Printed by `%s help --man`.\n".formatted(name));
        page.append(
                ".TH %s 1 \"\" \"%s %s\" \"User Commands\"\n".formatted(name.toUpperCase(Locale.ROOT), name, version));
        page.append(
                ".nh\n.SH NAME\n%s \\- recovery playbooks and incidents as a site that can't say \\(lqall clear\\(rq too early\n"
                        .formatted(name));
        page.append(".SH SYNOPSIS\n.B %s\n.I COMMAND\n[\\fIOPTION\\fR]...\n".formatted(name));
        page.append(".SH DESCRIPTION\n").append(text(sentence)).append('\n');
        page.append(".SH COMMANDS\n");
        commands(root);
        page.append(".SH OPTIONS\nEvery command takes these.\n");
        CommandSpec shared = CommandSpec.forAnnotatedObject(new CommonOptions());
        shared.mixinStandardHelpOptions(true);
        shared.options().forEach(this::option);
        page.append(REST);
        page.append(".SH EXAMPLES\n");
        examples(root);
        return page.toString();
    }

    private void commands(CommandLine line) {
        for (CommandLine below : distinct(line)) {
            CommandSpec spec = below.getCommandSpec();
            page.append(".SS \"%s\"\n".formatted(text(synopsis(spec)).replace("\"", "\\(dq")));
            page.append(text(String.join(" ", spec.usageMessage().description())))
                    .append('\n');
            spec.positionalParameters().forEach(this::parameter);
            spec.options().stream()
                    .filter(o -> !common.contains(o.longestName()))
                    .forEach(this::option);
            commands(below);
        }
    }

    /** A command known by two names is told of once. */
    private static Set<CommandLine> distinct(CommandLine line) {
        return new LinkedHashSet<>(line.getSubcommands().values());
    }

    private static String synopsis(CommandSpec spec) {
        StringBuilder synopsis = new StringBuilder(spec.qualifiedName());
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            synopsis.append(
                    parameter.required()
                            ? " %s".formatted(parameter.paramLabel())
                            : " [%s]".formatted(parameter.paramLabel()));
        }
        return synopsis.append(" [OPTION]...").toString();
    }

    private void option(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(n -> "\\fB" + escaped(n) + "\\fR")
                .collect(Collectors.joining(", "));
        String label = option.arity().max() > 0 ? " \\fI" + escaped(option.paramLabel()) + "\\fR" : "";
        page.append(".TP\n%s%s\n%s\n".formatted(names, label, text(String.join(" ", option.description()))));
    }

    private void parameter(PositionalParamSpec parameter) {
        page.append(".TP\n\\fI%s\\fR\n%s\n"
                .formatted(escaped(parameter.paramLabel()), text(String.join(" ", parameter.description()))));
    }

    private void examples(CommandLine line) {
        for (String example : line.getCommandSpec().usageMessage().footer()) {
            if (example.startsWith("  ")) {
                page.append(".PP\n.nf\n.RS 4\n%s\n.RE\n.fi\n".formatted(escaped(example.strip())));
            }
        }
        distinct(line).forEach(this::examples);
    }

    /** Text of which what stands between backticks is bold. */
    private static String text(String plain) {
        return CODE.matcher(escaped(plain).replace("\\(ga", "`")).replaceAll("\\\\fB$1\\\\fR");
    }

    /** Characters that mean something to {@code man}, and those outside ASCII by their number. */
    private static String escaped(String plain) {
        String safe = plain.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha");
        StringBuilder ascii = new StringBuilder(safe.startsWith(".") ? "\\&" : "");
        safe.codePoints()
                .forEach(c ->
                        ascii.append(c == '…' ? "..." : c < 128 ? Character.toString(c) : "\\[u%04X]".formatted(c)));
        return ascii.toString();
    }
}
