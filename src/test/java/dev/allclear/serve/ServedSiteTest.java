package dev.allclear.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.build.BuildProblem;
import dev.allclear.build.BuildTime;
import dev.allclear.build.Outcome;
import dev.allclear.build.Round;
import dev.allclear.build.Settings;
import dev.allclear.build.SiteBuild;
import dev.allclear.check.theme.Unfilled;
import dev.allclear.cli.InProcess;
import dev.allclear.cli.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an author does, and in whatever order: what is served is what a fresh build writes, byte for byte, and what is
 * said of it is what a fresh check says. Where a fresh build writes nothing, the last good site is served.
 */
class ServedSiteTest {

    private static final String NOW = InProcess.SMALL_NOW;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Without the theme's files and folders that are no part of the site. */
    private static Map<String, byte[]> files(Path site) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = site.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".")) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private final List<String> history = new ArrayList<>();

    private Settings settings(Path content, @Nullable Path theme, Path site) {
        return new Settings(content, site, theme, new BuildTime(NOW, null, Clock.systemUTC()), 2, false, "test");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnySequenceOfChangesItEqualsAFreshBuild(long seed) throws Exception {
        Path content = Tool.copy(InProcess.SMALL, folder.toRealPath().resolve("content"));
        Path theme = Files.createDirectories(folder.toRealPath().resolve("theme"));
        Path site = folder.resolve("site");
        Settings settings = settings(content, theme, site);
        Author author = new Author(seed, InProcess.SMALL, content, theme);
        Map<String, byte[]> good = Map.of();
        int built = 0;
        try (Serving serving = Serving.start(settings, 0, new Quiet())) {
            good = compare(serving, settings, good);
            for (int i = 0; i < Integer.getInteger("serve.changes", 90); i++) {
                if (i % 4 == 3) {
                    author.mend();
                    history.add("mend");
                } else {
                    history.add(author.change());
                    if (i % 3 == 0) {
                        history.add(author.change());
                    }
                }
                if (i == 40) {
                    release(content, theme, site);
                }
                serving.take(author.touched(), i % 29 == 28);
                serving.settle();
                Map<String, byte[]> fresh = compare(serving, settings, good);
                built += fresh == good ? 0 : 1;
                good = fresh;
            }
        }
        assertTrue(built > 20, "only " + built + " of the builds went through");
    }

    private void release(Path content, Path theme, Path site) {
        history.add("release");
        InProcess.run(
                "release",
                "first",
                "--content",
                content.toString(),
                "--templates",
                theme.toString(),
                "--site",
                site.toString(),
                "--now",
                NOW);
    }

    /** Compares what is served with a fresh build, or with the last good one, and gives the one that is served. */
    private Map<String, byte[]> compare(Serving serving, Settings settings, Map<String, byte[]> good) throws Exception {
        State state = serving.state();
        Outcome fresh;
        try {
            fresh = new SiteBuild(settings).build();
        } catch (BuildProblem e) {
            assertNotNull(state.problem(), () -> said(e.getMessage()));
            same(good, serving, true);
            return good;
        }
        if (fresh.verdict().findings().stream().anyMatch(f -> f.rule().equals(Unfilled.ID))) {
            // Which of several is told first depends on what was looked at.
            Round.Problem problem = state.problem();
            assertNotNull(problem, () -> said("a template can't be filled"));
            assertTrue(
                    fresh.verdict().findings().stream()
                            .anyMatch(f -> (f.message() + " " + f.help()).equals(problem.message())),
                    () -> said(problem.message()));
            same(good, serving, true);
            return good;
        }
        assertEquals(null, state.problem(), () -> said(""));
        assertEquals(fresh.verdict().findings(), state.findings(), () -> said(""));
        assertEquals(fresh.published() != null, state.current(), () -> said(""));
        if (fresh.published() == null) {
            same(good, serving, true);
            return good;
        }
        Map<String, byte[]> written = files(settings.site());
        same(written, serving, false);
        return written;
    }

    private String said(@Nullable String more) {
        return more + "\n" + String.join("\n", history.subList(Math.max(0, history.size() - 12), history.size()));
    }

    /**
     * Asks for every file.
     *
     * @param last whether it is the last good site: a file that is copied as it is, is then what it is now
     */
    private void same(Map<String, byte[]> expected, Serving serving, boolean last) throws Exception {
        Shown shown = serving.state().shown();
        if (shown == null) {
            assertEquals(Map.of(), expected, () -> said(""));
            return;
        }
        TreeSet<String> paths = new TreeSet<>();
        shown.tree().pages().forEach(p -> paths.add(p.path()));
        shown.tree().carried().forEach(p -> paths.add(p.path()));
        TreeSet<String> wanted = new TreeSet<>(expected.keySet());
        wanted.removeIf(p -> p.startsWith("v/"));
        paths.removeIf(p -> p.startsWith("v/"));
        assertEquals(wanted, paths, () -> said(""));
        for (Map.Entry<String, byte[]> each : expected.entrySet()) {
            String path = each.getKey();
            if (last && !shown.hasPage(path)) {
                continue;
            }
            HttpResponse<byte[]> answer = get(serving, path);
            assertEquals(200, answer.statusCode(), () -> said(path));
            if (!Arrays.equals(each.getValue(), answer.body())) {
                assertEquals(
                        new String(each.getValue(), StandardCharsets.UTF_8),
                        new String(answer.body(), StandardCharsets.UTF_8),
                        () -> said(path));
            }
        }
    }

    private HttpResponse<byte[]> get(Serving serving, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(serving.address().resolve(new URI(null, null, "/" + path, null).getRawPath()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Says nothing. */
    private static final class Quiet implements Serving.Log {

        @Override
        public void taken(int port) {}

        @Override
        public void rebuilt(Serving.Rebuilt rebuilt) {}
    }
}
