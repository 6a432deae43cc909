package dev.allclear.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hands that mean harm, or keys that fall asleep, write into Markdown. */
class HostileMarkdownTest {

    /** What a browser takes for a scheme, once it has dropped tabs and line ends (RFC 3986, WHATWG URL). */
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:");

    private static final Pattern DROPPED = Pattern.compile("^[\\x00-\\x20]+|[\\t\\r\\n]");

    private static Markdown read(String text) {
        return MarkdownReader.read(text, "content/x.md", 1, LinkResolver.AS_WRITTEN);
    }

    private static String html(String text) {
        Markdown markdown = read(text);
        return markdown.sections().stream().map(Section::html).collect(Collectors.joining()) + markdown.footnotes();
    }

    private static void assertHarmless(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                assertFalse(name.startsWith("on") || name.equals("style") || name.contains(":"), html);
                if (List.of("href", "src").contains(name)) {
                    String address = DROPPED.matcher(attribute.getValue().toLowerCase(Locale.ROOT))
                            .replaceAll("");
                    Matcher scheme = SCHEME.matcher(address);
                    assertTrue(
                            !scheme.lookingAt()
                                    || List.of("http:", "https:", "mailto:", "tel:")
                                            .contains(scheme.group()),
                            html);
                }
            }
            assertFalse(
                    List.of("script", "style", "iframe", "object", "embed", "svg", "math", "template", "link")
                            .contains(element.normalName()),
                    html);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript&colon;alert(1))",
                "[x](&#x6A;avascript:alert(1))",
                "[x](&#0000106avascript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](\u0001javascript:alert(1))",
                "[x](JAVASCRIPT&#58;alert(1))",
                "[x](%6Aavascript:alert(1))",
                "[x](javascript\\:alert(1))",
                "[x](feed:javascript:alert(1))",
                "[x](blob:https://x.example/1)",
                "[x](file:///etc/passwd)",
                "[x](intent://x#Intent;end)",
                "![x](javascript:alert(1))",
                "![x](data:image/png;base64,AAAA)",
                "<a href='javascript&NewLine;:alert(1)'>x</a>",
                "<a href='java&Tab;script:alert(1)'>x</a>",
                "<a xlink:href='javascript:alert(1)'>x</a>",
                "<img src='x' srcset='javascript:alert(1)'>",
                "<img src=`x` onerror=alert(1)>",
                "<IMG SRC=x ONERROR=alert(1)>",
                "<img/src=x/onerror=alert(1)>",
                "<p onclick\n=\n'alert(1)'>x</p>",
                "<div><![CDATA[<script>alert(1)</script>]]></div>",
                "<?php <script>alert(1)</script> ?>",
                "<!DOCTYPE x [<!ENTITY a '<script>'>]>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
                "<textarea></textarea><script>alert(1)</script>",
                "<template><script>alert(1)</script></template>",
                "<a href='x' target='_blank' ping='https://evil.example'>x</a>",
                "<b><p style=x>a</b></p><script >1</script >",
                "a <scr<script>ipt>alert(1)</script>",
                "[x](a \"onmouseover='alert(1)'\")",
                "[a](<x\" onmouseover=\"alert(1)>)",
                "| a |\n|---|\n| [x](javascript:alert(1)) <svg/onload=alert(1)> |",
                "> [!NOTE]\n> <script>alert(1)</script>",
                "- [x] <script>alert(1)</script>",
                "```x onload=alert(1) \"'><script>\n<script>alert(1)</script>\n```",
                "~~<script>alert(1)</script>~~"
            })
    void nothingHarmfulComesThrough(String text) {
        assertHarmless(html(text));
        assertHarmless(MarkdownReader.inline(text, LinkResolver.AS_WRITTEN));
        read(text).sections().forEach(s -> {
            if (s.heading() != null) {
                assertHarmless(s.heading().html());
            }
        });
    }

    @Test
    void generatedSoupIsHarmlessAndBalanced() {
        String[] pieces = {
            "<div>",
            "</div>",
            "<script>",
            "</script>",
            "<p",
            ">",
            "<img src=x onerror=y>",
            "<!--",
            "-->",
            "[a](",
            ")",
            "javascript:",
            "\n\n",
            "\n",
            "# ",
            "- ",
            "> ",
            "```\n",
            "~~~\n",
            "`",
            "**",
            "_",
            "|",
            "|---|\n",
            "&#106;",
            "&lt;",
            "\"",
            "'",
            "<a href=",
            "<details open",
            "</main>",
            "<table><tr><td>",
            "[^1]",
            "[^1]: ",
            "\t",
            "\r\n",
            "\u0001",
            "\u0000",
            "word",
            "![",
            "]",
            "<svg onload=x>",
            "<style>",
            "</style>",
            "<textarea>",
            "1. ",
            "\\"
        };
        Random random = new Random(20260314);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Markdown markdown = read(text.toString());
            for (Section section : markdown.sections()) {
                assertHarmless(section.html());
                String inside = "<section id=\"in\">" + section.html() + "</section><i id=\"after\"></i>";
                Element after = Jsoup.parseBodyFragment(inside).getElementById("after");
                assertTrue(
                        after != null
                                && after.parent() != null
                                && after.parent().normalName().equals("body"),
                        () -> "a section must not swallow what follows it: " + text + "\n" + section.html());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span class='badge'>x</span>",
                "<div class=\"alert badge state-resumed\" role=\"status\">x</div>",
                "<h2 class=state>x</h2>",
                "<p class='&#98;adge'>x</p>"
            })
    void theThemesBadgesCantBeImitated(String text) {
        for (Element element : Jsoup.parseBodyFragment(html(text)).getAllElements()) {
            assertFalse(element.hasClass("badge") || element.className().contains("state"), html(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input type=checkbox checked>",
                "<input type=text value='BAU has resumed'>",
                "text <input type='image' src='https://x.example/p.png'> text",
                "- <input type=checkbox checked disabled> done"
            })
    void aBoxIsTickedInMarkdownOnly(String text) {
        assertFalse(html(text).contains("<input"), html(text));
        assertTrue(html("- [x] done").contains("<input"), "or the test says nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![p](https://x.example/p.png)",
                "![p](//x.example/p.png)",
                "![p](HTTP://x.example/p.png)",
                "<img src='https://x.example/p.png' alt=p>",
                "[![p](https://x.example/p.png)](https://x.example)",
                "| a |\n|---|\n| ![p](https://x.example/p.png) |",
                "![p][1]\n\n[1]: https://x.example/p.png"
            })
    void noPageAsksTheNetworkForAPicture(String text) {
        for (Element image : Jsoup.parseBodyFragment(html(text)).select("[src]")) {
            assertFalse(image.attr("src").contains("x.example"), html(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "* ",
                "<b>",
                "<details>",
                "[^1]: ",
                "# ",
                "| ",
                "[a](",
                "`",
                "~~",
                "&",
                "\\",
                "<!--"
            })
    void repetitionIsNoBomb(String piece) {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> html(piece.repeat(10_000) + "x"));
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> html((piece + "x\n").repeat(5_000)));
    }

    @Test
    void placesAreThoseOfTheFileWhateverItsLineEnds() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Markdown markdown = read(
                    String.join(end, "# A", "", "> | X | Y |", "> |---|---|", "> | 1 | 2 |", "", "- [l](u.md)", ""));
            Table table = (Table) markdown.sections().get(1).blocks().get(0);
            assertEquals("2", table.rows().get(0).get(1).text());
            assertEquals(5, table.rows().get(0).get(1).at().line());
            assertEquals(9, table.rows().get(0).get(1).at().column());
            assertEquals(7, markdown.links().get(0).at().line());
            assertEquals(3, markdown.links().get(0).at().column());
        }
    }

    @Test
    void aTableInsideAQuoteOrAListIsATableOfItsSection() {
        Markdown markdown = read("# A\n\n- x\n\n  | Y |\n  |---|\n  | 1 |\n\n# B\n\ntext\n");
        assertEquals(
                1,
                markdown.sections().get(1).blocks().stream()
                        .filter(Table.class::isInstance)
                        .count());
        assertTrue(markdown.sections().get(2).blocks().stream().noneMatch(Table.class::isInstance));
    }
}
