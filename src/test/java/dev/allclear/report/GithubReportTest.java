package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubReportTest {

    @Test
    void commandsAreEscapedAsGithubWants() {
        assertEquals("""
                ::error file=content/incidents/x/root-cause.md,line=2,endLine=2,col=9,endColumn=13,title=gate/investigation-open::BAU is resumed while the investigation is `open`.%0AClose the investigation first.
                ::warning file=content/pages/50%25 "off"%2C a%3Ab/tür & <ı>.md,line=3,endLine=3,col=2,endColumn=5,title=link/broken::"q" 'a' 100%25 <b> & ]]> |x| [l](http://e) `c`%0Aline%0D    tab ␛[31mred é 漢 😀 <U+202E>rtl<U+202C> \uFFFD ␀.%0A50%25: a, b%0Aor c
                1 error, 1 warning in 31 documents
                """, print(Given.PLAIN, Given.HOSTILE));
    }

    @Test
    void nothingInAMessageBecomesACommand() {
        Finding finding = new Finding(
                "text/no-alt",
                Severity.ERROR,
                Location.startOf("f"),
                "a\n::stop-commands::x\r::error::y",
                "",
                List.of());
        assertEquals(2, print(finding).lines().count());
        assertTrue(print(finding).contains("::a%0A::stop-commands::x%0D::error::y\n"));
    }

    @Test
    void aPlaceOfSeveralLinesHasNoColumns() {
        Finding finding = new Finding("text/no-alt", Severity.ERROR, new Location("f", 1, 2, 3, 4), "m", "", List.of());
        assertTrue(print(finding).startsWith("::error file=f,line=1,endLine=3,title=text/no-alt::m\n"));
    }

    @Test
    void showsTenOfEachAndSaysHowManyItLeavesOut() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            findings.add(Given.finding("text/no-alt", Severity.ERROR, "f", i));
        }
        for (int i = 1; i <= 13; i++) {
            findings.add(Given.finding("text/no-alt", Severity.WARNING, "g", i));
        }
        String text = print(findings.toArray(Finding[]::new));
        assertEquals(10, text.lines().filter(l -> l.startsWith("::error ")).count());
        assertEquals(10, text.lines().filter(l -> l.startsWith("::warning ")).count());
        assertTrue(text.endsWith("""
                        ::notice::Not shown here: 1 error and 3 warnings. GitHub shows 10 of each for each step.
                        11 errors, 13 warnings in 31 documents
                        """), text);
        String ten = print(findings.subList(0, 10).toArray(Finding[]::new));
        assertEquals(11, ten.lines().count());
    }

    @Test
    void theSummaryIsATableInWhichNothingIsMarkup() {
        assertEquals("""
                ## AllClear

                1 error, 1 warning in 31 documents.

                | | Where | Rule | What |
                |---|---|---|---|
                | error | content/incidents/x/root-cause.md:2 | gate/investigation-open | BAU is resumed while the investigation is <code>open</code>.<br>Close the investigation first. |
                | warning | content/pages/50% "off", a:b/tür &#38; &#60;ı&#62;.md:3 | link/broken | "q" 'a' 100% &#60;b&#62; &#38; &#93;&#93;&#62; &#124;x&#124; &#91;l&#93;&#40;http://e&#41; <code>c</code>␊line␍    tab ␛&#91;31mred é 漢 😀 &#60;U&#43;202E&#62;rtl&#60;U&#43;202C&#62; \uFFFD ␀.<br>50%: a, b␊or c |
                """, new GithubReport().summary(Given.results(Given.PLAIN, Given.HOSTILE)));
    }

    @Test
    void theSummaryOfNothingSaysSo() {
        assertEquals("## AllClear\n\nNo findings in 31 documents.\n", new GithubReport().summary(Given.results()));
    }

    @Test
    void theSummaryFitsIntoWhatGithubTakes() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 1_500; i++) {
            findings.add(new Finding(
                    "text/no-alt", Severity.ERROR, Location.on("f", i, 1, 1), "漢".repeat(300), "", List.of()));
        }
        String summary = new GithubReport().summary(Given.results(findings.toArray(Finding[]::new)));
        assertTrue(summary.getBytes(StandardCharsets.UTF_8).length < 1 << 20);
        long rows = summary.lines().filter(l -> l.startsWith("| error")).count();
        assertTrue(summary.endsWith("\nNot shown here: " + (1_500 - rows) + " findings.\n"), summary);
    }

    private static String print(Finding... findings) {
        return Reports.of(Format.GITHUB, Given::sources, false).print(Given.results(findings));
    }
}
