package dev.allclear.cli;

import dev.allclear.author.ContentFolder;
import dev.allclear.author.WritingProblem;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import dev.allclear.build.SiteBuild;
import dev.allclear.finding.Finding;
import dev.allclear.finding.Severity;
import dev.allclear.model.Library;
import dev.allclear.model.Person;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A document on its way into the content: what is there, what the rules would say, what to tell the author. */
final class Authoring {

    /** The rule that finds what the author is still to write. */
    static final String PLACEHOLDER = "text/placeholder";

    private static final int LONGEST_HINT = 70;

    private final CommonOptions options;
    private final Surroundings surroundings;
    private final SiteBuild build;
    private final Outcome before;
    private boolean toldToFillIn;

    private Authoring(CommonOptions options, Surroundings surroundings, SiteBuild build, Outcome before) {
        this.options = options;
        this.surroundings = surroundings;
        this.build = build;
        this.before = before;
    }

    /** Reads what is there. */
    static Authoring begin(CommonOptions options, Surroundings surroundings) throws BuildProblem {
        Path content = options.content();
        if (Files.notExists(content.resolve("site.yaml"))) {
            throw new BuildProblem(
                    "There is no content in `%s` yet. Begin with `allclear new site %s`, or name it with --content DIR."
                            .formatted(content, quoted(content.toString())));
        }
        SiteBuild build = new SiteBuild(options.settings(surroundings, false));
        return new Authoring(options, surroundings, build, build.check());
    }

    Outcome before() {
        return before;
    }

    Library library() {
        return before.library();
    }

    ZoneId zone() {
        return library().site().zone().or(ZoneOffset.UTC);
    }

    Instant now() {
        return before.now();
    }

    ContentFolder folder() {
        return new ContentFolder(options.content());
    }

    /** The place of a path, as the user named the content. */
    Path shown(String path) {
        return options.content().resolve(path);
    }

    Choices systems() {
        Map<String, String> words = new LinkedHashMap<>();
        library().systems().forEach((id, s) -> words.put(id, s.display()));
        return new Choices("a system of systems.yaml", words);
    }

    Choices people() {
        Map<String, String> words = new LinkedHashMap<>();
        library().people().values().forEach(p -> words.put(p.id(), described(p)));
        return new Choices("a person of people.yaml", words);
    }

    Choices peopleAndGroups() {
        Map<String, String> words = new LinkedHashMap<>(people().words());
        library()
                .groups()
                .values()
                .forEach(g -> words.put(g.id(), "a group of " + g.members().size()));
        return new Choices("a person or group of people.yaml", words);
    }

    Choices incidents(Predicate<String> which) {
        Map<String, String> words = new LinkedHashMap<>();
        library().incidents().stream().filter(i -> which.test(i.id())).forEach(i -> words.put(i.id(), i.title()));
        return new Choices("an incident", words);
    }

    Choices playbooks() {
        Map<String, String> words = new LinkedHashMap<>();
        library().playbooks().forEach(p -> words.put(p.id(), p.document().title()));
        return new Choices("a playbook", words);
    }

    private static String described(Person person) {
        String role = person.role().or("");
        return person.display() + (role.isEmpty() || role.startsWith("TODO") ? "" : ", " + role);
    }

    /** A person as people know them: name and id. */
    String person(String id) {
        Person person = library().people().get(id);
        return person == null || person.name().value() == null ? id : "%s (%s)".formatted(person.display(), id);
    }

    /** What the content would be with these documents. */
    Outcome with(Map<String, byte[]> drafts) throws BuildProblem {
        return build.checkAsIf(drafts);
    }

    /**
     * What the gate would object to that it does not object to now, and any rule in the text that is written. What else
     * a rule finds is no fault of the text: that an objective was missed stays true if nobody may write it down. Nor is it
     * an objection that something is still to be written.
     *
     * @param path of the document
     * @param fromLine the first of the lines that are written
     */
    List<Finding> objections(Outcome after, String path, int fromLine) {
        Set<String> known = new HashSet<>();
        before.verdict().findings().forEach(f -> known.add(key(f)));
        String file = library().content() + "/" + path;
        return after.verdict().findings().stream()
                .filter(f -> f.severity() == Severity.ERROR && !f.rule().equals(PLACEHOLDER) && !known.contains(key(f)))
                .filter(f -> f.rule().startsWith("gate/")
                        || (f.location().file().equals(file) && f.location().line() >= fromLine))
                .toList();
    }

    private static String key(Finding f) {
        return f.rule() + " " + f.location() + " " + f.message();
    }

    /** Says why nothing was written. */
    int refused(List<Finding> objections) {
        PrintWriter err = surroundings.err();
        err.println("allclear: nothing was written: %s would object."
                .formatted(objections.stream().allMatch(f -> f.rule().startsWith("gate/")) ? "the gate" : "the rules"));
        for (Finding finding : objections) {
            err.println("  %s: %s".formatted(finding.rule(), finding.message()));
            err.println("    " + finding.help());
        }
        return ExitStatus.FINDINGS;
    }

    /** Writes a new document if nothing stands in its place and no rule objects; null if one does, which is said then. */
    @Nullable
    Outcome write(String path, String text) throws BuildProblem {
        try {
            Optional<Path> there = folder().inTheWayOf(path);
            if (there.isPresent()) {
                throw new BuildProblem("%s Choose another name: --id NAME."
                        .formatted(ContentFolder.occupied(there.get()).getMessage()));
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Outcome after = with(Map.of(path, bytes));
            List<Finding> objections = objections(after, path, 1);
            if (!objections.isEmpty()) {
                refused(objections);
                return null;
            }
            folder().create(path, bytes);
            return after;
        } catch (WritingProblem e) {
            throw problem(e);
        }
    }

    /** Says something, unless nothing is to be said. */
    void say(String line) {
        if (!options.quiet()) {
            surroundings.out().println(line);
        }
    }

    /** Names each place of a text where the author is still to write, and what. */
    void sayWhatToFillIn(Outcome after, String path, String text, int fromLine) {
        List<Finding> all = after.verdict().findings().stream()
                .filter(f -> f.rule().equals(PLACEHOLDER)
                        && f.location().file().equals(library().content() + "/" + path)
                        && f.location().line() >= fromLine)
                .toList();
        if (!all.isEmpty() && !toldToFillIn) {
            say("To fill in:");
            toldToFillIn = true;
        }
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (Finding finding : all) {
            int line = finding.location().line();
            say("  %s:%d  %s"
                    .formatted(shown(path), line, line <= lines.length ? hint(lines[line - 1]) : "")
                    .stripTrailing());
        }
    }

    /** What a line says after its placeholder, up to a width that a telephone shows in two lines. */
    private static String hint(String line) {
        String hint = line.substring(Math.max(0, line.indexOf("TODO")))
                .replaceFirst("^TODO:? *", "")
                .replaceFirst("\"$", "");
        int end = hint.length() <= LONGEST_HINT ? hint.length() : Math.max(1, hint.lastIndexOf(' ', LONGEST_HINT));
        return hint.substring(0, end) + (end < hint.length() ? " …" : "");
    }

    /** A command to type next, with what this one was called with. */
    String command(String rest) {
        String content = options.content().toString();
        return "allclear " + rest + (content.equals("content") ? "" : " --content " + quoted(content));
    }

    /** A word as a shell takes it for one. */
    static String quoted(String word) {
        if (word.matches("[\\p{L}\\p{N}._/@:=+-]+")) {
            return word;
        }
        // The double ones are understood on Windows too.
        return word.matches("[^\"$`\\\\!%]*") ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }

    static BuildProblem problem(WritingProblem e) {
        return new BuildProblem(String.valueOf(e.getMessage()), e);
    }
}
