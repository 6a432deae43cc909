package dev.allclear.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.allclear.finding.Finding;
import dev.allclear.read.ContentProblem;
import dev.allclear.report.Format;
import dev.allclear.report.Reports;
import dev.allclear.report.Results;
import dev.allclear.report.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings that {@code explain} shows are those of the fixtures; {@code -Dgoldens.record=true} writes them again. */
class ExamplesTest {

    private static final Path RECORDED = Path.of("src/main/resources/dev/allclear/check/examples");

    static List<String> rules() {
        return Rulebook.all().stream().map(r -> r.card().id()).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFindingIsThatOfTheBadFixture(String rule, @TempDir Path temporary) throws IOException, ContentProblem {
        Fixture fixture = new Fixture(Fixture.ROOT.resolve(rule).resolve("bad"));
        Finding finding = fixture.verdict(temporary).findings().stream()
                .filter(f -> f.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        String shown = show(finding, temporary.resolve("now"));
        Path file = RECORDED.resolve(rule + ".txt");
        if (Boolean.getBoolean("goldens.record")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, shown);
        }
        assertEquals(shown, Files.readString(file));
    }

    private static String show(Finding finding, Path folder) {
        Sources sources = file -> {
            try {
                return Files.readAllLines(folder.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Results results = new Results("", Fixture.NOW, "content", 1, List.of(finding), List.of(), Map.of());
        String report = Reports.of(Format.TEXT, sources, false).print(results);
        return report.substring(0, report.lastIndexOf("\n\n") + 1);
    }
}
