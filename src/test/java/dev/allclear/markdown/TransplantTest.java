package dev.allclear.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Safe HTML on another page. */
class TransplantTest {

    private static final Ground GROUND = new Ground() {
        @Override
        public String id(String id) {
            return id.equals("twice") ? "" : "p1." + id;
        }

        @Override
        public Destination link(String address) {
            return address.startsWith("#")
                    ? new Destination("#p1." + address.substring(1), "")
                    : address.startsWith("https:")
                            ? new Destination(address, "")
                            : new Destination("", "(" + address + ")");
        }

        @Override
        public @Nullable String picture(String address) {
            return address.equals("a.png") ? "data:image/png;base64,AA==" : null;
        }

        @Override
        public String missing(String address, String alt) {
            return alt + ": " + address;
        }
    };

    private static String moved(String html) {
        return Transplant.of(html, GROUND);
    }

    @Test
    void idsLinksAndHeadingsAreMadeAnew() {
        assertEquals("<h3 id=\"p1.a\">A</h3><p>x</p>", moved("<h2 id=\"a\">A</h2><p id=\"twice\">x</p>"));
        assertEquals("<h6>A</h6>", moved("<h6>A</h6>"));
        assertEquals("<a href=\"#p1.a\">to a</a>", moved("<a href=\"#a\">to a</a>"));
        assertEquals(
                "<a href=\"https://example.com/\" rel=\"noopener noreferrer\">x</a>",
                moved("<a href=\"https://example.com/\" rel=\"noopener noreferrer\">x</a>"));
        assertEquals(
                "<span><em>x</em></span> <span class=\"at\">(b.html?a&amp;b)</span>.",
                moved("<a href=\"b.html?a&amp;b\"><em>x</em></a>."));
    }

    @Test
    void picturesAreInItOrAreNamed() {
        assertEquals(
                "<img src=\"data:image/png;base64,AA==\" alt=\"A\" width=\"2\" height=\"3\">",
                moved("<img src=\"a.png\" alt=\"A\" loading=\"lazy\" width=\"2\" height=\"3\">"));
        assertEquals(
                "<span class=\"missing\">&lt;B&gt;: b.png</span>",
                moved("<img src=\"b.png\" alt=\"&lt;B&gt;\" loading=\"lazy\">"));
    }

    @Test
    void boxesCanBeTickedAndNothingIsFoldedAway() {
        assertEquals(
                "<li class=\"task\"><input type=\"checkbox\" aria-label=\"Ask\"> Ask</li>",
                moved("<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"to do\"> Ask</li>"));
        assertEquals(
                "<details open><summary>S</summary>x</details>", moved("<details><summary>S</summary>x</details>"));
    }

    @Test
    void whatHasNothingToMoveIsLeftAsItIs() {
        String html = "<p>id=\"x\" &lt;a href=\"y\"&gt; <code>&lt;/script&gt;</code></p>";
        assertEquals(html, moved(html));
        String plain = "<p>Words <code>a &amp; b</code></p>";
        assertSame(plain, moved(plain));
    }

    @Test
    void idsAreFoundInElementsOnly() {
        assertEquals(Set.of("a", "b"), Transplant.ids("<p id=\"a\">id=\"x\"</p><sup><a id=\"b\">1</a></sup>"));
    }
}
