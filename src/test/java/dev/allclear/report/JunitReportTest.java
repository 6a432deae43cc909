package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Location;
import dev.allclear.finding.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {

    /** What XML 1.0 can't hold is replaced. */
    private static final String SEEN =
            Given.NASTY.replace("\u001B", "\uFFFD").replace("\uD800", "\uFFFD").replace("\u0000", "\uFFFD");

    @Test
    void anErrorIsAFailureAndAWarningIsOutput() {
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="allclear" tests="1" failures="1" errors="0" skipped="0">
                  <testsuite name="allclear" tests="1" failures="1" errors="0" skipped="0">
                    <testcase classname="gate/investigation-open" name="content/incidents/x/root-cause.md:2:9" file="content/incidents/x/root-cause.md" line="2">
                      <failure type="gate/investigation-open" message="BAU is resumed while the investigation is `open`.">content/incidents/x/root-cause.md:2:9: error[gate/investigation-open]: BAU is resumed while the investigation is `open`.
                note: content/incidents/x/decisions.md:10:6: BAU is resumed here.
                help: Close the investigation first.
                </failure>
                    </testcase>
                    <system-out>content/pages/50% &quot;off&quot;, a:b/tür &amp; &lt;ı&gt;.md:3:2: warning[link/broken]: &quot;q&quot; 'a' 100% &lt;b&gt; &amp; ]]&gt; |x| [l](http://e) `c`
                line&#13;\ttab \uFFFD[31mred é 漢 😀 \u202Ertl\u202C \uFFFD \uFFFD.
                help: 50%: a, b
                or c
                </system-out>
                  </testsuite>
                </testsuites>
                """, print(Given.PLAIN, Given.HOSTILE));
    }

    @Test
    void noErrorIsAPassingTest() {
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="allclear" tests="1" failures="0" errors="0" skipped="0">
                  <testsuite name="allclear" tests="1" failures="0" errors="0" skipped="0">
                    <testcase classname="allclear" name="no errors in 31 documents"/>
                  </testsuite>
                </testsuites>
                """, print());
    }

    @Test
    void hostileTextComesBackFromAParser() throws Exception {
        Finding error = new Finding(
                "link/broken", Severity.ERROR, Given.HOSTILE.location(), Given.NASTY, Given.HOSTILE.help(), List.of());
        Document document = parse(print(error, Given.HOSTILE));
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertEquals(SEEN, failure.getAttribute("message"));
        String words = Given.NASTY_FILE + ":3:2: %s[link/broken]: " + SEEN + "\nhelp: 50%%: a, b\nor c\n";
        assertEquals(words.replace("%s", "error").replace("%%", "%"), failure.getTextContent());
        Element output = (Element) document.getElementsByTagName("system-out").item(0);
        assertEquals(words.replace("%s", "warning").replace("%%", "%"), output.getTextContent());
    }

    @Test
    void noTwoTestsHaveTheSameName() throws Exception {
        Location at = Location.startOf("f");
        Finding one = new Finding("content/missing-field", Severity.ERROR, at, "No `a`.", "", List.of());
        Finding two = new Finding("content/missing-field", Severity.ERROR, at, "No `b`.", "", List.of());
        Document document = parse(print(one, two));
        assertEquals("f:1:1", name(document, 0));
        assertEquals("f:1:1 (2)", name(document, 1));
    }

    private static String name(Document document, int index) {
        return ((Element) document.getElementsByTagName("testcase").item(index)).getAttribute("name");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String print(Finding... findings) {
        return Reports.of(Format.JUNIT, Given::sources, false).print(Given.results(findings));
    }
}
