package dev.allclear.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a version may be called. */
class LabelsTest {

    @Test
    void labelsAreLowerCaseNamesOfFolders() {
        for (String label : List.of("1", "v1", "2026-05-02", "v1.2.3", "a_b", "console", "com10", "nul-1", "0..1")) {
            assertEquals(Optional.empty(), Labels.refusal(label), label);
        }
        for (String label : List.of(
                "",
                ".",
                "..",
                "../v1",
                "v/1",
                "v\\1",
                "/etc",
                "V1",
                "-1",
                "_1",
                ".1",
                "v 1",
                "v1\n",
                "é",
                "v:1",
                "v%2f",
                "con",
                "nul",
                "nul.txt",
                "com1",
                "lpt9.a.b",
                "aux",
                "v1.",
                "v1..",
                "x".repeat(101))) {
            assertTrue(Labels.refusal(label).isPresent(), label);
        }
        assertTrue(Labels.refusal("v1..").orElse("").contains("write `v1`"));
    }
}
