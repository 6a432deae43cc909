package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    @Test
    void stayWhenTheLineMovesOrTheMessageChanges() {
        List<String> before = Fingerprints.of(List.of(at("link/broken", "f", 2)), Given.lines("a", "[x](y)"));
        List<String> after =
                Fingerprints.of(List.of(at("link/broken", "f", 4)), Given.lines("", "", "new", "  [x](y) "));
        assertEquals(before, after);
    }

    @Test
    void changeWithTheRuleTheFileAndTheLine() {
        String print = one(at("link/broken", "f", 1), "a");
        assertNotEquals(print, one(at("link/anchor", "f", 1), "a"));
        assertNotEquals(print, one(at("link/broken", "g", 1), "a"));
        assertNotEquals(print, one(at("link/broken", "f", 1), "b"));
    }

    @Test
    void areNeverAlike() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            findings.add(at("link/broken", "f", 1 + i % 3));
            findings.add(at("link/broken", "unreadable", 1 + i));
        }
        List<String> prints =
                Fingerprints.of(findings, file -> file.equals("f") ? List.of("same", "same", "other") : List.of());
        assertEquals(600, new HashSet<>(prints).size());
    }

    @Test
    void theFirstOfTwoAlikeKeepsItsNameWhenTheSecondGoes() {
        List<Finding> two = List.of(at("link/broken", "f", 1), at("link/broken", "f", 2));
        Sources same = Given.lines("same", "same");
        assertEquals(
                Fingerprints.of(two, same).get(0),
                Fingerprints.of(two.subList(0, 1), same).get(0));
    }

    private static String one(Finding finding, String line) {
        return Fingerprints.of(List.of(finding), Given.lines(line)).get(0);
    }

    private static Finding at(String rule, String file, int line) {
        return Given.finding(rule, Severity.ERROR, file, line);
    }
}
