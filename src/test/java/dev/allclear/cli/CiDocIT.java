package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Takes the jobs and the hook out of {@code docs/ci.md} and runs them in a repository as its readers have one. */
class CiDocIT {

    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String DECISIONS = "content/incidents/2026-03-07-lending-offline/decisions.md";

    @TempDir
    private Path repository = Path.of("");

    private record Fence(String language, String text) {}

    @BeforeEach
    void makeRepository() throws IOException, InterruptedException {
        Tool.copy(InProcess.SMALL, repository.resolve("content"));
        Path tool = Files.createDirectories(repository.resolve(".allclear")).resolve("allclear");
        Files.writeString(
                tool,
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -jar '%s' \"$@\"\n"
                        .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), Tool.JAR));
        assertTrue(tool.toFile().setExecutable(true));
        Files.writeString(repository.resolve(".gitignore"), ".allclear/\nsite/\n");
        assertEquals(
                0,
                sh("git init -q -b main && git add -A && git commit -q -m first")
                        .status());
    }

    @Test
    void theJobOfGithubStopsAFalseAllClear() throws IOException, InterruptedException {
        List<String> commands = commands("jobs");
        assertEquals(3, commands.size());
        assertEquals(List.of(0, 0, 0), statuses(commands));
        assertTrue(Files.exists(repository.resolve("site/index.html")));
        claimTooMuch();
        assertEquals(List.of(0, 1, 1), statuses(commands));
        String sarif = Files.readString(repository.resolve("allclear.sarif"));
        assertTrue(JsonParser.parseString(sarif).isJsonObject());
        assertTrue(sarif.contains("gate/investigation-missing"), sarif);
        assertTrue(sh(commands.get(1)).out().startsWith("::error file=content/incidents/"));
    }

    @Test
    void theJobOfGitlabStopsAFalseAllClear() throws IOException, InterruptedException {
        List<String> commands = commands("script");
        assertEquals(3, commands.size());
        assertEquals(List.of(0, 0, 0), statuses(commands));
        claimTooMuch();
        assertEquals(List.of(0, 0, 1), statuses(commands));
        String quality = Files.readString(repository.resolve("gl-code-quality-report.json"));
        assertTrue(JsonParser.parseString(quality).isJsonArray());
        assertTrue(quality.contains("gate/investigation-missing"), quality);
        assertTrue(Files.readString(repository.resolve("allclear-junit.xml")).contains("<failure"));
    }

    @Test
    void theJobOfAHistoryPublishesEveryTagFromAClone() throws IOException, InterruptedException {
        assertEquals(
                0,
                sh("git tag v1 && echo '# New' > content/pages/new.md && git add -A")
                        .status());
        assertEquals(0, sh("git commit -q -m second && git tag -a -m two v2").status());
        List<String> commands = commands("history");
        assertEquals(2, commands.size());
        assertEquals(List.of(0, 0), statuses(commands));
        assertTrue(Files.exists(repository.resolve("site/v/v2/pages/new.html")));
        assertFalse(Files.exists(repository.resolve("site/v/v1/pages/new.html")));
        claimTooMuch();
        assertEquals(0, sh("git commit -q -a -m claim && git tag v3").status());
        assertEquals(List.of(1, 0), statuses(commands));
        assertFalse(Files.exists(repository.resolve("site/v/v3")));
    }

    @Test
    void theHookLooksAtWhatIsCommitted() throws IOException, InterruptedException {
        String hook = fences("sh").stream()
                .filter(t -> t.startsWith("#!/bin/sh"))
                .findFirst()
                .orElseThrow();
        Path file = repository.resolve(".git/hooks/pre-commit");
        Files.createDirectories(file.getParent());
        Files.writeString(file, hook);
        assertTrue(file.toFile().setExecutable(true));
        Files.writeString(repository.resolve("content/pages/new.md"), "# New\n\nA page.\n");
        Tool.Answer sound = sh("git add -A && git commit -q -m sound");
        assertEquals(0, sound.status(), sound.out() + sound.err());

        String before = Files.readString(repository.resolve(DECISIONS));
        claimTooMuch();
        Tool.Answer refused = sh("git commit -q -a -m claim");
        assertEquals(1, refused.status());
        assertTrue((refused.out() + refused.err()).contains("error[gate/investigation-missing]"), refused.out());
        assertFalse(sh("git log --format=%s").out().contains("claim"));

        assertEquals(0, sh("git add -A").status());
        Files.writeString(repository.resolve(DECISIONS), before);
        assertEquals(1, sh("git commit -q -m mended-but-not-added").status());
        assertEquals(0, sh("git reset -q --hard").status());
        claimTooMuch();
        Files.writeString(repository.resolve("content/pages/other.md"), "# Other\n\nA page.\n");
        assertEquals(
                0,
                sh("git add content/pages && git commit -q -m broken-but-not-added")
                        .status());
    }

    @Test
    void theEntryOfThePreCommitProgramAndTheBaselineRun() throws IOException, InterruptedException {
        String entry = fences("yaml").stream()
                .filter(t -> t.startsWith("repos:"))
                .map(t -> text(t, "entry: "))
                .findFirst()
                .orElseThrow();
        String baseline = fences("sh").stream()
                .filter(t -> t.contains("--baseline"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, sh(entry).status());
        Files.writeString(repository.resolve("content/pages/messy.md"), "# Messy\n\n[x](nowhere.md)\n");
        assertEquals(1, sh(entry).status());
        sh(baseline);
        assertTrue(sh("git diff --cached --name-only").out().contains("baseline.json"));
        assertEquals(0, sh(entry + " --baseline baseline.json").status());
        claimTooMuch();
        assertEquals(1, sh(entry + " --baseline baseline.json").status());
    }

    /** The report of the root cause goes, the decision that resumes BAU stays. */
    private void claimTooMuch() throws IOException {
        Files.delete(repository.resolve("content/incidents/2026-03-07-lending-offline/root-cause.md"));
        Path decisions = repository.resolve(DECISIONS);
        String text = Files.readString(decisions);
        assertTrue(text.contains("bau: resumed"));
        Files.writeString(decisions, text.replace("](root-cause.md)", "](incident.md)"));
    }

    private List<Integer> statuses(List<String> commands) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (String command : commands) {
            statuses.add(sh(command).status());
        }
        return statuses;
    }

    /** The commands of a job that use the tool. */
    private static List<String> commands(String key) throws IOException {
        for (String text : fences("yaml")) {
            Object job = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            List<String> commands = new ArrayList<>();
            collect(job, commands);
            if (text.contains(key + ":") && !commands.isEmpty()) {
                return commands;
            }
        }
        throw new IllegalStateException("no job with " + key);
    }

    private static void collect(Object value, List<String> commands) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> {
                if (v instanceof String run && k.equals("run") && run.contains(".allclear/")) {
                    commands.add(run);
                } else if (v instanceof List<?> all && k.equals("script")) {
                    all.forEach(c -> commands.add(String.valueOf(c)));
                } else {
                    collect(v, commands);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(v -> collect(v, commands));
        }
    }

    private static List<String> fences(String language) throws IOException {
        List<Fence> fences = new ArrayList<>();
        Matcher matcher = FENCE.matcher(Files.readString(Path.of("docs/ci.md")));
        while (matcher.find()) {
            fences.add(new Fence(matcher.group(1), matcher.group(2)));
        }
        return fences.stream()
                .filter(f -> f.language().equals(language))
                .map(Fence::text)
                .toList();
    }

    private static String text(String yaml, String key) {
        return yaml.lines()
                .filter(l -> l.strip().startsWith(key))
                .findFirst()
                .orElseThrow()
                .strip()
                .substring(key.length());
    }

    private Tool.Answer sh(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(repository.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(k -> k.startsWith("GIT_") || k.startsWith("GITHUB_") || k.equals("NO_COLOR"));
        environment.put(
                "SOURCE_DATE_EPOCH",
                String.valueOf(Instant.parse(InProcess.SMALL_NOW).getEpochSecond()));
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
        }
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("no answer in two minutes: " + command);
            }
            return new Tool.Answer(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
