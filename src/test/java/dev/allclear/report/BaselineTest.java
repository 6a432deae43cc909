package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    private static final String FILE = "content/pages/x.md";

    private static Finding finding(String rule, int line) {
        return new Finding(rule, Severity.WARNING, Location.on(FILE, line, 1, 4), "It is so.", "", List.of());
    }

    private static Sources source(String... lines) {
        return file -> List.of(lines);
    }

    private static List<Finding> fresh(String baseline, List<Finding> findings, Sources sources) {
        Baseline read = Baseline.read(baseline);
        assertNotNull(read);
        return read.fresh(findings, sources);
    }

    @Test
    void knowsAFindingWhoseLineHasMovedAndNoOther() {
        String baseline = Baseline.write(List.of(finding("text/no-alt", 1)), source("![](a)"), "1");
        Finding moved = finding("text/no-alt", 3);
        Finding added = finding("text/no-alt", 2);
        assertEquals(List.of(added), fresh(baseline, List.of(added, moved), source("", "![](b)", "   ![](a)  ")));
    }

    @Test
    void countsFindingsThatAreAlike() {
        String baseline = Baseline.write(List.of(finding("text/no-alt", 1)), source("![](a)"), "1");
        List<Finding> two = List.of(finding("text/no-alt", 1), finding("text/no-alt", 2));
        assertEquals(List.of(two.get(1)), fresh(baseline, two, source("![](a)", "![](a)")));
    }

    @Test
    void neverHoldsAFindingOfTheGate() {
        List<Finding> findings = List.of(finding("gate/order", 1), finding("text/no-alt", 1));
        String baseline = Baseline.write(findings, source("x"), "1");
        assertFalse(baseline.contains("gate/order"));
        assertEquals(List.of(findings.get(0)), fresh(baseline, findings, source("x")));
    }

    @Test
    void holdsNoTextOfTheSource() {
        String baseline = Baseline.write(List.of(finding("text/secret", 1)), source("password: Tr0ub4dor"), "1");
        assertFalse(baseline.contains("Tr0ub"));
        assertTrue(baseline.contains("\"format\": 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "[]", "{}", "{\"format\": 2, \"findings\": []}", "{\"format\": 1, \"findings\": [1]}"})
    void refusesWhatIsNoBaseline(String text) {
        assertNull(Baseline.read(text));
    }

    @Test
    void aReportMasksTheSecretsOfTheLinesThatItShows() {
        Finding secret = new Finding(
                "text/secret", Severity.ERROR, Location.on(FILE, 1, 11, 9), "A password stands here.", "", List.of());
        Masked masked = new Masked(source("password: Tr0ub4dor # root"), List.of(secret));
        assertEquals(List.of("password: Tr******* # root"), masked.lines(FILE));
        assertEquals(List.of("password: Tr0ub4dor # root"), masked.lines("content/pages/y.md"));
    }
}
