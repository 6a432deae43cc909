package dev.allclear.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LivePageTest {

    private static String of(String html) {
        return new String(LivePage.of(html.getBytes(StandardCharsets.UTF_8), "x-1"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src 'none'; script-src 'self' | default-src 'none'; script-src 'self'; connect-src 'self'",
                "script-src 'self'; connect-src 'none'; img-src *  | script-src 'self'; connect-src 'self'; img-src *",
                "default-src 'none'; connect-src https://a.example | default-src 'none'; connect-src 'self'"
            })
    void thePageMayTalkToThisServerOnly(String policy, String live) {
        String meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">";
        String page = of("<html><head>" + meta.formatted(policy.strip()) + "</head><body>ü</body></html>");
        assertEquals(
                "<html><head>" + meta.formatted(live.strip())
                        + "<script src=\"/_allclear/live.js\" data-site=\"x-1\" defer></script>\n</head><body>ü</body></html>",
                page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>no head</p>", ""})
    void whatHasNoHeadStaysAsItIs(String html) {
        assertEquals(html, of(html));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><head></head></html>", "<HTML><HEAD></HEAD ></HTML>"})
    void aPageWithoutAPolicyGetsTheScriptAlone(String html) {
        assertTrue(of(html).contains("/_allclear/live.js"));
    }
}
