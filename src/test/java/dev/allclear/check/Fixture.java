package dev.allclear.check;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.BuildTime;
import dev.allclear.build.Settings;
import dev.allclear.build.SiteBuild;
import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.model.Decision;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.PublishedDecision;
import dev.allclear.model.PublishedIncident;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.Reachability;
import dev.allclear.model.TemplateReading;
import dev.allclear.model.Wording;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * One folder of {@code src/test/resources/rules}: the files that differ from the tree that all fixtures share.
 * {@code remove.txt} names files of that tree that are left out, {@code published/} holds what differed in a version
 * that was published before, {@code answers.txt} what other sites say, {@code templates/} a theme, {@code expected.txt} the
 * findings.
 */
record Fixture(Path folder) {

    static final Path ROOT = Path.of("src/test/resources/rules");
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static final Path BASE = ROOT.resolve("base");
    private static final String EXPECTED = "expected.txt";
    private static final String REMOVE = "remove.txt";
    private static final String PUBLISHED = "published";
    private static final String ANSWERS = "answers.txt";
    private static final String TEMPLATES = "templates";

    /** All of them, in order. */
    static List<Fixture> all() throws IOException {
        try (Stream<Path> folders = Files.walk(ROOT, 3)) {
            return folders.filter(f -> ROOT.relativize(f).getNameCount() == 3 && Files.isDirectory(f))
                    .filter(f -> !f.startsWith(BASE))
                    .sorted()
                    .map(Fixture::new)
                    .toList();
        }
    }

    String rule() {
        Path path = ROOT.relativize(folder);
        return path.getName(0) + "/" + path.getName(1);
    }

    boolean isGood() {
        return folder.getFileName().toString().startsWith("good");
    }

    Path expected() {
        return folder.resolve(EXPECTED);
    }

    /** What the rules say of it. */
    Verdict verdict(Path temporary) throws IOException, ContentProblem {
        Library library = library(folder, Files.createDirectories(temporary.resolve("now")));
        List<PublishedVersion> published = List.of();
        Path before = folder.resolve(PUBLISHED);
        if (Files.isDirectory(before)) {
            published = List.of(version(library(before, Files.createDirectories(temporary.resolve("before")))));
        }
        Path theme = folder.resolve(TEMPLATES);
        return Files.isDirectory(theme)
                ? themed(theme, temporary.resolve("now"))
                : new Checker(Rulebook.all()).check(library, NOW, published, TemplateReading.NONE, answers());
    }

    /** Templates are filled by a build; its findings name them as they were named to it. */
    private static Verdict themed(Path theme, Path now) {
        Path templates = now.resolve(TEMPLATES);
        try {
            copy(theme, templates, theme);
            Verdict verdict = new SiteBuild(new Settings(
                            now.resolve("content"),
                            now.resolve("site"),
                            templates,
                            new BuildTime(NOW.toString(), null, Clock.systemUTC()),
                            2,
                            false,
                            "test"))
                    .check()
                    .verdict();
            return new Verdict(
                    verdict.findings().stream().map(f -> named(f, now)).toList(), verdict.accounts());
        } catch (BuildProblem | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Finding named(Finding finding, Path now) {
        Location at = finding.location();
        return new Finding(
                finding.rule(),
                finding.severity(),
                new Location(
                        at.file().replace(now.toString().replace('\\', '/') + "/", ""),
                        at.line(),
                        at.column(),
                        at.endLine(),
                        at.endColumn()),
                finding.message(),
                finding.help(),
                finding.related());
    }

    private Map<String, Reachability> answers() throws IOException {
        Map<String, Reachability> answers = new LinkedHashMap<>();
        Path file = folder.resolve(ANSWERS);
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] parts = line.split(" ", 3);
            answers.put(parts[1], new Reachability(Reachability.Verdict.valueOf(parts[0]), parts[2]));
        }
        return answers;
    }

    private static PublishedVersion version(Library library) {
        Map<String, PublishedIncident> incidents = new LinkedHashMap<>();
        for (Incident incident : library.incidents()) {
            incidents.put(
                    incident.id(),
                    new PublishedIncident(
                            incident.title(),
                            incident.document().page(),
                            false,
                            false,
                            false,
                            incident.decisions().stream()
                                    .map(Fixture::published)
                                    .toList()));
        }
        Map<String, PublishedPlaybook> playbooks = new LinkedHashMap<>();
        library.playbooks().forEach(p -> playbooks.put(p.id(), PublishedPlaybook.of(p)));
        return new PublishedVersion("v1", incidents, playbooks, null, Map.of());
    }

    private static PublishedDecision published(Decision decision) {
        return new PublishedDecision(
                decision.title(), String.valueOf(decision.at().written()), decision.digest(), Wording.of(decision));
    }

    private static Library library(Path overlay, Path temporary) throws IOException, ContentProblem {
        Path content = temporary.resolve("content");
        copy(BASE, content, overlay);
        copy(overlay, content, overlay);
        Path remove = overlay.resolve(REMOVE);
        if (Files.exists(remove)) {
            for (String path : Files.readAllLines(remove)) {
                Files.delete(content.resolve(path));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            return LibraryReader.read(content, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void copy(Path from, Path to, Path overlay) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path path = from.relativize(file);
                boolean ofTheFixture = file.startsWith(overlay)
                        && (path.startsWith(PUBLISHED)
                                || path.startsWith(TEMPLATES)
                                || path.toString().equals(EXPECTED)
                                || path.toString().equals(REMOVE)
                                || path.toString().equals(ANSWERS));
                if (!ofTheFixture) {
                    Path target = to.resolve(path.toString());
                    Files.createDirectories(target.getParent());
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }

    /** The findings as {@code expected.txt} has them. */
    static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append("%s %s %s %s\n"
                    .formatted(
                            finding.severity().word(), finding.rule(), place(finding.location()), finding.message()));
            for (Related related : finding.related()) {
                text.append("    %s %s\n".formatted(place(related.location()), related.message()));
            }
            text.append("    help: %s\n".formatted(finding.help()));
        }
        return text.toString();
    }

    private static String place(Location at) {
        return "%s:%d:%d-%d:%d".formatted(at.file(), at.line(), at.column(), at.endLine(), at.endColumn());
    }

    @Override
    public String toString() {
        return ROOT.relativize(folder).toString();
    }
}
