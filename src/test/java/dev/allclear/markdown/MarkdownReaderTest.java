package dev.allclear.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {

    private static Markdown read(String text) {
        return MarkdownReader.read(text, "content/x.md", 1, LinkResolver.AS_WRITTEN);
    }

    private static String html(String text) {
        Markdown markdown = read(text);
        return markdown.sections().stream().map(Section::html).collect(Collectors.joining()) + markdown.footnotes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>1</script></svg>",
                "<iframe src='javascript:alert(1)'></iframe>",
                "<a href='java\tscript:alert(1)'>x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href=' javascript:alert(1)'>x</a>",
                "<div style='position:fixed'>x</div>",
                "<form action=/><input name=q><button>x</button></form>",
                "<details open ontoggle=alert(1)>x</details>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<base href='https://evil.example/'>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<object data=x></object><embed src=x>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](vbscript:x)",
                "[x](data:text/html,<script>alert(1)</script>)",
                "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>",
                "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
                "| <script>x</script> |\n|---|\n| <img src=x onerror=y> |",
                "# <img src=x onerror=alert(1)>",
                "```\"><script>alert(1)</script>\nx\n```",
                "<span class=\"badge state-resumed\">BAU has resumed</span>"
            })
    void nothingHostileComesThrough(String text) {
        String html = html(text) + MarkdownReader.inline(text, LinkResolver.AS_WRITTEN);
        for (Heading heading : read(text).sections().stream()
                .map(Section::heading)
                .filter(Objects::nonNull)
                .toList()) {
            html += heading.html();
        }
        for (Element element : Jsoup.parseBodyFragment(html).getAllElements()) {
            assertFalse(
                    List.of(
                                    "script", "iframe", "svg", "math", "style", "form", "button", "object", "embed",
                                    "base", "meta")
                            .contains(element.normalName()),
                    html);
            for (Attribute attribute : element.attributes()) {
                assertFalse(attribute.getKey().startsWith("on"), html);
                assertFalse(attribute.getKey().equals("style"), html);
                String value = attribute.getValue().replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
                assertFalse(value.startsWith("javascript:") || value.startsWith("vbscript:"), html);
                assertFalse(value.startsWith("data:"), html);
            }
            assertFalse(element.hasClass("badge"), html);
        }
    }

    @Test
    void aSectionOfUnbalancedHtmlDoesNotSwallowTheNext() {
        Markdown markdown = read("# A\n\n<div><div>\n\ntext\n\n# B\n\n</div></main>\n\nmore");
        assertEquals(3, markdown.sections().size());
        for (Section section : markdown.sections()) {
            assertEquals(count(section.html(), "<div"), count(section.html(), "</div>"), section.html());
            assertFalse(section.html().contains("main"));
        }
        assertTrue(markdown.sections().get(2).html().contains("more"));
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void sectionsHeadingsAndRecordsAreFoundWhereverTheyAreWrittenSo() {
        Markdown markdown = read("Title\r\n=====\r\n\r\nTwo\r\n---\r\n\r\n~~~decision\r\nat: x\r\n~~~\r\n\r\nWhy.");
        Heading two = Objects.requireNonNull(markdown.sections().get(2).heading());
        assertEquals("Two", two.text());
        assertEquals(2, two.level());
        assertEquals(Location.on("content/x.md", 4, 1, 3), two.at());
        Fence fence = markdown.sections().get(2).record("decision");
        assertNotNull(fence);
        assertEquals("at: x\n", fence.literal());
        assertEquals(8, fence.firstLine());
        assertTrue(fence.closed());
        assertEquals("<p>Why.</p>", markdown.sections().get(2).html().strip());
        assertNull(markdown.sections().get(1).record("decision"));
    }

    @Test
    void anchorsAreUniqueAndAsGithubMakesThem() {
        Markdown markdown = read("# A b, c!\n\n# A b, c!\n\n# \u00dcber\n\n# ???\n");
        List<String> ids = markdown.sections().stream()
                .map(Section::heading)
                .filter(Objects::nonNull)
                .map(Heading::id)
                .toList();
        assertEquals(List.of("a-b-c", "a-b-c-1", "über", "section"), ids);
    }

    @Test
    void alertsTablesTasksFootnotesAndStrikethrough() {
        String html = html(
                "> [!WARNING]\n> Mind the gap\n\n| A | B |\n|---|---|\n| 1 | ~~2~~ |\n\n- [x] done\n- [ ] open\n\nNote[^n].\n\n[^n]: The note.\n");
        assertTrue(
                html.contains("<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">Warning</p>"),
                html);
        assertTrue(html.contains("<th scope=\"col\">A</th>"), html);
        assertTrue(html.contains("<del>2</del>"), html);
        assertTrue(html.contains("aria-label=\"done\""), html);
        assertTrue(html.contains("The note."), html);
        assertTrue(html("> [!NOVEL]\n> x").contains("<blockquote>"));
    }

    @Test
    void footnotesBelongToTheWholeDocument() {
        Markdown markdown = read("# A\n\none[^1]\n\n# B\n\ntwo[^2]\n\n[^1]: First.\n[^2]: Second.\n");
        assertFalse(markdown.sections().get(1).html().contains("First."));
        assertTrue(
                markdown.footnotes().contains("First.") && markdown.footnotes().contains("Second."));
    }

    @Test
    void whatIsNeverClosedIsToldWithItsPlace() {
        Markdown markdown = read("Text\n\n<!-- hidden\n\nmore\n");
        assertEquals(3, markdown.unclosed().get(0).at().line());
        assertTrue(read("<!-- a -->\n\nb").unclosed().isEmpty());
        Fence fence = read("- x\n\n  ```decision\n  at: y\n").fences().get(0);
        assertFalse(fence.closed());
        assertFalse(fence.topLevel());
        assertEquals(2, fence.indent());
        assertEquals(4, fence.firstLine());
    }

    @Test
    void cellsSayWhatAReaderSeesAndWhere() {
        Table table = (Table) read("| A | B | C |\n|---|---|---|\n| `x` | ~~y~~ | <del>z</del> |\n")
                .sections()
                .get(0)
                .blocks()
                .get(0);
        assertEquals("x", table.rows().get(0).get(0).text());
        assertEquals("~~y~~", table.rows().get(0).get(1).text());
        assertEquals("<del>z</del>", table.rows().get(0).get(2).text(), "markup that hides makes a value unreadable");
        assertEquals(
                new Location("content/x.md", 3, 3, 3, 6),
                table.rows().get(0).get(0).at());
    }

    @Test
    void linksAreResolvedAndPicturesFromElsewhereAreLinked() {
        LinkResolver resolver = destination -> destination.replace(".md", ".html");
        Markdown markdown = MarkdownReader.read(
                "[a](b.md) ![p](p.png) ![q](https://x.example/q.png) <a href='c.md'>c</a>", "f", 1, resolver);
        String html = markdown.sections().get(0).html();
        assertTrue(html.contains("href=\"b.html\"") && html.contains("href=\"c.html\""), html);
        assertTrue(html.contains("<img src=\"p.png\" alt=\"p\" loading=\"lazy\">"), html);
        assertFalse(html.contains("<img src=\"https"), html);
        assertEquals(4, markdown.links().size(), "the one in raw HTML too");
        assertEquals("b.md", markdown.links().get(0).destination());
        assertEquals("b.html", markdown.links().get(0).target());
    }

    @Test
    void wordsAreThoseThatAReaderSees() {
        assertEquals(
                List.of("Smoke", "tests", "passed"),
                MarkdownReader.words("Smoke <!-- no --> `code` ~~old~~ tests ![all green](x.png) passed \u200b"));
        assertEquals(List.of(), MarkdownReader.words("<!-- Smoke tests passed -->"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "[", "*", "- ", "![", "<div>", "**_"})
    void deepNestingIsHarmless(String piece) {
        String html = html(piece.repeat(10_000) + "x");
        assertTrue(html.contains("x"));
    }

    @Test
    void theCharacterThatCutsSectionsCantBeWritten() {
        Markdown markdown = read("# A\n\none\u0001two\n\n# B\n\nthree");
        assertEquals(3, markdown.sections().size());
        assertTrue(markdown.sections().get(1).html().contains("one\uFFFDtwo"));
        assertEquals("<p>three</p>", markdown.sections().get(2).html().strip());
    }
}
