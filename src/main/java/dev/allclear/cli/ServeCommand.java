package dev.allclear.cli;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.Settings;
import dev.allclear.serve.Serving;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allclear serve}: build, watch, build again, reload the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the site while you write: watches the content, and reloads the page where you were reading.",
            "What a change touches is built again, and nothing else.",
            "Findings appear over the page and vanish when they are mended; the last good page stays behind them.",
            "Only this machine is served, and nothing is written: the published versions are those in the site's folder."
        },
        footer = {
            "",
            "Ctrl-C ends it, with exit status 130.",
            "",
            "Examples:",
            "  allclear serve",
            "  allclear serve --open",
            "  allclear serve --port 0 --content runbooks --templates theme"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "The port to serve at; the next one if it is taken, any that is free if it is 0 (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    private int port = 8080;

    @Option(names = "--open", description = "Open the site in the browser.")
    private boolean open;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BuildProblem {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new BuildProblem("--port %d is not a port from 0 to %d.".formatted(port, HIGHEST_PORT));
        }
        Settings settings = options.settings(surroundings, false);
        try (Serving serving = Serving.start(settings, port, new Said())) {
            surroundings
                    .out()
                    .println("%s shows `%s`, and each change to it. Ctrl-C ends it."
                            .formatted(serving.address(), options.content()));
            new Said().first(serving);
            if (open) {
                open(serving.address());
            }
            serving.follow();
        }
        return ExitStatus.DONE;
    }

    /** Says what happens, as it happens. */
    private final class Said implements Serving.Log {

        @Override
        public void taken(int taken) {
            surroundings.err().println("allclear: the port %d is taken; trying %d.".formatted(taken, taken + 1));
            surroundings.err().flush();
        }

        void first(Serving serving) {
            Serving.Rebuilt first = serving.first();
            say("Built from %d documents in %s s%s"
                    .formatted(
                            serving.documents(),
                            String.format(Locale.ROOT, "%.1f", first.took().toMillis() / 1000.0),
                            outcome(first, "nothing is shown until that is mended")));
            details(first);
        }

        @Override
        public void rebuilt(Serving.Rebuilt rebuilt) {
            say("%s: %d read anew, %d ms%s"
                    .formatted(
                            changed(rebuilt.changed()),
                            rebuilt.read(),
                            rebuilt.took().toMillis(),
                            outcome(rebuilt, "the last good site stays")));
            details(rebuilt);
        }

        private String outcome(Serving.Rebuilt rebuilt, String otherwise) {
            String count = rebuilt.count().isEmpty() ? "" : ", " + rebuilt.count();
            return rebuilt.shown() ? count + "." : count + "; " + otherwise + ".";
        }

        private String changed(List<String> places) {
            if (places.isEmpty()) {
                return "Changed";
            }
            return places.size() == 1 ? places.get(0) : "%s and %d more".formatted(places.get(0), places.size() - 1);
        }

        private void say(String line) {
            if (!options.quiet()) {
                surroundings.out().println(line);
            }
            surroundings.out().flush();
        }

        private void details(Serving.Rebuilt rebuilt) {
            PrintWriter err = surroundings.err();
            rebuilt.remarks().forEach(r -> err.println("allclear: " + r));
            rebuilt.against().forEach(l -> err.println("  " + l));
            err.flush();
        }
    }

    /** Opens an address the way this system does. */
    private void open(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", address.toString())
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                        : List.of("xdg-open", address.toString());
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            surroundings
                    .err()
                    .println("allclear: the browser can't be opened (%s is not there). Open %s in it."
                            .formatted(command.get(0), address));
            surroundings.err().flush();
        }
    }
}
