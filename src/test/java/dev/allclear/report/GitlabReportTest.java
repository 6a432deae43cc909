package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitlabReportTest {

    @Test
    void issues() {
        Finding error = Given.finding("link/anchor", Severity.ERROR, "content/z.md", 1);
        assertEquals(
                """
                [
                  {
                    "description": "BAU is resumed while the investigation is `open`.",
                    "check_name": "gate/investigation-open",
                    "fingerprint": "014330e57fd7052c0fa15659a717ac88",
                    "severity": "blocker",
                    "location": {
                      "path": "content/incidents/x/root-cause.md",
                      "lines": {
                        "begin": 2
                      }
                    }
                  },
                  {
                    "description": "\\"q\\" 'a' 100% <b> & ]]> |x| [l](http://e) `c`\\nline\\r\\ttab \\u001b[31mred é 漢 😀 \u202Ertl\u202C \uFFFD \\u0000.",
                    "check_name": "link/broken",
                    "fingerprint": "56f7ce0d323b5093e32e6b80734363aa",
                    "severity": "minor",
                    "location": {
                      "path": "content/pages/50% \\"off\\", a:b/tür & <ı>.md",
                      "lines": {
                        "begin": 3
                      }
                    }
                  },
                  {
                    "description": "Message 1.",
                    "check_name": "link/anchor",
                    "fingerprint": "FINGERPRINT",
                    "severity": "major",
                    "location": {
                      "path": "content/z.md",
                      "lines": {
                        "begin": 1
                      }
                    }
                  }
                ]
                """.replace(
                                "FINGERPRINT",
                                Fingerprints.of(List.of(error), Given::sources).get(0)),
                print(Given.PLAIN, Given.HOSTILE, error));
    }

    @Test
    void nothingIsAnEmptyList() {
        assertEquals("[]\n", print());
    }

    private static String print(Finding... findings) {
        return Reports.of(Format.GITLAB, Given::sources, false).print(Given.results(findings));
    }
}
